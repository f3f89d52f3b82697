import * as v from "valibot";
import type { MarkReport, MarkRequest } from "./clip-markers.ts";
import type { Cue, InsertReport, InsertRequest } from "./cue.ts";
import type { WavFile, WavPiece, Written } from "./conversion.ts";
import type { CueSheet, Saved, TextFile } from "./cue-sheet.ts";
import type { CutHost } from "./cuts.ts";
import {
  DownloadProgressSchema,
  HostsSchema,
  type DownloadRequest,
  type DownloadSettings,
  type Downloaded,
  type HostTrust,
} from "./download.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "./ducking.ts";
import type { Frames, FramesRequest } from "./frames.ts";
import type { Check, CheckRequest } from "./host-check.ts";
import type {
  FilePieceRequest,
  FolderPage,
  FolderPageRequest,
  HostFolder,
} from "./host-folders.ts";
import type { Place } from "./place.ts";
import type { RowHost } from "./row.ts";
import type { Selection } from "./selection.ts";
import {
  SequencePlaybackSchema,
  type PlayRequest,
  type SequencePlayback,
} from "./sequence-playback.ts";
import { text } from "./values.ts";

/** The three themes of Premiere's panels. */
export const ThemeSchema = v.picklist(["light", "dark", "darkest"]);
/** See `ThemeSchema`. */
export type Theme = v.InferOutput<typeof ThemeSchema>;

/** What the editing application is, and what it allows. */
export const HostInfoSchema = v.object({
  name: text(100),
  version: text(50),
  theme: ThemeSchema,
  /** Whether result rows can be dragged to the timeline; if not, the drag strip of the host can. */
  rowDrag: v.boolean(),
  /** Kinds of audio file that it imports: file name extensions, in lower case, without the dot. */
  importable: v.pipe(v.array(text(10)), v.maxLength(100)),
  /** Whether it remembers folders of the editor's own music; if not, it refuses what concerns them. */
  ownFolders: v.boolean(),
  /** Whether panels may start the playback of the sequence; if not, it refuses `playSequence`. */
  playsSequence: v.boolean(),
  /** Hosts that it may download tracks from, on a click; none if it has no network. */
  downloadHosts: HostsSchema,
});
/** See `HostInfoSchema`. */
export type HostInfo = v.InferOutput<typeof HostInfoSchema>;

/** The folder that holds the music of the open project; `path` is null until one is chosen. */
export const MusicFolderSchema = v.object({ path: v.nullable(text(4000)) });
/** See `MusicFolderSchema`. */
export type MusicFolder = v.InferOutput<typeof MusicFolderSchema>;

/**
 * What the host tells without being asked. `theme`: the theme changed; `place`: the sequence, the
 * selection or the marks may have changed; `playback`: the sequence began or ceased to play, or plays
 * on, several times a second; `download`: how far one has come.
 */
export const HostEventSchema = v.variant("type", [
  v.object({ type: v.literal("theme"), theme: ThemeSchema }),
  v.object({ type: v.literal("place") }),
  v.object({ type: v.literal("playback"), playback: SequencePlaybackSchema }),
  v.object({ type: v.literal("download"), progress: DownloadProgressSchema }),
]);
/** See `HostEventSchema`. */
export type HostEvent = v.InferOutput<typeof HostEventSchema>;

/**
 * The editing application as Needledrop sees it: Premiere (`plugin/`) or the stand-in (`src/demo/`).
 * Every method rejects with `HostError` if the application cannot do what was asked. The timeline is
 * then as it was before, or the error says what changed. Over the bridge, every method may also
 * reject with `BridgeError`.
 */
export interface EditorHost extends CutHost, RowHost {
  /** What the application is, and what it allows. */
  describe(): Promise<HostInfo>;
  /** Where the editor is working. Cheap; may be called at any time. */
  readPlace(): Promise<Place>;
  /** The texts of the selected clips. Slow with many clips; called only when the editor asks. */
  readSelection(): Promise<Selection>;

  /**
   * Puts a cue on an audio track in one undo step, overwrites nothing, and reads the clip back.
   * @throws HostError no sequence is open, the track is not free, the audio is missing or cannot be
   * imported, or the timeline does not hold the clip afterwards.
   */
  insert(request: InsertRequest): Promise<InsertReport>;
  /**
   * Replaces the one selected audio clip with the cue: same track, place, length and volume. The
   * cue's source says where in the music to begin; it begins earlier if the rest is too short.
   * @throws HostError no clip, several clips or a clip with video are selected.
   */
  replace(cue: Cue): Promise<InsertReport>;
  /**
   * Sets markers on the project item of a track that was put on a timeline.
   * @throws HostError the project does not hold the track.
   */
  addMarkers(request: MarkRequest): Promise<MarkReport>;
  /**
   * Lowers music under speech with volume keyframes, in one undo step: the selected clips of music,
   * or else all music that Needledrop put into the sequence. Earlier ducking is replaced.
   * @throws HostError there is no music, no speech, or no plausible volume.
   */
  duck(settings: DuckSettings): Promise<DuckReport>;
  /** Removes the keyframes of `duck`, from the clips that `duck` would choose, in one undo step. */
  unduck(): Promise<UnduckReport>;

  /**
   * Plays the open sequence from a place on, or goes there if it plays already.
   * @throws HostError no sequence is open, or this application lets no panel start its playback.
   */
  playSequence(request: PlayRequest): Promise<SequencePlayback>;
  /** Stops what `playSequence` has started. A sequence that does not play is no error. */
  stopSequence(): Promise<void>;

  /** Plays a cue in the source monitor, which can read files that a page cannot. */
  preview(cue: Cue): Promise<void>;
  /** Stops what `preview` plays. */
  stopPreview(): Promise<void>;
  /** Puts a cue on the drag strip of the host; null takes it off. */
  offerDrag(cue: Cue | null): Promise<void>;

  /** The music of the open sequence, with the licences that the project keeps. */
  readCueSheet(): Promise<CueSheet>;
  /** Saves a text as a file in a place that the editor chooses. */
  saveText(file: TextFile): Promise<Saved>;
  /** Pictures of the selected clips. */
  framesOf(request: FramesRequest): Promise<Frames>;

  /** The folder that holds the music of the open project. Does not ask the editor. */
  readMusicFolder(): Promise<MusicFolder>;
  /** Asks the editor for another folder; `path` is null if they cancel. */
  chooseMusicFolder(): Promise<MusicFolder>;

  /**
   * Looks for a WAV file in the music folder, for which it asks the editor if there is none.
   * @throws HostError no folder was chosen, or another file has that name
   */
  findWav(file: WavFile): Promise<Written>;
  /**
   * Writes the next piece of a WAV file into the music folder. It lies there only when it is whole.
   * One file at a time: a piece at 0 ends what was begun before.
   * @throws HostError the piece does not follow the last one, or the folder cannot be written to
   */
  writeWav(piece: WavPiece): Promise<Written>;
  /** Removes what was written of a WAV file that is not whole. */
  dropWav(name: string): Promise<void>;

  /** Asks the editor for a folder of their own music, and remembers it; null if they cancel. */
  addFolder(): Promise<HostFolder | null>;
  /** The folders that were added. Does not look whether they are there. */
  knownFolders(): Promise<HostFolder[]>;
  /**
   * The next page of the files in a folder.
   * @throws HostError the folder is gone or may not be read, or `from` is not where the list stands.
   */
  listFolder(request: FolderPageRequest): Promise<FolderPage>;
  /**
   * Bytes of a file in base64: `length` of them, fewer only where the file ends. Every host reads
   * the audio that ships (`BUNDLED_FOLDER`), even one without folders.
   * @throws HostError the file or its folder is gone, or may not be read.
   */
  readFile(request: FilePieceRequest): Promise<string>;
  /** Forgets a folder, whose files are not touched. One that is not known is no error. */
  forgetFolder(id: string): Promise<void>;

  /** Where downloads go, and which hosts they come from without another question. */
  downloadSettings(): Promise<DownloadSettings>;
  /** Asks the editor for a folder for downloads, and remembers it; null if they cancel. */
  chooseDownloadFolder(): Promise<HostFolder | null>;
  /** Remembers, or forgets, that files may come from a host without another question. */
  trustHost(trust: HostTrust): Promise<void>;
  /**
   * Downloads the file of a track into the folder for downloads, for which it asks the editor if
   * there is none. Call it only because they asked for the track, and know from which host it comes.
   * What is there already is not downloaded again.
   * @throws DownloadError the host, its answer or the disk does not allow it, it broke off, or it was
   * cancelled. Nothing of it is kept.
   * @throws HostError no folder was chosen, or this application has no network
   */
  download(request: DownloadRequest): Promise<Downloaded>;
  /** Cancels the download of a track; if there is none, nothing happens. */
  cancelDownload(trackId: string): Promise<void>;

  /**
   * Opens an https page in the editor's own browser, and only because they asked for it.
   * @throws HostError the page did not open, or the editor refused.
   */
  openPage(page: string): Promise<void>;
  /** Checks what only the application itself can tell. A check that fails is an outcome, no error. */
  check(request: CheckRequest): Promise<Check[]>;
  /** Returns its argument, to measure the way between page and host. */
  echo(text: string): Promise<string>;
  /** Calls `listener` for every event until the returned function is called. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}
