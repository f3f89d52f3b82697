import * as v from "valibot";
import { HeardSchema } from "./heard.ts";
import { seconds, text } from "./values.ts";

/**
 * The terms on which a track may be used. `id` is an SPDX identifier where one exists ("CC0-1.0",
 * "CC-BY-4.0"; spdx.org/licenses), otherwise the vendor's name for it. "unknown" is shown as well.
 */
export const LicenceSchema = v.object({
  id: text(100),
  name: text(200),
  url: v.optional(text(2000)),
  /** The line that must appear in the credits, if any. */
  attribution: v.optional(text(2000)),
});
/** See `LicenceSchema`. */
export type Licence = v.InferOutput<typeof LicenceSchema>;

/** The licence of a track whose terms nobody has stated. */
export const UNKNOWN_LICENCE: Licence = { id: "unknown", name: "Licence unknown" };

const bundled = v.object({
  kind: v.literal("bundled"),
  path: v.pipe(
    text(400),
    v.regex(/^[\w-]+(\/[\w-]+)*\.[a-z0-9]+$/i, "must be a plain relative path"),
  ),
});
const file = v.object({ kind: v.literal("file"), path: text(4000) });

/** Address of a web page. The editor's browser opens it; Needledrop never does. */
export const PageSchema = v.pipe(
  text(2000),
  // Not `v.url()`: it makes a `URL`, which Premiere's script runtime is not known to have.
  v.regex(
    /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?([/?#][^\s"'<>\\]*)?$/i,
    "must be an https address",
  ),
);

/**
 * Address of an audio file on the host of its catalogue: https, a host with a name, and a path. It has
 * no port, no query and no user, so it says all that a request tells the host.
 */
export const FileAddressSchema = v.pipe(
  text(2000),
  v.regex(
    /^https:\/\/([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(\/([\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})+)+$/i,
    "must be the https address of a file",
  ),
);

/**
 * Audio on this machine, the only kind that can be played or put on a timeline. `bundled`: a path
 * inside the folder that ships with Needledrop; `file`: a path on the editor's disk.
 */
export const LocalAudioSchema = v.variant("kind", [bundled, file]);
/** See `LocalAudioSchema`. */
export type LocalAudio = v.InferOutput<typeof LocalAudioSchema>;

const AudioReferenceSchema = v.variant("kind", [
  bundled,
  file,
  v.object({
    kind: v.literal("remote"),
    page: v.optional(PageSchema),
    file: v.optional(FileAddressSchema),
  }),
]);
/**
 * Where the audio of a track is: local (see `LocalAudioSchema`), or `remote`, not on this machine,
 * and offered on its page, and as a file, if these are known.
 */
export type AudioReference = v.InferOutput<typeof AudioReferenceSchema>;

/** The musical form of a track. Times in seconds from its beginning, in ascending order. */
export const StructureSchema = v.object({
  /** The first beat of each bar. */
  bars: v.pipe(v.array(seconds), v.maxLength(2000)),
  beatsPerBar: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32)),
  sections: v.pipe(v.array(v.object({ start: seconds, label: text(100) })), v.maxLength(200)),
});
/** See `StructureSchema`. */
export type Structure = v.InferOutput<typeof StructureSchema>;

const EvidenceSchema = v.picklist(["audio", "metadata", "both"]);
/** What a track was embedded from: its audio, its metadata as text, or both. */
export type Evidence = v.InferOutput<typeof EvidenceSchema>;

/** A file of a music folder, as it was when it was embedded. */
export const FileStampSchema = v.object({
  /** Path relative to the folder, with forward slashes. */
  name: text(4000),
  /** Its size. */
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When it was last modified, in milliseconds since 1970. */
  modified: v.pipe(v.number(), v.finite()),
  /** SHA-256 (hex) of its content. */
  hash: text(64),
  /** What was written about it beside the file, as a hash; empty if nothing was. */
  listed: text(64),
  /** Whether it was gone when the folder was last read. */
  missing: v.optional(v.literal(true)),
  /** Id of the track with the same audio that is offered in its place. */
  duplicateOf: v.optional(text(400)),
});
/** See `FileStampSchema`. */
export type FileStamp = v.InferOutput<typeof FileStampSchema>;

/**
 * What is known about a track. A fact that is not known is null, and never guessed: what was heard
 * stands apart.
 */
export const TrackSchema = v.object({
  /** Unique in an index. */
  id: v.pipe(text(400), v.minLength(1)),
  title: text(400),
  artist: text(400),
  /** Name of the catalogue that it comes from. */
  catalogue: text(100),
  licence: LicenceSchema,
  audio: AudioReferenceSchema,
  /** Its length; 0 if not known. */
  seconds,
  bpm: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(1000))),
  key: v.nullable(text(20)),
  vocals: v.nullable(v.boolean()),
  tags: v.pipe(v.array(text(100)), v.maxLength(200)),
  /** Left out if not known. */
  structure: v.optional(StructureSchema),
  /** In an index: what it was embedded from. Left out: its audio if local, else its metadata. */
  evidence: v.optional(EvidenceSchema),
  /** What was heard in its audio; left out if nobody listened. */
  heard: v.optional(HeardSchema),
  /** In the index of a music folder: the file. */
  file: v.optional(FileStampSchema),
});
/** See `TrackSchema`. */
export type Track = v.InferOutput<typeof TrackSchema>;

/** A stretch of a track, in seconds from its beginning; `end` is exclusive. */
export const SectionSchema = v.pipe(
  v.object({ start: seconds, end: seconds }),
  v.check((s) => s.end > s.start, "a section must end after it starts"),
);
/** See `SectionSchema`. */
export type Section = v.InferOutput<typeof SectionSchema>;

/** A track whose audio is on this machine. */
export type LocalTrack = Track & { readonly audio: LocalAudio };

/** Whether the audio of a track is on this machine, according to the index. */
export const isLocal = (track: Track): track is LocalTrack => track.audio.kind !== "remote";

/** What a track of an index was embedded from, wherever its audio is. */
export const trackEvidence = (track: Track): Evidence =>
  track.evidence ?? (isLocal(track) ? "audio" : "metadata");

/** Whether a track is offered: its file is there, and it is not a second copy of another track. */
export const isOffered = ({ file }: Track): boolean =>
  file?.missing !== true && file?.duplicateOf === undefined;

/** The web page that offers the audio of a remote track; null for a local one, or if unknown. */
export const pageOf = ({ audio }: Track): string | null =>
  audio.kind === "remote" ? (audio.page ?? null) : null;

/** The address of the audio file of a remote track; null for a local one, or if unknown. */
export const fileAddressOf = ({ audio }: Track): string | null =>
  audio.kind === "remote" ? (audio.file ?? null) : null;
