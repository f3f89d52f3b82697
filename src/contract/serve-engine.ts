import type { ConversionSource, WavSink } from "./conversion.ts";
import type { Engine, PackedAssetSource } from "./engine.ts";
import type { FolderAccess } from "./folder.ts";
import type { PackAccess } from "./pack.ts";
import {
  outcomeOf,
  unwrap,
  type Outcome,
  type RemoteEngine,
  type RemoteFiles,
  type RemoteWavSink,
} from "./remote-engine.ts";

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
