import type { ConversionSource, WavSink } from "./conversion.ts";
import type { Cover, CoverSource } from "./cover.ts";
import type { FitEngine } from "./fit.ts";
import type { FolderAccess, FolderProgress, FolderReport, LibraryFolder } from "./folder.ts";
import type { AddedPack, PackAccess } from "./pack.ts";
import type { Reference } from "./likeness.ts";
import type { CatalogueMap, PlacedQuery } from "./map.ts";
import type { SearchAnswer, SearchRequest, SearchResult } from "./search.ts";
import type { SightEngine } from "./sight.ts";

/** Where a model runs. Both devices give the same embedding within 1e-3 for each number. */
export type Device = "wasm" | "webgpu";

/** The files that an engine reads. Whoever creates the engine provides them. */
export type AssetName =
  | "ort/wasm"
  | "ort/webgpu"
  | "pack/pack.json"
  | "pack/text.onnx"
  | "pack/audio.onnx"
  | "pack/tokenizer.json"
  | "pack/vocabulary.json"
  | "beats/beats.json"
  | "beats/beats.onnx"
  | "eye/eye.json"
  | "eye/eye.onnx"
  | "index"
  | "map"
  | "script/engine"
  | "script/media"
  | "script/transformers";

/** A file of a pack that the editor added. */
export type AddedPackFile = `pack/${string}`;

/** Provides assets by name. */
export interface AssetSource {
  /**
   * All bytes of an asset.
   * @throws AssetError there is no such asset, or it does not load.
   * @throws PackError a file of a pack is missing or unreadable (command line).
   */
  read(name: AssetName | AddedPackFile): Promise<Uint8Array>;
}

/** An asset as gzip (RFC 1952), and the length of what it holds. */
export interface PackedAsset {
  readonly gzip: Uint8Array;
  readonly bytes: number;
}

/** Provides assets by name, some of them packed. */
export interface PackedAssetSource {
  /** @throws the errors of `AssetSource` */
  read(name: AssetName | AddedPackFile): Promise<Uint8Array | PackedAsset>;
}

/** What a load is working on; `ready` is its end. */
export type LoadStage = "runtime" | "pack" | "text-tower" | "index" | "ready";

/** How far a load has come. */
export interface LoadProgress {
  /** The first stage that is not done yet. */
  readonly stage: LoadStage;
  /** Share of the whole load, 0 to 1. It never falls. */
  readonly done: number;
}

/** Where the index came from at this start, and whether the next one finds it in the cache. */
export interface IndexOrigin {
  readonly from: "bundle" | "cache";
  /** Why the cache does not keep the index, as a sentence; left out if it does. */
  readonly cacheProblem?: string;
}

/** What an engine has loaded. */
export interface EngineInfo {
  /** Pack id, `name@version`. */
  readonly pack: string;
  /** SPDX identifier, or the licence's name; `packTerms` says what it forbids. */
  readonly packLicence: string;
  /** Numbers in an embedding. */
  readonly dimension: number;
  readonly device: Device;
  /** Tracks in the bundled index; those of the editor's folders come beside them. */
  readonly tracks: number;
  /** How many of them have their audio on this machine. */
  readonly localTracks: number;
  /** Sections in that index, over all tracks. */
  readonly sections: number;
  readonly index: IndexOrigin;
  /** Milliseconds that the load took. */
  readonly loadMs: number;
}

/** How to load an engine. */
export interface LoadOptions {
  readonly device: Device;
  /** SHA-256 (hex) of the bundled index. A cached copy is used only if it has this hash. */
  readonly indexHash: string;
}

/** The search engine that the panel talks to. In the page it lives in a worker, behind Comlink. */
export interface Engine extends SightEngine, FitEngine {
  /**
   * Loads the text tower and the bundled index. Folders of the editor's own music come once they are
   * read, which `folders` waits for. A second call with the same options shares the first load;
   * other options replace it once they have loaded.
   * @param onProgress called at once, and whenever a stage is done
   * @throws AssetError an asset does not load, or is not the bundled index that was named.
   * @throws PackError the pack is damaged or of another format.
   * @throws IndexFormatError the index is damaged or of another format.
   * @throws IndexPackMismatchError the index was made with another pack.
   * @throws DeviceError the device cannot run the model.
   */
  load(
    assets: PackedAssetSource,
    options: LoadOptions,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<EngineInfo>;
  /**
   * Searches, after waiting for a load that is under way.
   * @throws EmptyQueryError there is nothing to search for, or the query holds no readable text.
   * @throws UsageError the request is malformed, is like a track or a reference that is not there, or
   *   nothing was loaded.
   * @throws DeviceError the device failed, for example for want of memory.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * More results of an answer, in its order: `count` of them from place `from` on (0 is the best),
   * fewer where they end. Searches anew where the answer is not at hand any more.
   * @throws what `search` throws
   */
  results(request: SearchRequest, from: number, count: number): Promise<SearchResult[]>;
  /**
   * Tracks by id, each with the section that stands for it; null for one that no index holds.
   * @throws UsageError nothing was loaded.
   */
  tracks(ids: readonly string[]): Promise<(SearchResult | null)[]>;
  /**
   * Hears a file so that results can be like it. It is kept in memory, until it is forgotten or the
   * engine ends.
   * @param onProgress called with the share that is done, 0 to 1
   * @throws AudioError the file cannot be decoded, or is shorter than a section.
   * @throws HostError it cannot be read.
   * @throws DeviceError the device failed.
   */
  hearReference(source: ConversionSource, onProgress?: (done: number) => void): Promise<Reference>;
  /** Forgets a reference; one that is not known is no error. */
  forgetReference(id: string): Promise<void>;
  /**
   * The waveform of a track: peak magnitudes, 0 (silence) to 255 (full scale), evenly spaced over
   * its length. All 0, or none at all, for a track that was indexed without audio.
   * @throws UsageError the index does not hold the track, or nothing was loaded.
   */
  peaks(trackId: string): Promise<Uint8Array>;
  /**
   * All tracks as a picture, as the index is now.
   * @throws UsageError nothing was loaded.
   */
  map(): Promise<CatalogueMap>;
  /**
   * Where a request lies on that picture.
   * @throws what `search` throws
   */
  placeQuery(request: SearchRequest): Promise<PlacedQuery>;

  /**
   * Folders of the editor's own music, whose tracks are searched beside the bundled index. They are
   * kept from start to start.
   * @throws UsageError nothing was loaded.
   * @throws StorageError this page may keep nothing.
   */
  folders(): Promise<LibraryFolder[]>;
  /**
   * Adds a folder, or brings it up to date: embeds what is new or changed. Tracks can be found as
   * they are embedded. A second call for the same folder ends the first; so does `stopFolder`, and
   * what was embedded by then is kept.
   * @throws HostError the folder cannot be read.
   * @throws AudioError none of its files could be embedded.
   * @throws UsageError its track list is malformed, or nothing was loaded.
   * @throws StorageError this page may keep nothing, or has no room left.
   * @throws DeviceError the device failed.
   */
  updateFolder(
    access: FolderAccess,
    onProgress?: (progress: FolderProgress) => void,
  ): Promise<FolderReport>;
  /** Ends `updateFolder` after the file in flight. */
  stopFolder(id: string): Promise<void>;
  /**
   * Forgets a folder and its tracks. Its files are not touched.
   * @throws StorageError this page may keep nothing.
   */
  removeFolder(id: string): Promise<void>;

  /**
   * The packs that the editor added; they are kept from start to start. Searches use them for the
   * editor's folders that are embedded with them; what ships is embedded with the pack that ships.
   * @throws UsageError nothing was loaded.
   * @throws StorageError this page may keep nothing.
   */
  packs(): Promise<AddedPack[]>;
  /**
   * Verifies a pack, or a CLAP model in the layout of transformers.js, and keeps it. `updateFolder`
   * then embeds with it, too.
   * @param onProgress called with the share that is done, 0 to 1
   * @throws PackError it is none, or is damaged.
   * @throws HostError a file of it cannot be read.
   * @throws StorageError this page may keep nothing, or has no room left.
   * @throws DeviceError the device cannot run it.
   */
  addPack(access: PackAccess, onProgress?: (done: number) => void): Promise<AddedPack>;
  /**
   * Forgets a pack, and what was embedded with it.
   * @throws StorageError this page may keep nothing.
   */
  removePack(hash: string): Promise<void>;

  /**
   * Decodes a file and hands it over as WAV, piece by piece, with its own sample rate and channels.
   * Needs no load.
   * @throws AudioError the file cannot be decoded, or would be larger than 4 GB.
   * @throws HostError the file cannot be read, or the sink takes no more.
   */
  toWav(source: ConversionSource, sink: WavSink): Promise<void>;
  /** The picture in the tags of a file; null if there is none that can be read. Needs no load. */
  cover(source: CoverSource): Promise<Cover | null>;
}
