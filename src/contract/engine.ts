import type { Section, Track } from "./track.ts";

/** Where a model runs. WASM is the floor; WebGPU must give the same embedding within 1e-3. */
export type Device = "wasm" | "webgpu";

/** Longest query that is read; what follows is cut (the text tower reads far less). */
export const QUERY_LIMIT = 2000;

export interface SearchRequest {
  /** What the scene is, in the editor's words. */
  readonly query: string;
  /** How many results, 1 to 100. */
  readonly limit: number;
  /** Only tracks whose audio is on this machine. */
  readonly localOnly?: boolean;
}

/** A track that fits, and where in it. */
export interface SearchResult {
  /** From 1. */
  readonly rank: number;
  readonly track: Track;
  /** Comparable within one answer only. */
  readonly score: number;
  /** The stretch that fits best. */
  readonly section: Section;
  /** Vocabulary words near to both the query and the section, best first. */
  readonly why: readonly string[];
}

export interface SearchTimings {
  /** Milliseconds. `load` is 0 once the engine is warm. */
  readonly load: number;
  readonly encode: number;
  readonly search: number;
}

export interface SearchAnswer {
  readonly query: string;
  /** Pack id, `name@version`. */
  readonly pack: string;
  readonly device: Device;
  readonly ms: SearchTimings;
  readonly results: readonly SearchResult[];
}

/** Names of the things an engine asks for; whoever owns the engine fetches them. */
export type AssetName =
  | "ort/wasm"
  | "ort/webgpu"
  | "pack/pack.json"
  | "pack/text.onnx"
  | "pack/audio.onnx"
  | "pack/tokenizer.json"
  | "pack/vocabulary.json"
  | "index";

/** Gives the bytes of an asset, or rejects with `AssetError`. */
export interface AssetSource {
  read(name: AssetName): Promise<Uint8Array>;
}

export type LoadStage = "runtime" | "pack" | "text-tower" | "index" | "ready";

export interface LoadProgress {
  readonly stage: LoadStage;
  /** 0 to 1 over the whole load. */
  readonly done: number;
}

/** Where the index came from at this start, and whether it will be cached for the next one. */
export interface IndexOrigin {
  readonly from: "bundle" | "cache";
  /** Says why nothing is remembered between starts, if so. */
  readonly cacheProblem?: string;
}

export interface EngineInfo {
  readonly pack: string;
  /** SPDX identifier, or the licence's name; `packTerms` says what it forbids. */
  readonly packLicence: string;
  readonly dimension: number;
  readonly device: Device;
  readonly tracks: number;
  /** How many of them can be heard now. */
  readonly localTracks: number;
  readonly sections: number;
  readonly index: IndexOrigin;
  readonly loadMs: number;
}

export interface LoadOptions {
  readonly device: Device;
  /** SHA-256 (hex) of the bundled index: a cached copy is used only if it is that very one. */
  readonly indexHash: string;
}

/** What the panel talks to. In the page it lives in a worker, behind Comlink. */
export interface Engine {
  /** Loads text tower and index. Idempotent: a load in flight or done is shared. */
  load(
    assets: AssetSource,
    options: LoadOptions,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<EngineInfo>;
  /** @throws EmptyQueryError for a blank query. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Waveform of a track: peak magnitudes 0..255, evenly spaced over its length. */
  peaks(trackId: string): Promise<Uint8Array>;
}
