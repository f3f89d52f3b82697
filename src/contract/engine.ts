import type { ConversionSource, WavSink } from "./conversion.ts";
import type { Cover, CoverSource } from "./cover.ts";
import type { FolderAccess, FolderProgress, FolderReport, LibraryFolder } from "./folder.ts";
import type { AddedPack, PackAccess } from "./pack.ts";
import { isLocal, type LocalTrack, type Section, type Track } from "./track.ts";
import type { Understood } from "./understanding.ts";

/** Where a model runs. Both devices give the same embedding within 1e-3 for each number. */
export type Device = "wasm" | "webgpu";

/**
 * Longest query, in UTF-16 units, that is searched for; the engine ignores the rest. The text tower
 * reads far less, but tokenising takes time in proportion to all of it.
 */
export const QUERY_LIMIT = 2000;

/** Most results of one search. */
export const RESULT_LIMIT = 10_000;

/** What to search for. */
export interface SearchRequest {
  /** The scene in the editor's words. Blanks around it do not count. */
  readonly query: string;
  /** How many results, 1 to `RESULT_LIMIT`. */
  readonly limit: number;
  /** Only tracks whose audio is on this machine; false unless given. */
  readonly localOnly?: boolean;
  /**
   * Phrases of the query that are to be read as plain words, at most `LITERAL_LIMIT`. The `text` of an
   * `UnderstoodItem` in it takes that item back.
   */
  readonly literal?: readonly string[];
}

/** A track that fits, and where in it. */
export interface SearchResult {
  /** From 1, without gaps. */
  readonly rank: number;
  readonly track: Track;
  /**
   * How well it fits, in standard deviations from the mean of all sections with the same kind of
   * evidence (`engine/query/scores.ts`). With several packs: the fused score, 1 for the first place
   * in every pack (`engine/query/fuse.ts`). Comparable within one answer only.
   */
  readonly score: number;
  /** The stretch that fits best, at most 30 seconds unless one section is longer. */
  readonly section: Section;
  /** At most three vocabulary words that are near both the query and the section, best first. */
  readonly why: readonly string[];
}

/** A result whose track can be played and laid on a timeline now. */
export type LocalResult = SearchResult & { readonly track: LocalTrack };

/** Whether the audio of a result's track is on this machine, as far as the index knows. */
export const isLocalResult = (result: SearchResult): result is LocalResult => isLocal(result.track);

/** How long an answer took, in milliseconds. */
export interface SearchTimings {
  /** Waiting for the engine to load; 0 once it is warm. */
  readonly load: number;
  /** Embedding the query. */
  readonly encode: number;
  /** Scanning, ranking and giving reasons. */
  readonly search: number;
}

/** What a search found, together with what was asked. */
export interface SearchAnswer {
  /** The request, as it was made. */
  readonly request: SearchRequest;
  /** Pack id, `name@version`; several are joined by " + ". */
  readonly pack: string;
  readonly device: Device;
  readonly ms: SearchTimings;
  /** What the query was taken to say. */
  readonly understood: Understood;
  /**
   * Best first; fewer than `request.limit` if fewer tracks fit what was understood, and possibly none.
   */
  readonly results: readonly SearchResult[];
}

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
  | "index"
  | "transformers";

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
  /** Tracks in the index. */
  readonly tracks: number;
  /** How many of them have their audio on this machine. */
  readonly localTracks: number;
  /** Sections in the index, over all tracks. */
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
export interface Engine {
  /**
   * Loads the text tower and the index. A second call with the same options shares the first load;
   * other options replace it once they have loaded.
   * @param onProgress called at once, and whenever a stage is done
   * @throws AssetError an asset does not load, or is not the bundled index that was named.
   * @throws PackError the pack is damaged or of another format.
   * @throws IndexFormatError the index is damaged or of another format.
   * @throws IndexPackMismatchError the index was made with another pack.
   * @throws DeviceError the device cannot run the model.
   */
  load(
    assets: AssetSource,
    options: LoadOptions,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<EngineInfo>;
  /**
   * Searches, after waiting for a load that is under way.
   * @throws EmptyQueryError the query is blank, or holds no readable text.
   * @throws UsageError the limit is not 1 to `RESULT_LIMIT`, `literal` is too long, or nothing was
   *   loaded.
   * @throws DeviceError the device failed, for example for want of memory.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * The waveform of a track: peak magnitudes, 0 (silence) to 255 (full scale), evenly spaced over
   * its length. All 0, or none at all, for a track that was indexed without audio.
   * @throws UsageError the index does not hold the track, or nothing was loaded.
   */
  peaks(trackId: string): Promise<Uint8Array>;

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
