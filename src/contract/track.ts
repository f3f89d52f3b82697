import * as v from "valibot";
import { seconds, text } from "./values.ts";

/**
 * The terms a track is used under. `id` is an SPDX identifier where one exists
 * ("CC0-1.0", "CC-BY-4.0"), otherwise the vendor's name; "unknown" is a licence too, and is shown.
 */
export const LicenceSchema = v.object({
  id: text(100),
  name: text(200),
  url: v.optional(text(2000)),
  /** The line that must appear in the credits, if any. */
  attribution: v.optional(text(2000)),
});
export type Licence = v.InferOutput<typeof LicenceSchema>;

export const UNKNOWN_LICENCE: Licence = { id: "unknown", name: "Licence unknown" };

const bundled = v.object({
  kind: v.literal("bundled"),
  path: v.pipe(
    text(400),
    v.regex(/^[\w-]+(\/[\w-]+)*\.[a-z0-9]+$/i, "must be a plain relative path"),
  ),
});
const file = v.object({ kind: v.literal("file"), path: text(4000) });

/** A page on the web, opened in the editor's browser and never by Needledrop itself. */
export const PageSchema = v.pipe(
  text(2000),
  // Not `v.url()`: it makes a `URL`, which Premiere's script runtime is not known to have.
  v.regex(
    /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?([/?#][^\s"'<>\\]*)?$/i,
    "must be an https address",
  ),
);

/** Audio on this machine; only that can be played or laid on a timeline. */
export const LocalAudioSchema = v.variant("kind", [bundled, file]);
export type LocalAudio = v.InferOutput<typeof LocalAudioSchema>;

/**
 * Where the audio is. `bundled`: a path inside the folder that ships with Needledrop;
 * `file`: a path on the editor's disk; `remote`: not on this machine, to be fetched from its page.
 */
const AudioReferenceSchema = v.variant("kind", [
  bundled,
  file,
  v.object({ kind: v.literal("remote"), page: v.optional(PageSchema) }),
]);
export type AudioReference = v.InferOutput<typeof AudioReferenceSchema>;

/** Where the music turns. All times in seconds from the track's beginning, in order. */
export const StructureSchema = v.object({
  /** First beats of bars. */
  bars: v.pipe(v.array(seconds), v.maxLength(2000)),
  beatsPerBar: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)),
  sections: v.pipe(v.array(v.object({ start: seconds, label: text(100) })), v.maxLength(200)),
});
export type Structure = v.InferOutput<typeof StructureSchema>;

/** What is known of a track. Unknown facts are null, never guessed. */
export const TrackSchema = v.object({
  id: v.pipe(text(400), v.minLength(1)),
  title: text(400),
  artist: text(400),
  catalogue: text(100),
  licence: LicenceSchema,
  audio: AudioReferenceSchema,
  seconds,
  bpm: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000))),
  key: v.nullable(text(20)),
  vocals: v.nullable(v.boolean()),
  tags: v.pipe(v.array(text(100)), v.maxLength(200)),
  /** Left out where nobody knows it. */
  structure: v.optional(StructureSchema),
});
export type Track = v.InferOutput<typeof TrackSchema>;

/** A stretch of a track, in seconds from its beginning; `end` is exclusive. */
export const SectionSchema = v.pipe(
  v.object({ start: seconds, end: seconds }),
  v.check((s) => s.end > s.start, "a section must end after it starts"),
);
export type Section = v.InferOutput<typeof SectionSchema>;

/** A track that can be heard now. */
export type LocalTrack = Track & { readonly audio: LocalAudio };

/** Whether the track's audio is on this machine, as far as the index knows. */
export const isLocal = (track: Track): track is LocalTrack => track.audio.kind !== "remote";
