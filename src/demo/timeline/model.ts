import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { EnvelopePoint } from "../../shared/duck-envelope.ts";
import type { SceneClip } from "../../contract/selection.ts";
import type { Section } from "../../contract/track.ts";

/** A spoken word, in seconds from the beginning of the clip's file. */
export interface Word extends Section {
  readonly text: string;
}

/** What all clips share: a place on a track, in seconds, and the part of a file that it uses. */
interface Clip extends Section {
  readonly id: string;
  readonly name: string;
  /** The clip's in point in its file, in seconds. */
  readonly sourceStart: number;
  readonly words: readonly Word[];
}

/** A video clip, with notes by an editor or an assistant. */
export interface VideoClip extends Clip, Omit<SceneClip, "name" | "transcript" | "transcriptCut"> {
  /** The drawn picture that it shows. */
  readonly scenery: string;
}

/** A clip on an audio track. */
export interface AudioClip extends Clip {
  readonly kind: "dialogue" | "ambience" | "music";
  /** The metadata of music that Needledrop inserted; null for all other clips. */
  readonly tag: TrackTag | null;
  /** Amplitude; 1 until it is changed. */
  readonly volume: number;
  /** Factors of the volume, if an envelope was drawn; `at` counts in the file, as for words. */
  readonly envelope: readonly EnvelopePoint[];
}

export type AudioTrack = readonly AudioClip[];

export interface SequenceMarker {
  readonly at: number;
  readonly name: string;
  readonly comments: string;
}

/** A marker of a track, in seconds from the track's beginning. */
export interface TrackMarker {
  readonly name: string;
  readonly at: number;
  readonly seconds: number;
}

/** An open sequence. All times are in seconds and on frame boundaries. */
export interface Sequence {
  readonly name: string;
  readonly frameRate: number;
  readonly video: readonly VideoClip[];
  readonly audio: readonly AudioTrack[];
  readonly markers: readonly SequenceMarker[];
  /**
   * Markers by track id. In Premiere they belong to the project item, so every clip of it shows
   * them.
   */
  readonly trackMarkers: Readonly<Record<string, readonly TrackMarker[]>>;
}

/** The state of the timeline. It is immutable, so that undo restores an earlier value. */
export interface Timeline {
  readonly sequence: Sequence;
  readonly playhead: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  /** Ids of the selected clips: video first, then audio track by track. */
  readonly selection: readonly string[];
  /** The sequence before each edit, oldest first. */
  readonly history: readonly Sequence[];
}

/** The state of a sequence right after it was opened. */
export function openTimeline(sequence: Sequence): Timeline {
  return { sequence, playhead: 0, inPoint: null, outPoint: null, selection: [], history: [] };
}

/** End of the last clip on any track. */
export function sequenceSeconds({ video, audio }: Sequence): number {
  return [...video, ...audio.flat()].reduce((end, clip) => Math.max(end, clip.end), 0);
}

/** The time of the frame nearest to `seconds`. */
export function toFrame(seconds: number, frameRate: number): number {
  return Math.round(Math.max(0, seconds) * frameRate) / frameRate;
}

/** The timeline's name of audio track `index`: A1 for 0. */
export const trackName = (index: number): string => `A${index + 1}`;

/** Offset from a time in the clip's file to the time in the sequence, in seconds. */
export const fileToSequence = ({ start, sourceStart }: Clip): number => start - sourceStart;

/** The words in the part of the file that the clip uses, in seconds of the sequence. */
export function wordsInUse(clip: Clip): Word[] {
  const by = fileToSequence(clip);
  return clip.words
    .map(({ text, start, end }) => ({
      text,
      start: Math.max(clip.start, start + by),
      end: Math.min(clip.end, end + by),
    }))
    .filter(({ start, end }) => end > start);
}

export function transcriptOf(clip: Clip): string {
  return wordsInUse(clip)
    .map(({ text }) => text)
    .join(" ");
}
