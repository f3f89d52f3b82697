import type { ConversionSource, WavSink } from "./conversion.ts";
import type { Engine, LoadProgress, PackedAsset } from "./engine.ts";
import type { Sight } from "./sight.ts";
import type { FolderProgress } from "./folder.ts";
import {
  outcomeOf,
  unwrap,
  type RemoteAssets,
  type RemoteEngine,
  type RemoteFiles,
  type RemoteWavSink,
} from "./remote-engine.ts";

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
