import type * as OnnxRuntime from "onnxruntime-web";
import type { AssetSource, Device } from "../../contract/engine.ts";
import { DeviceError, PackError } from "../../contract/errors.ts";
import {
  shareWithTransformers,
  type ImportTransformers,
  type Transformers,
} from "./clap/transformers.ts";

/** The parts of onnxruntime-web that the engine uses; each of its entry points has them. */
export type Ort = Pick<typeof OnnxRuntime, "InferenceSession" | "Tensor" | "env">;

/** A tensor, row by row. */
export interface GraphInput {
  readonly type: "int64" | "float32";
  readonly data: BigInt64Array | Float32Array;
  readonly dims: readonly [rows: number, columns: number];
}

/** A pack's graph, ready to run. */
export interface Graph {
  /**
   * The graph's output, flat, [rows x dimension]. Safe to call at any time: runs are
   * queued, since a runtime does one thing at a time.
   * @param rows how many embeddings these inputs give
   * @throws DeviceError the device failed, for example for want of memory.
   * @throws PackError the graph has other inputs, or the output is not `rows` embeddings of the
   * pack's dimension.
   */
  run(inputs: Readonly<Record<string, GraphInput>>, rows: number): Promise<Float32Array>;
  /** Frees the graph. No run may follow. */
  release(): Promise<void>;
}

/** Runs ONNX graphs on one device. */
export interface Runtime {
  readonly device: Device;
  /**
   * Makes a graph ready to run.
   * @param file its name in the pack, for messages
   * @param dimension numbers in each embedding that it must give
   * @param output its name in the graph; `embedding` unless given
   * @throws PackError the graph cannot be read.
   * @throws DeviceError the device cannot run it.
   */
  open(file: string, bytes: Uint8Array, dimension: number, output?: string): Promise<Graph>;
  /**
   * transformers.js, whose models run in this runtime and wait in its queue. It is loaded when it is
   * first asked for.
   * @throws AssetError it is not part of this build, or does not load.
   */
  transformers(): Promise<Transformers>;
}

/**
 * Opens a runtime; pages and Node load different builds of it.
 * @throws DeviceError the device is not available here.
 */
export type OpenRuntime = (device: Device, assets: AssetSource) => Promise<Runtime>;

// Its warnings name the small parts of a graph that stay on the processor, which is intended.
const LOG_ERRORS = 3;

/**
 * A runtime that uses a loaded and configured onnxruntime-web module.
 * @param importTransformers runs the script of transformers.js, whichever way it comes
 */
export function createRuntime(
  ort: Ort,
  device: Device,
  importTransformers: ImportTransformers,
): Runtime {
  const enqueue = createQueue();

  async function open(
    file: string,
    bytes: Uint8Array,
    dimension: number,
    output = "embedding",
  ): Promise<Graph> {
    const session = await enqueue(() =>
      ort.InferenceSession.create(bytes, {
        executionProviders: [device],
        logSeverityLevel: LOG_ERRORS,
      }),
    ).catch((cause: unknown) => {
      throw openingFailure(file, cause);
    });
    return {
      run: (inputs, rows) =>
        enqueue(() => runSession(ort, session, inputs, { file, rows, dimension, output })),
      release: () => enqueue(() => session.release()),
    };
  }
  return {
    device,
    open,
    transformers: () => shareWithTransformers(ort, enqueue, importTransformers),
  };
}

async function runSession(
  ort: Ort,
  session: OnnxRuntime.InferenceSession,
  inputs: Readonly<Record<string, GraphInput>>,
  expected: { file: string; rows: number; dimension: number; output: string },
): Promise<Float32Array> {
  const { file, output } = expected;
  checkInputs(session.inputNames, Object.keys(inputs), file);
  const tensors: Record<string, OnnxRuntime.Tensor> = {};
  for (const [name, { type, data, dims }] of Object.entries(inputs)) {
    tensors[name] = new ort.Tensor(type, data, dims);
  }
  const outputs = await session.run(tensors).catch((cause: unknown) => {
    throw runningFailure(file, cause);
  });
  return checkedEmbeddings(outputs[output]?.data, expected);
}

/** The embeddings that a model gave. @throws PackError they are not `rows` of finite numbers. */
export function checkedEmbeddings(
  data: unknown,
  { file, rows, dimension }: { file: string; rows: number; dimension: number },
): Float32Array {
  if (
    data instanceof Float32Array &&
    data.length === rows * dimension &&
    data.every(Number.isFinite)
  ) {
    return data;
  }
  throw new PackError({
    what: `The model's output is not ${rows} embeddings of ${dimension} numbers.`,
    input: file,
    next: "Use a pack whose graphs give the dimension its pack.json says.",
  });
}

/** A model that was opened failed to run. */
export const runningFailure = (file: string, cause: unknown): DeviceError =>
  new DeviceError({
    what: "The device could not run the model.",
    input: file,
    next: "Close other programs to free memory, then reload.",
    cause,
  });

function checkInputs(names: readonly string[], given: readonly string[], input: string): void {
  if (names.length === given.length && names.every((name) => given.includes(name))) return;
  throw new PackError({
    what: `The model takes ${names.join(" and ")}, and its pack.json says ${given.join(" and ")}.`,
    input,
    next: "Use a pack whose graphs take the inputs its pack.json says.",
  });
}

/** The bytes were checked before, so either the device failed or the graph was made wrongly. */
export function openingFailure(file: string, cause: unknown): DeviceError | PackError {
  if (cause instanceof Error && /backend|webassembly|memory/i.test(cause.message)) {
    return new DeviceError({
      what: "This device cannot run the model's runtime.",
      input: file,
      next: "Use a computer whose browser engine has WebAssembly SIMD and some free memory.",
      cause,
    });
  }
  return new PackError({
    what: "The runtime cannot read a graph of the pack.",
    input: file,
    next: "Use a pack made for this version of Needledrop.",
    cause,
  });
}

/** Runs tasks one at a time, in order, even if earlier ones fail. */
function createQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
