import type { TrackTag } from "../../contract/cue-sheet.ts";
import type { EnvelopePoint } from "../../shared/duck-envelope.ts";
import type { SceneClip } from "../../contract/selection.ts";
import type { Section } from "../../contract/track.ts";

/** A word as it is spoken, in seconds from the beginning of the clip's file. */
export interface Word extends Section {
  readonly text: string;
}

/** What every clip is: a place on a track, in seconds, and what it shows or plays. */
interface Clip extends Section {
  readonly id: string;
  readonly name: string;
  /** Seconds from the beginning of its file to where the clip begins. */
  readonly sourceStart: number;
  readonly words: readonly Word[];
}

/** A clip in the picture, with the notes an editor or an assistant wrote about it. */
export interface VideoClip extends Clip, Omit<SceneClip, "name" | "transcript"> {
  /** Which of the drawn pictures it shows. */
  readonly scenery: string;
}

/** A clip on an audio track. */
export interface AudioClip extends Clip {
  readonly kind: "dialogue" | "ambience" | "music";
  /** What is known of music that Needledrop put there; null for everything else. */
  readonly tag: TrackTag | null;
  /** Amplitude; 1 as long as nobody has touched it. */
  readonly volume: number;
  /** What the volume is multiplied by, where that was drawn; `at` counts in the file, as words do. */
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

/** An open sequence. Times in seconds, all on frame boundaries. */
export interface Sequence {
  readonly name: string;
  readonly frameRate: number;
  readonly video: readonly VideoClip[];
  readonly audio: readonly AudioTrack[];
  readonly markers: readonly SequenceMarker[];
  /** By track id: what a project item holds in Premiere, and so every clip of it shows. */
  readonly trackMarkers: Readonly<Record<string, readonly TrackMarker[]>>;
}

/** Everything the stage shows; never changed in place, so a step back is a value kept. */
export interface Timeline {
  readonly sequence: Sequence;
  readonly playhead: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  /** Ids of the selected clips: those of the picture first, then track by track. */
  readonly selection: readonly string[];
  /** The sequence before each edit, oldest first. */
  readonly history: readonly Sequence[];
}

/** A sequence as it is when it has just been opened. */
export function openTimeline(sequence: Sequence): Timeline {
  return { sequence, playhead: 0, inPoint: null, outPoint: null, selection: [], history: [] };
}

/** Where the last clip of any track ends. */
export function sequenceSeconds({ video, audio }: Sequence): number {
  return [...video, ...audio.flat()].reduce((end, clip) => Math.max(end, clip.end), 0);
}

/** The time of the frame nearest to `seconds`. */
export function toFrame(seconds: number, frameRate: number): number {
  return Math.round(Math.max(0, seconds) * frameRate) / frameRate;
}

/** Audio track `index` as the timeline calls it: A1 for 0. */
export const trackName = (index: number): string => `A${index + 1}`;

/** What is to be added to a time in the clip's file to have it in the sequence. */
export const fileToSequence = ({ start, sourceStart }: Clip): number => start - sourceStart;

/** The words of the part of the file that the clip uses, in seconds of the sequence. */
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
