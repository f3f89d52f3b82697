import { MAX_STEP } from "../index/quantise.ts";
import type { JoinedIndex } from "../index/joined-index.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Largest int16: the finest quantisation of the query that the kernel's multiplication allows. */
const QUERY_STEPS = 32_767;

/** Rows are read in blocks of this many bytes; shorter ones are padded with zeros. */
const BLOCK = 16;

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65_536;

/**
 * Bytes of rows that the kernel holds at a time. They stay in the processor's cache, so copying them
 * there costs a quarter of a scan, and saves a second copy of the index.
 */
const WINDOW = 262_144;

/** Writes the cosine of a query [dimension] with every section into `scores` [S]. */
export type Scanner = (query: Float32Array, scores: Float32Array) => void;

/** What a scan reads of an index. */
type Rows = Pick<SectionIndex, "vectors" | "scale">;

/**
 * Prepares to scan an index, part by part. Every section is scored, in integers. Integer sums are
 * exact, so every device ranks alike. The query is quantised far more finely than the index.
 */
export function createScanner({
  parts,
  dimension,
}: Pick<JoinedIndex, "dimension"> & { readonly parts: readonly Rows[] }): Scanner {
  const kernel = kernelFor(dimension);
  return (query, scores) => {
    const queryScale = toSteps(query, kernel.query);
    let done = 0;
    for (const { vectors, scale } of parts) {
      for (let from = 0; from < scale.length; from += kernel.most) {
        const count = Math.min(kernel.most, scale.length - from);
        const rows = vectors.subarray(from * dimension, (from + count) * dimension);
        copyRows(rows, dimension, kernel.rows, kernel.rowBytes);
        kernel.scan(count);
        for (let s = 0; s < count; s += 1) {
          scores[done + s] = (kernel.sums[s] ?? 0) * (scale[from + s] ?? 0) * queryScale;
        }
        done += count;
      }
    }
  };
}

/** Copies rows of `dimension` bytes to rows of `rowBytes`; the rest of each stays zero. */
function copyRows(from: Int8Array, dimension: number, to: Int8Array, rowBytes: number): void {
  if (rowBytes === dimension) {
    to.set(from);
    return;
  }
  for (let source = 0, target = 0; source < from.length; source += dimension, target += rowBytes) {
    to.set(from.subarray(source, source + dimension), target);
  }
}

/** Quantises the query into `steps` and returns the size of a step. */
function toSteps(query: Float32Array, steps: Int16Array): number {
  // The largest sum any row can reach, dimension x MAX_STEP x limit, must stay within int32.
  const limit = Math.min(QUERY_STEPS, Math.floor((2 ** 31 - 1) / (MAX_STEP * query.length)));
  const largest = query.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest / limit || 1;
  for (let d = 0; d < steps.length; d += 1) steps[d] = Math.round((query[d] ?? 0) / scale);
  return scale;
}

/** The kernel for one dimension: the inner loop of the scan, and its memory. */
interface ScanKernel {
  /** The steps of the query, [dimension]. */
  readonly query: Int16Array;
  /** The most rows at a time. */
  readonly most: number;
  /** Bytes of a row, a multiple of `BLOCK`. */
  readonly rowBytes: number;
  readonly rows: Int8Array;
  readonly sums: Int32Array;
  /** Fills the first `count` sums. */
  readonly scan: (count: number) => void;
}

type Scan = (query: number, row: number, rowBytes: number, sum: number, sumsEnd: number) => void;

// A scan does not pause, so all scanners of a dimension share one kernel.
const kernels = new Map<number, ScanKernel>();

function kernelFor(dimension: number): ScanKernel {
  const known = kernels.get(dimension) ?? openKernel(dimension);
  kernels.set(dimension, known);
  return known;
}

/**
 * Opens the kernel. It is a WebAssembly module that is assembled here:
 * sums[row] = query . rows[row], int16 query, int8 rows, int32 sums, eight products at a time.
 * JavaScript has no SIMD and takes nearly ten times as long. The towers' runtime needs WebAssembly
 * SIMD anyway, so the kernel requires nothing more of the machine.
 * Source of the encoding: WebAssembly core specification 2.0, chapter 5.
 */
function openKernel(dimension: number): ScanKernel {
  const rowBytes = Math.ceil(dimension / BLOCK) * BLOCK;
  const most = BLOCK * Math.max(1, Math.floor(WINDOW / rowBytes / BLOCK));
  const at = { query: 0, sums: 2 * rowBytes, rows: 2 * rowBytes + 4 * most };
  const bytes = at.rows + rowBytes * most;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const instance = new WebAssembly.Instance(compiled(), { env: { memory } });
  const scan = instance.exports["scan"] as Scan; // Exported by the module below.
  return {
    query: new Int16Array(memory.buffer, at.query, dimension),
    most,
    rowBytes,
    rows: new Int8Array(memory.buffer, at.rows, rowBytes * most),
    sums: new Int32Array(memory.buffer, at.sums, most),
    scan: (count) => scan(at.query, at.rows, rowBytes, at.sums, at.sums + 4 * count),
  };
}

let module: WebAssembly.Module | undefined;

function compiled(): WebAssembly.Module {
  return (module ??= new WebAssembly.Module(moduleBytes()));
}

const I32 = 0x7f;
const V128 = 0x7b;
const NOTHING = 0x40;

const local = {
  // Parameters, as in `Scan`.
  query: 0,
  row: 1,
  rowBytes: 2,
  sum: 3,
  sumsEnd: 4,
  // Variables.
  rowEnd: 5,
  part: 6,
  sums: 7,
  values: 8,
} as const;
type Local = keyof typeof local;

const get = (name: Local): number[] => [0x20, local[name]];
const set = (name: Local): number[] => [0x21, local[name]];
const tee = (name: Local): number[] => [0x22, local[name]];
const advance = (name: Local, step: number[]): number[] => [
  ...get(name),
  ...step,
  ADD,
  ...set(name),
];
const number = (n: number): number[] => [0x41, n]; // One byte holds -64..63.
const simd = (op: number): number[] => [0xfd, (op & 0x7f) | 0x80, op >> 7];
const load = (offset: number): number[] => [0xfd, 0x00, 0, offset];
const lane = (n: number): number[] => [...get("sums"), 0xfd, 0x1b, n];

const ADD = 0x6a;
const LESS_UNSIGNED = 0x49;
const STORE_I32 = [0x36, 2, 0];
const ZEROS = [0xfd, 0x0c, ...new Array<number>(16).fill(0)];
const WIDEN_LOW = simd(135); // i16x8.extend_low_i8x16_s
const WIDEN_HIGH = simd(136); // i16x8.extend_high_i8x16_s
const ADD_LANES = simd(174); // i32x4.add
const PAIR_PRODUCTS = simd(186); // i32x4.dot_i16x8_s
const LOOP = [0x03, NOTHING];
const REPEAT_IF = [0x0d, 0];
const END = 0x0b;

/** One function of two loops: over rows, and within a row over blocks of 16 int8. */
const body = [
  ...[2, 2, I32, 2, V128], // Variables: two i32 (rowEnd, part), two v128 (sums, values).
  ...LOOP,
  ...[...get("row"), ...get("rowBytes"), ADD, ...set("rowEnd")],
  ...[...get("query"), ...set("part"), ...ZEROS, ...set("sums")],
  ...LOOP,
  ...[...get("sums"), ...get("row"), ...load(0), ...tee("values"), ...WIDEN_LOW],
  ...[...get("part"), ...load(0), ...PAIR_PRODUCTS, ...ADD_LANES],
  ...[...get("values"), ...WIDEN_HIGH, ...get("part"), ...load(16), ...PAIR_PRODUCTS],
  ...[...ADD_LANES, ...set("sums")],
  ...advance("part", number(32)),
  ...advance("row", number(BLOCK)),
  ...[...get("row"), ...get("rowEnd"), LESS_UNSIGNED, ...REPEAT_IF],
  END,
  ...[...get("sum"), ...lane(0), ...lane(1), ADD, ...lane(2), ADD, ...lane(3), ADD, ...STORE_I32],
  ...advance("sum", number(4)),
  ...[...get("sum"), ...get("sumsEnd"), LESS_UNSIGNED, ...REPEAT_IF],
  END,
  END,
];

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const text = (value: string): number[] => [
    value.length,
    ...Array.from(value, (c) => c.charCodeAt(0)),
  ];
  const section = (id: number, content: number[]): number[] => [
    id,
    ...length(content.length),
    ...content,
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]), // One type: five i32 to nothing.
    ...section(2, [1, ...text("env"), ...text("memory"), 0x02, 0x00, 1]), // At least one page.
    ...section(3, [1, 0]), // One function of that type.
    ...section(7, [1, ...text("scan"), 0x00, 0]),
    ...section(10, [1, ...length(body.length), ...body]),
  ]);
}

/** An unsigned LEB128 number below 2^14. */
function length(n: number): number[] {
  return n < 0x80 ? [n] : [(n & 0x7f) | 0x80, n >> 7];
}
