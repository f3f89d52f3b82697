import type { Pack } from "../pack.ts";
import type { Ort } from "../runtime.ts";

type Session = Awaited<ReturnType<Ort["InferenceSession"]["create"]>>;

/** A model: takes tensors by name and gives tensors by name, of which nothing is certain. */
export interface Model {
  (inputs: object): Promise<unknown>;
  dispose(): Promise<unknown>;
}

/** A tensor, as far as we look into it. */
export interface Tensor {
  /** How many numbers it holds. */
  readonly size: number;
}

/** Makes a tensor. */
export type MakeTensor = new (
  type: "float32" | "int64" | "bool",
  data: Float32Array | BigInt64Array | Uint8Array,
  dims: readonly number[],
) => Tensor;

/** A model that writes text. */
export interface Writer {
  /** Takes tensors by name, and how to write; gives the ids of what went in and of what was written. */
  generate(options: object): Promise<unknown>;
  dispose(): Promise<unknown>;
}

/** Cuts text into tokens, and puts it together again. */
export interface Tokenizer {
  (
    text: string,
    options: { truncation: boolean; max_length?: number },
  ): { readonly input_ids: Tensor; readonly attention_mask: Tensor };
  decode(ids: readonly bigint[], options: { skip_special_tokens: boolean }): string;
}

/** How a model file is opened. */
export interface ModelOptions {
  /** "auto" leaves the choice to `executionProviders`: it knows of no device in a runtime of ours. */
  readonly device: "auto";
  /** Of all files, or of each by its name without the ending that says so. */
  readonly dtype: string | Readonly<Record<string, string>>;
  readonly session_options: { readonly executionProviders: readonly string[] };
  /** How many files hold the weights of each, besides the file itself; left out: none. */
  readonly use_external_data_format?: Readonly<Record<string, number>>;
}

/** Makes a part of a model from its files. */
interface Loader<T> {
  from_pretrained(id: string): Promise<T>;
}
interface ModelLoader<T> {
  from_pretrained(id: string, options: ModelOptions): Promise<T>;
}

/** The parts of transformers.js that the engine uses. */
export interface Transformers {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    fetch: unknown;
    useBrowserCache: boolean;
    useFSCache: boolean;
    useWasmCache: boolean;
    useCustomCache: boolean;
    customCache: unknown;
    logLevel: number;
  };
  readonly Tensor: MakeTensor;
  readonly AutoTokenizer: Loader<Tokenizer>;
  readonly AutoFeatureExtractor: Loader<(samples: Float32Array) => Promise<unknown>>;
  readonly ClapTextModelWithProjection: ModelLoader<Model>;
  readonly ClapAudioModelWithProjection: ModelLoader<Model>;
  readonly VisionEncoderDecoderModel: ModelLoader<Writer>;
  readonly Florence2ForConditionalGeneration: ModelLoader<Writer>;
  readonly Idefics3ForConditionalGeneration: ModelLoader<Writer>;
}

/** Runs the script of transformers.js; a page and Node get it in different ways. */
export type ImportTransformers = () => Promise<Transformers>;

/** Name of the global variable in which a page's script of transformers.js leaves the library. */
export const TRANSFORMERS = "__needledropTransformers";

/** Where transformers.js looks for a runtime that its host provides, in place of its own. */
const RUNTIME = Symbol.for("onnxruntime");
const SILENT = 50;

let loaded: Promise<Transformers> | null = null;

/**
 * Loads transformers.js once, so that it uses our runtime: a second one would be another 14 MB, and
 * two cannot run at a time.
 * @param enqueue the queue of the runtime
 */
export async function shareWithTransformers(
  ort: Ort,
  enqueue: <T>(task: () => Promise<T>) => Promise<T>,
  importTransformers: ImportTransformers,
): Promise<Transformers> {
  loaded ??= (async () => {
    Object.assign(globalThis, { [RUNTIME]: queued(ort, enqueue) });
    const library = await importTransformers();
    readFromMemory(library.env);
    return library;
  })();
  loaded.catch(() => (loaded = null)); // Another time it may load.
  return loaded;
}

/** The runtime as another library sees it; what it runs waits in our queue. */
function queued(ort: Ort, enqueue: <T>(task: () => Promise<T>) => Promise<T>): Ort {
  const create = async (
    ...given: Parameters<typeof ort.InferenceSession.create>
  ): Promise<Session> => {
    const session = await enqueue(() => ort.InferenceSession.create(...given));
    const run = session.run.bind(session);
    const release = session.release.bind(session);
    // A model that writes runs again and again: in between, the worker hears what else is asked of it.
    const wait = async (...feeds: Parameters<typeof run>) => {
      await new Promise((resolve) => setTimeout(resolve));
      return enqueue(() => run(...feeds));
    };
    return Object.assign(session, { run: wait, release: () => enqueue(release) });
  };
  // It gets none of our settings: it would have the runtime load files from the network.
  const env = {} as Ort["env"];
  return { Tensor: ort.Tensor, env, InferenceSession: { create } as Ort["InferenceSession"] };
}

/** Files of the models that are being loaded, by model id. */
const memory = new Map<string, ReadonlyMap<string, Uint8Array<ArrayBuffer>>>();
let loads = 0;

/** Lets it read files from `memory` alone: never by URL, and never from a cache of its own. */
function readFromMemory(env: Transformers["env"]): void {
  env.allowRemoteModels = false;
  env.allowLocalModels = true; // It looks into the cache only if one of the two is allowed.
  env.fetch = (): Promise<never> => Promise.reject(new Error("Nothing is fetched."));
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.useWasmCache = false;
  env.logLevel = SILENT; // What goes wrong is reported as an error.
  env.useCustomCache = true;
  env.customCache = {
    match: (key: string) => Promise.resolve(fileOf(key)),
    put: () => Promise.resolve(),
  };
}

// It asks for `/models/needledrop/<number>/<file>`, or by the address that the file would have.
function fileOf(key: string): Response | undefined {
  const [, id, file] = /(needledrop\/\d+)\/(?:resolve\/main\/)?(.+)$/.exec(key) ?? [];
  const bytes = memory.get(id ?? "")?.get(file ?? "");
  return bytes === undefined ? undefined : new Response(bytes);
}

/**
 * Loads a model with transformers.js from files of a pack or captioner, which are in memory only
 * meanwhile.
 * @throws PackError a file is missing, truncated or altered.
 */
export async function fromPack<T>(
  pack: Pick<Pack, "read">,
  names: readonly string[],
  load: (id: string) => Promise<T>,
): Promise<T> {
  const files = names.map(async (name) => [name, await pack.read(name)] as const);
  const id = `needledrop/${(loads += 1)}`;
  memory.set(id, new Map(await Promise.all(files)));
  try {
    return await load(id);
  } finally {
    memory.delete(id);
  }
}
