import type { ConversionSource } from "./conversion.ts";
import type { Cover, CoverSource } from "./cover.ts";
import type {
  AddedPackFile,
  AssetName,
  EngineInfo,
  LoadOptions,
  LoadProgress,
  PackedAsset,
} from "./engine.ts";
import type { Fit, FitAnswer, FitRequest } from "./fit.ts";
import type { Reference } from "./likeness.ts";
import type { CatalogueMap, PlacedQuery } from "./map.ts";
import type { SearchAnswer, SearchRequest, SearchResult } from "./search.ts";
import type { AddedCaptioner, Picture, Sight } from "./sight.ts";
import type {
  DecodedFile,
  FolderAccess,
  FolderListing,
  FolderProgress,
  FolderReport,
  LibraryFolder,
} from "./folder.ts";
import type { AddedPack, PackAccess } from "./pack.ts";
import { errorFromWire, errorToWire, type WireError } from "./errors.ts";

/**
 * How a call across a worker boundary (Comlink) ended. Structured cloning strips an error of its
 * class, so nothing is thrown across: every call resolves to an outcome, and each side unwraps it.
 *
 *     worker:  expose(serveEngine(engine))                                       (serve-engine.ts)
 *     panel:   const engine = connectEngine(wrap<RemoteEngine>(worker), proxy)   (connect-engine.ts)
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;
interface Failure {
  readonly ok: false;
  readonly error: WireError;
}

/** Reads an asset for the worker, on the page. Handed over as a Comlink proxy; never rejects. */
export type RemoteAssets = (
  name: AssetName | AddedPackFile,
) => Promise<Outcome<Uint8Array | PackedAsset>>;

/**
 * What the worker exposes: an `Engine` whose calls resolve to outcomes and never reject. Both
 * functions that `load` takes must be Comlink proxies.
 */
export interface RemoteEngine {
  load(
    readAsset: RemoteAssets,
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => unknown,
  ): Promise<Outcome<EngineInfo>>;
  search(request: SearchRequest): Promise<Outcome<SearchAnswer>>;
  results(request: SearchRequest, from: number, count: number): Promise<Outcome<SearchResult[]>>;
  tracks(ids: readonly string[]): Promise<Outcome<(SearchResult | null)[]>>;
  hearReference(
    source: Pick<ConversionSource, "name" | "size" | "seconds">,
    files: Pick<RemoteFiles, "read" | "decode">,
    onProgress: (done: number) => unknown,
  ): Promise<Outcome<Reference>>;
  forgetReference(id: string): Promise<Outcome<void>>;
  peaks(trackId: string): Promise<Outcome<Uint8Array>>;
  map(): Promise<Outcome<CatalogueMap>>;
  placeQuery(request: SearchRequest): Promise<Outcome<PlacedQuery>>;
  folders(): Promise<Outcome<LibraryFolder[]>>;
  updateFolder(
    folder: Pick<FolderAccess, "id" | "name" | "path" | "takes">,
    files: RemoteFiles,
    onProgress: (progress: FolderProgress) => unknown,
  ): Promise<Outcome<FolderReport>>;
  stopFolder(id: string): Promise<Outcome<void>>;
  removeFolder(id: string): Promise<Outcome<void>>;
  packs(): Promise<Outcome<AddedPack[]>>;
  addPack(
    pack: Pick<PackAccess, "name" | "files">,
    read: (file: string) => Promise<Outcome<Uint8Array>>,
    onProgress: (done: number) => unknown,
  ): Promise<Outcome<AddedPack>>;
  removePack(hash: string): Promise<Outcome<void>>;
  see(pictures: readonly Picture[], onSeen: (sight: Sight) => unknown): Promise<Outcome<Sight>>;
  captioners(): Promise<Outcome<AddedCaptioner[]>>;
  addCaptioner(
    folder: Pick<PackAccess, "name" | "files">,
    read: (file: string) => Promise<Outcome<Uint8Array>>,
    onProgress: (done: number) => unknown,
  ): Promise<Outcome<AddedCaptioner>>;
  removeCaptioner(hash: string): Promise<Outcome<void>>;
  toWav(
    source: Pick<ConversionSource, "name" | "size" | "seconds">,
    files: Pick<RemoteFiles, "read" | "decode">,
    sink: RemoteWavSink,
  ): Promise<Outcome<void>>;
  fit(
    source: Pick<ConversionSource, "name" | "size" | "seconds">,
    files: Pick<RemoteFiles, "read" | "decode">,
    request: FitRequest,
    onProgress: (done: number) => unknown,
  ): Promise<Outcome<FitAnswer>>;
  renderFit(
    source: Pick<ConversionSource, "name" | "size" | "seconds">,
    files: Pick<RemoteFiles, "read" | "decode">,
    fit: Fit,
    sink: RemoteWavSink,
  ): Promise<Outcome<void>>;
  cover(
    source: Pick<CoverSource, "name" | "size">,
    read: (position: number, length: number) => Promise<Outcome<Uint8Array>>,
  ): Promise<Outcome<Cover | null>>;
}

/** What takes a WAV file, on the page. Handed over as a Comlink proxy; never rejects. */
export interface RemoteWavSink {
  begin(bytes: number): Promise<Outcome<boolean>>;
  write(bytes: Uint8Array): Promise<Outcome<void>>;
}

/**
 * The files of a folder, which the page reads for the worker. Handed over as a Comlink proxy; never
 * rejects.
 */
export interface RemoteFiles {
  list(): Promise<Outcome<FolderListing>>;
  read(name: string, position: number, length: number): Promise<Outcome<Uint8Array>>;
  decode(name: string): Promise<Outcome<DecodedFile>>;
}

/**
 * Name of the global variable that holds the engine's message port in a page that may not start a
 * worker. Such a page sets it, and then runs the worker's script itself.
 */
export const ENGINE_PORT = "__needledropEnginePort";

/** How a call ended, thrown errors included. */
export async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (thrown) {
    return { ok: false, error: errorToWire(thrown) };
  }
}

/** What a call came to. @throws the error that it ended with */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw errorFromWire(outcome.error);
}
