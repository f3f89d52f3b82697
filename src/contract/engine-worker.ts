import type { ConversionSource, WavSink } from "./conversion.ts";
import type { Cover, CoverSource } from "./cover.ts";
import type {
  AddedPackFile,
  AssetName,
  Engine,
  EngineInfo,
  LoadOptions,
  LoadProgress,
  PackedAsset,
  PackedAssetSource,
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
 *     worker:  expose(serveEngine(engine))
 *     panel:   const engine = connectEngine(wrap<RemoteEngine>(worker), proxy)
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

/** The worker's side of the boundary: `engine`, with outcomes in place of errors. */
export function serveEngine(engine: Engine): RemoteEngine {
  return {
    load: (readAsset, options, onProgress) => {
      const assets: PackedAssetSource = { read: async (name) => unwrap(await readAsset(name)) };
      return outcomeOf(engine.load(assets, options, (progress) => void onProgress(progress)));
    },
    search: (request) => outcomeOf(engine.search(request)),
    results: (...asked) => outcomeOf(engine.results(...asked)),
    tracks: (ids) => outcomeOf(engine.tracks(ids)),
    hearReference: (source, files, onProgress) =>
      outcomeOf(engine.hearReference(sourceOver(source, files), (done) => void onProgress(done))),
    forgetReference: (id) => outcomeOf(engine.forgetReference(id)),
    peaks: (trackId) => outcomeOf(engine.peaks(trackId)),
    map: () => outcomeOf(engine.map()),
    placeQuery: (request) => outcomeOf(engine.placeQuery(request)),
    folders: () => outcomeOf(engine.folders()),
    updateFolder: (folder, files, onProgress) => {
      const access: FolderAccess = {
        ...folder,
        list: async () => unwrap(await files.list()),
        read: async (...place) => unwrap(await files.read(...place)),
        decode: async (name) => unwrap(await files.decode(name)),
      };
      return outcomeOf(engine.updateFolder(access, (progress) => void onProgress(progress)));
    },
    stopFolder: (id) => outcomeOf(engine.stopFolder(id)),
    removeFolder: (id) => outcomeOf(engine.removeFolder(id)),
    packs: () => outcomeOf(engine.packs()),
    addPack: (pack, read, onProgress) =>
      outcomeOf(engine.addPack(accessOver(pack, read), (done) => void onProgress(done))),
    removePack: (hash) => outcomeOf(engine.removePack(hash)),
    see: (pictures, onSeen) => outcomeOf(engine.see(pictures, (sight) => void onSeen(sight))),
    captioners: () => outcomeOf(engine.captioners()),
    addCaptioner: (folder, read, onProgress) =>
      outcomeOf(engine.addCaptioner(accessOver(folder, read), (done) => void onProgress(done))),
    removeCaptioner: (hash) => outcomeOf(engine.removeCaptioner(hash)),
    toWav: (source, files, sink) =>
      outcomeOf(engine.toWav(sourceOver(source, files), sinkOver(sink))),
    fit: (source, files, request, onProgress) =>
      outcomeOf(engine.fit(sourceOver(source, files), request, (done) => void onProgress(done))),
    renderFit: (source, files, fit, sink) =>
      outcomeOf(engine.renderFit(sourceOver(source, files), fit, sinkOver(sink))),
    cover: (source, read) =>
      outcomeOf(
        engine.cover({ ...source, read: async (...place) => unwrap(await read(...place)) }),
      ),
  };
}

/** A folder that the page reads for the worker. */
const accessOver = (
  folder: Pick<PackAccess, "name" | "files">,
  read: (file: string) => Promise<Outcome<Uint8Array>>,
): PackAccess => ({ ...folder, read: async (file) => unwrap(await read(file)) });

/** A file that the page reads for the worker. */
const sourceOver = (
  source: Pick<ConversionSource, "name" | "size" | "seconds">,
  files: Pick<RemoteFiles, "read" | "decode">,
): ConversionSource => ({
  ...source,
  read: async (...place) => unwrap(await files.read(source.name, ...place)),
  decode: async () => unwrap(await files.decode(source.name)),
});

/** What takes a WAV file on the page, for the worker. */
const sinkOver = (sink: RemoteWavSink): WavSink => ({
  begin: async (bytes) => unwrap(await sink.begin(bytes)),
  write: async (bytes) => unwrap(await sink.write(bytes)),
});

/** The same sink, as the worker reaches it. */
const remoteSink = (sink: WavSink): RemoteWavSink => ({
  begin: (bytes) => outcomeOf(sink.begin(bytes)),
  write: (bytes) => outcomeOf(sink.write(bytes)),
});

/** The same file, as the worker reads it. */
const filesOf = (source: ConversionSource): Pick<RemoteFiles, "read" | "decode"> => ({
  read: (_, ...place) => outcomeOf(source.read(...place)),
  decode: () => outcomeOf(source.decode()),
});

/**
 * The panel's side of the boundary: an engine whose errors have their classes again.
 * @param remote the worker, wrapped by Comlink
 * @param proxy Comlink's `proxy`, since the contract imports no such library
 * @param give Comlink's `transfer`: hands the memory of an asset over; without it, a copy is sent
 */
export function connectEngine(
  remote: RemoteEngine,
  proxy: <T extends object>(value: T) => T,
  give: <T extends object>(value: T, memory: ArrayBuffer[]) => T = (value) => value,
): Engine {
  return {
    load: async (assets, options, onProgress) => {
      const readAsset: RemoteAssets = async (name) => {
        const outcome = await outcomeOf(assets.read(name));
        return outcome.ok ? give(outcome, memoryOf(outcome.value)) : outcome;
      };
      const report = (progress: LoadProgress): void => onProgress?.(progress);
      return unwrap(await remote.load(proxy(readAsset), options, proxy(report)));
    },
    search: async (request) => unwrap(await remote.search(request)),
    results: async (...asked) => unwrap(await remote.results(...asked)),
    tracks: async (ids) => unwrap(await remote.tracks(ids)),
    hearReference: async (source, onProgress) => {
      const { name, size, seconds } = source;
      const report = proxy((done: number): void => onProgress?.(done));
      return unwrap(
        await remote.hearReference({ name, size, seconds }, proxy(filesOf(source)), report),
      );
    },
    forgetReference: async (id) => unwrap(await remote.forgetReference(id)),
    peaks: async (trackId) => unwrap(await remote.peaks(trackId)),
    map: async () => unwrap(await remote.map()),
    placeQuery: async (request) => unwrap(await remote.placeQuery(request)),
    folders: async () => unwrap(await remote.folders()),
    updateFolder: async (access, onProgress) => {
      const { id, name, path, takes = "all" } = access;
      const files: RemoteFiles = {
        list: () => outcomeOf(access.list()),
        read: (...place) => outcomeOf(access.read(...place)),
        decode: (file) => outcomeOf(access.decode(file)),
      };
      const report = proxy((progress: FolderProgress): void => onProgress?.(progress));
      return unwrap(await remote.updateFolder({ id, name, path, takes }, proxy(files), report));
    },
    stopFolder: async (id) => unwrap(await remote.stopFolder(id)),
    removeFolder: async (id) => unwrap(await remote.removeFolder(id)),
    packs: async () => unwrap(await remote.packs()),
    addPack: async (pack, onProgress) => {
      const { name, files } = pack;
      const read = proxy((file: string) => outcomeOf(pack.read(file)));
      const report = proxy((done: number): void => onProgress?.(done));
      return unwrap(await remote.addPack({ name, files }, read, report));
    },
    removePack: async (hash) => unwrap(await remote.removePack(hash)),
    see: async (pictures, onSeen) => {
      const tell = proxy((sight: Sight): void => onSeen?.(sight));
      return unwrap(await remote.see(pictures, tell));
    },
    captioners: async () => unwrap(await remote.captioners()),
    addCaptioner: async (folder, onProgress) => {
      const { name, files } = folder;
      const read = proxy((file: string) => outcomeOf(folder.read(file)));
      const report = proxy((done: number): void => onProgress?.(done));
      return unwrap(await remote.addCaptioner({ name, files }, read, report));
    },
    removeCaptioner: async (hash) => unwrap(await remote.removeCaptioner(hash)),
    toWav: async (source, sink) => {
      const { name, size, seconds } = source;
      const taken = proxy(remoteSink(sink));
      return unwrap(await remote.toWav({ name, size, seconds }, proxy(filesOf(source)), taken));
    },
    fit: async (source, request, onProgress) => {
      const { name, size, seconds } = source;
      const files = proxy(filesOf(source));
      const report = proxy((done: number): void => onProgress?.(done));
      return unwrap(await remote.fit({ name, size, seconds }, files, request, report));
    },
    renderFit: async (source, fit, sink) => {
      const { name, size, seconds } = source;
      const files = proxy(filesOf(source));
      const taken = proxy(remoteSink(sink));
      return unwrap(await remote.renderFit({ name, size, seconds }, files, fit, taken));
    },
    cover: async (source) => {
      const { name, size } = source;
      const read = proxy((...place: [number, number]) => outcomeOf(source.read(...place)));
      return unwrap(await remote.cover({ name, size }, read));
    },
  };
}

/** The memory of an asset, if it can be handed over. */
function memoryOf(asset: Uint8Array | PackedAsset): ArrayBuffer[] {
  const { buffer } = asset instanceof Uint8Array ? asset : asset.gzip;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work };
  } catch (thrown) {
    return { ok: false, error: errorToWire(thrown) };
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw errorFromWire(outcome.error);
}
