import * as v from "valibot";
import type { MarkReport, MarkRequest } from "./clip-markers.ts";
import type { Cue, InsertReport, InsertRequest } from "./cue.ts";
import type { CueSheet, Saved, TextFile } from "./cue-sheet.ts";
import type { DuckReport, DuckSettings, UnduckReport } from "./ducking.ts";
import type { Frames, FramesRequest } from "./frames.ts";
import type { Check, CheckRequest } from "./host-check.ts";
import type { Place } from "./place.ts";
import type { Selection } from "./selection.ts";
import { text } from "./values.ts";

/** Premiere's three panel themes. */
export const ThemeSchema = v.picklist(["light", "dark", "darkest"]);
export type Theme = v.InferOutput<typeof ThemeSchema>;

export const HostInfoSchema = v.object({
  name: text(100),
  version: text(50),
  theme: ThemeSchema,
  /** Whether a result row may itself be dragged onto the timeline (else the host's own strip is). */
  rowDrag: v.boolean(),
  /** Kinds of audio file the application imports: endings in lower case, without the dot. */
  importable: v.pipe(v.array(text(10)), v.maxLength(100)),
});
export type HostInfo = v.InferOutput<typeof HostInfoSchema>;

/** The folder that takes the music of the open project; null until one was chosen. */
export const MusicFolderSchema = v.object({ path: v.nullable(text(4000)) });
export type MusicFolder = v.InferOutput<typeof MusicFolderSchema>;

/** `place`: another sequence, another selection, other marks may be there now. */
export const HostEventSchema = v.variant("type", [
  v.object({ type: v.literal("theme"), theme: ThemeSchema }),
  v.object({ type: v.literal("place") }),
]);
export type HostEvent = v.InferOutput<typeof HostEventSchema>;

/**
 * The editing application as Needledrop sees it: Premiere (`plugin/`) or the stand-in (`src/demo/`).
 * Every method rejects with `HostError` when the application cannot do it, and then the timeline is
 * as it was, or the error says exactly what changed.
 */
export interface EditorHost {
  describe(): Promise<HostInfo>;
  /** Cheap: it may be asked for at any time. */
  readPlace(): Promise<Place>;
  /** Dear: it reads every text of every selected clip. Only when the editor asks. */
  readSelection(): Promise<Selection>;

  /**
   * Lays the cue on an audio track as one undo step, overwriting nothing, and reads it back.
   * @throws HostError no sequence is open, the track is not free, the audio is missing or of a kind
   * that is not imported, or the timeline does not hold the clip afterwards.
   */
  insert(request: InsertRequest): Promise<InsertReport>;
  /**
   * Swaps the one selected audio clip for the cue: same track, same place, same length, same volume.
   * The cue's source says where in the track to begin; it begins earlier where the rest is too short.
   * @throws HostError nothing, several clips or a clip with picture are selected
   */
  replace(cue: Cue): Promise<InsertReport>;
  /**
   * Sets markers on the project item of a track that was laid down.
   * @throws HostError the project does not hold the track
   */
  addMarkers(request: MarkRequest): Promise<MarkReport>;
  /**
   * Draws the volume of the music under speech: of the selected clips of music, else of all that
   * Needledrop laid into the sequence. One undo step. What was ducked before is drawn anew.
   * @throws HostError there is no music, no speech, or a volume that makes no sense
   */
  duck(settings: DuckSettings): Promise<DuckReport>;
  /** Takes away what `duck` drew, from the same clips that `duck` would choose. One undo step. */
  unduck(): Promise<UnduckReport>;

  /** Plays the cue in the application's own monitor, which reads files that a page may not. */
  preview(cue: Cue): Promise<void>;
  stopPreview(): Promise<void>;
  /** Puts a cue on the host's drag strip, or takes it off. */
  offerDrag(cue: Cue | null): Promise<void>;

  /** The music that lies in the open sequence now, with the terms that were kept beside it. */
  readCueSheet(): Promise<CueSheet>;
  /** Keeps a text as a file where the editor chooses. */
  saveText(file: TextFile): Promise<Saved>;
  /** Pictures of the selected clips. */
  framesOf(request: FramesRequest): Promise<Frames>;

  /** Where the music of the open project is kept. Asks nobody. */
  readMusicFolder(): Promise<MusicFolder>;
  /** Asks the editor for another folder; `path` is null when they change their mind. */
  chooseMusicFolder(): Promise<MusicFolder>;

  /**
   * Opens an https page in the editor's own browser; only ever because they asked for it.
   * @throws HostError it did not open, or the editor refused
   */
  openPage(page: string): Promise<void>;
  /** Looks at what only the application itself can tell. Never rejects for a check that fails. */
  check(request: CheckRequest): Promise<Check[]>;
  /** Gives back what it was given: measures the way between page and host. */
  echo(text: string): Promise<string>;
  /** Returns the unsubscribe. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}
