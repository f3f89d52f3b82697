import { bytesToHex } from "@noble/hashes/utils.js";
import * as v from "valibot";
import { IndexFormatError, IndexPackMismatchError } from "../../contract/errors.ts";
import { TrackSchema, type Track } from "../../contract/track.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { crc32 } from "./crc32.ts";
import {
  CRC_OFFSET,
  DTYPE_INT8,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  PACK_HASH_OFFSET,
  layoutOf,
  type IndexCounts,
  type IndexLayout,
} from "./format.ts";
import { quickCheck } from "./quick-check.ts";
import type { SectionIndex } from "./section-index.ts";

const REBUILD = "Build it again with `npx needledrop index`.";
const TableSchema = v.object({ pack: v.string(), tracks: v.array(TrackSchema) });
type Table = v.InferOutput<typeof TableSchema>;
const isPlainTable = quickCheck(TableSchema);

/**
 * Reads an index file in place. Every length is checked against the size of the file before anything
 * is allocated or read, so a damaged or hostile file costs no more memory than its own size.
 * @param pack the pack that it must have been made with; any if null
 * @throws IndexFormatError not an index, damaged, or of another format version.
 * @throws IndexPackMismatchError made with another pack than `pack`.
 */
export function readIndex(file: Uint8Array, pack: PackIdentity | null): SectionIndex {
  const bytes = aligned(file);
  const counts = readHeader(bytes);
  const layout = layoutOf(counts);
  if (layout.total !== bytes.length) {
    throw damaged(`The index should have ${layout.total} bytes and has ${bytes.length}.`);
  }
  if (crc32(bytes.subarray(HEADER_BYTES)) !== headerOf(bytes).getUint32(CRC_OFFSET, true)) {
    throw damaged("The index is damaged: its checksum does not fit its content.");
  }
  const table = readTable(bytes.subarray(layout.table, layout.table + counts.tableBytes), counts);
  if (pack !== null && !isOf(pack, bytes, table.pack, counts)) {
    throw new IndexPackMismatchError({
      what: `The index was made with the pack ${table.pack}, not with ${pack.id}.`,
      input: table.pack,
      next: REBUILD,
    });
  }
  return { ...table, ...readColumns(bytes, counts, layout) };
}

const isOf = (
  pack: PackIdentity,
  bytes: Uint8Array,
  id: string,
  { dimension }: IndexCounts,
): boolean => packHashOf(bytes) === pack.hash && id === pack.id && dimension === pack.dimension;

/** The hash of the pack that an index file was made with; null if it is no index. */
export function packHashOf(file: Uint8Array): string | null {
  if (file.length < HEADER_BYTES) return null;
  return bytesToHex(file.subarray(PACK_HASH_OFFSET, PACK_HASH_OFFSET + 32));
}

function readHeader(bytes: Uint8Array<ArrayBuffer>): IndexCounts {
  if (bytes.length < HEADER_BYTES || headerOf(bytes).getUint32(0, true) !== MAGIC) {
    throw damaged("This is not a Needledrop index.");
  }
  const header = headerOf(bytes);
  const version = header.getUint16(4, true);
  const dtype = header.getUint16(6, true);
  if (version !== FORMAT_VERSION || dtype !== DTYPE_INT8) {
    throw new IndexFormatError({
      what:
        `The index is of format ${version}, dtype ${dtype}; ` +
        `this version reads format ${FORMAT_VERSION}, dtype ${DTYPE_INT8}.`,
      next: `Update Needledrop, or build the index again with \`npx needledrop index\`.`,
    });
  }
  return {
    dimension: header.getUint32(8, true),
    tracks: header.getUint32(12, true),
    sections: header.getUint32(16, true),
    peaksPerTrack: header.getUint32(20, true),
    tableBytes: header.getUint32(24, true),
  };
}

function readTable(bytes: Uint8Array, counts: IndexCounts): { pack: string; tracks: Track[] } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw damaged("The index's track table is not JSON.", cause);
  }
  const table = checkedTable(json);
  const { tracks } = table;
  if (tracks.length !== counts.tracks) {
    throw damaged(`The index lists ${tracks.length} tracks and counts ${counts.tracks}.`);
  }
  if (new Set(tracks.map((track) => track.id)).size !== tracks.length) {
    throw damaged("Two tracks of the index have the same id.");
  }
  return table;
}

function checkedTable(json: unknown): Table {
  if (isPlainTable(json)) return json as Table;
  const parsed = v.safeParse(TableSchema, json);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw damaged(
    "The index's track table holds something else than tracks.",
    `${v.getDotPath(issue) ?? "table"}: ${issue.message}`,
  );
}

type Columns = Omit<SectionIndex, "pack" | "tracks">;

function readColumns(
  { buffer, byteOffset }: Uint8Array<ArrayBuffer>,
  counts: IndexCounts,
  layout: IndexLayout,
): Columns {
  const { sections, tracks, dimension, peaksPerTrack } = counts;
  const floats = (offset: number): Float32Array =>
    new Float32Array(buffer, byteOffset + offset, sections);
  const columns: Columns = {
    dimension,
    peaksPerTrack,
    peaks: new Uint8Array(buffer, byteOffset + layout.peaks, tracks * peaksPerTrack),
    firstSection: firstSections(
      new Uint32Array(buffer, byteOffset + layout.track, sections),
      tracks,
    ),
    start: floats(layout.start),
    end: floats(layout.end),
    scale: floats(layout.scale),
    vectors: new Int8Array(buffer, byteOffset + layout.vectors, sections * dimension),
  };
  checkSections(columns);
  return columns;
}

/** [tracks + 1], from the track of each section. */
function firstSections(trackOf: Uint32Array, tracks: number): Uint32Array {
  const first = new Uint32Array(tracks + 1);
  let last = 0;
  for (let section = 0; section < trackOf.length; section += 1) {
    const track = trackOf[section] ?? 0;
    if (track < last || track >= tracks) throw damaged("The index's sections are out of order.");
    for (; last < track; last += 1) first[last + 1] = section;
  }
  return first.fill(trackOf.length, last + 1);
}

function checkSections({ firstSection, start, end, scale }: Columns): void {
  for (let t = 0; t + 1 < firstSection.length; t += 1) {
    let before = -1;
    for (let s = firstSection[t] ?? 0; s < (firstSection[t + 1] ?? 0); s += 1) {
      const from = start[s] ?? NaN;
      const to = end[s] ?? NaN;
      const step = scale[s] ?? NaN;
      const sane = from > before && from >= 0 && to > from && to < Infinity && step > 0;
      if (!sane || step === Infinity) throw damaged(`Section ${s} of the index makes no sense.`);
      before = from;
    }
  }
}

function headerOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
}

// Columns are read in place, so they must lie at multiples of 4 in memory as well.
function aligned(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.byteOffset % 4 === 0 && bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}

function damaged(what: string, cause?: unknown): IndexFormatError {
  return new IndexFormatError({ what, next: REBUILD, cause });
}
