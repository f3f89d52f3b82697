import * as v from "valibot";
import { LicenceSchema, LocalAudioSchema, SectionSchema } from "./track.ts";

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Premiere's three panel themes. */
export const ThemeSchema = v.picklist(["light", "dark", "darkest"]);
export type Theme = v.InferOutput<typeof ThemeSchema>;

export const HostInfoSchema = v.object({
  name: text(100),
  version: text(50),
  theme: ThemeSchema,
  /** Whether a result row may itself be dragged onto the timeline (else the host's own strip is). */
  rowDrag: v.boolean(),
});
export type HostInfo = v.InferOutput<typeof HostInfoSchema>;

/** One selected clip, with every text an editor may have written about it. */
const SceneClipSchema = v.object({
  name: text(1000),
  description: text(10_000),
  logNote: text(10_000),
  comment: text(10_000),
  markers: v.pipe(
    v.array(v.object({ name: text(1000), comments: text(10_000) })),
    v.maxLength(1000),
  ),
  transcript: text(100_000),
});
export type SceneClip = v.InferOutput<typeof SceneClipSchema>;

/** Where the editor is working: nothing is open when `sequence` is null. Times in seconds. */
export const SceneSchema = v.object({
  sequence: v.nullable(
    v.object({
      name: text(1000),
      seconds,
      playhead: seconds,
      /** In and out point, when both are set. */
      range: v.nullable(SectionSchema),
    }),
  ),
  clips: v.pipe(v.array(SceneClipSchema), v.maxLength(200)),
});
export type Scene = v.InferOutput<typeof SceneSchema>;

/** A stretch of a track that is to go on the timeline. */
export const CueSchema = v.object({
  trackId: text(400),
  title: text(400),
  artist: text(400),
  licence: LicenceSchema,
  audio: LocalAudioSchema,
  /** Which part of the track. */
  source: SectionSchema,
});
export type Cue = v.InferOutput<typeof CueSchema>;

/** `at` null means: at the playhead. */
export const InsertRequestSchema = v.object({ cue: CueSchema, at: v.nullable(seconds) });
export type InsertRequest = v.InferOutput<typeof InsertRequestSchema>;

/** What the timeline really holds afterwards, read back from it. */
export const InsertReportSchema = v.object({
  clipName: text(1000),
  /** Zero-based audio track. */
  audioTrack: index,
  start: seconds,
  end: seconds,
});
export type InsertReport = v.InferOutput<typeof InsertReportSchema>;

export const HostEventSchema = v.variant("type", [
  v.object({ type: v.literal("theme"), theme: ThemeSchema }),
  v.object({ type: v.literal("scene") }),
]);
export type HostEvent = v.InferOutput<typeof HostEventSchema>;

/**
 * The editing application as Needledrop sees it: Premiere (`plugin/`) or the stand-in (`src/demo/`).
 * Every method rejects with `HostError` when the application cannot do it.
 */
export interface EditorHost {
  describe(): Promise<HostInfo>;
  readScene(): Promise<Scene>;
  /**
   * Lays the cue on the audio track that `musicTrack` names, overwriting nothing, as one undo step,
   * and reads it back.
   * @throws HostError no sequence is open, no audio track is free, the audio is missing, or the
   * timeline does not hold the clip afterwards.
   */
  insert(request: InsertRequest): Promise<InsertReport>;
  /** Puts a cue on the host's drag strip, or takes it off. */
  offerDrag(cue: Cue | null): Promise<void>;
  /**
   * Opens an https page in the editor's own browser; only ever because they asked for it.
   * @throws HostError it did not open, or the editor refused
   */
  openPage(page: string): Promise<void>;
  /** Returns the unsubscribe. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}
