import type { Cue } from "../contract/editor-host.ts";
import { musicTrack, type TrackUse } from "../contract/music-track.ts";
import type { Section } from "../contract/track.ts";

/** A clip in the picture, with the notes an editor or an assistant wrote about it. */
export interface VideoClip extends Section {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly logNote: string;
  readonly comment: string;
  readonly markers: readonly { readonly name: string; readonly comments: string }[];
  readonly transcript: string;
}

/** A clip on an audio track; `cue` is set on music that Needledrop put there. */
export interface AudioClip extends Section {
  readonly id: string;
  readonly name: string;
  readonly kind: "dialogue" | "ambience" | "music";
  readonly cue: Cue | null;
}

export type AudioTrack = readonly AudioClip[];

/** An open sequence. Times in seconds, all on frame boundaries. */
export interface Sequence {
  readonly name: string;
  readonly frameRate: number;
  readonly video: readonly VideoClip[];
  readonly audio: readonly AudioTrack[];
}

/** Everything the stage shows; never changed in place, so a step back is a value kept. */
export interface Timeline {
  readonly sequence: Sequence;
  readonly playhead: number;
  readonly inPoint: number | null;
  readonly outPoint: number | null;
  /** Ids of the selected video clips, in the order of the picture. */
  readonly selection: readonly string[];
  /** The audio tracks before each edit, oldest first. */
  readonly history: readonly (readonly AudioTrack[])[];
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

export function movePlayhead(timeline: Timeline, seconds: number): Timeline {
  const { sequence } = timeline;
  const at = Math.min(toFrame(seconds, sequence.frameRate), sequenceSeconds(sequence));
  return at === timeline.playhead ? timeline : { ...timeline, playhead: at };
}

/** Sets the in point; an out point that would not lie after it is dropped. */
export function markIn(timeline: Timeline, at: number): Timeline {
  const { outPoint } = timeline;
  return {
    ...timeline,
    inPoint: at,
    outPoint: outPoint !== null && outPoint > at ? outPoint : null,
  };
}

/** Sets the out point; an in point that would not lie before it is dropped. */
export function markOut(timeline: Timeline, at: number): Timeline {
  const { inPoint } = timeline;
  if (at <= 0) return timeline;
  return { ...timeline, outPoint: at, inPoint: inPoint !== null && inPoint < at ? inPoint : null };
}

export function clearRange(timeline: Timeline): Timeline {
  return { ...timeline, inPoint: null, outPoint: null };
}

/** The marked range, when both of its points are set. */
export function markedRange({ inPoint, outPoint }: Timeline): Section | null {
  return inPoint === null || outPoint === null ? null : { start: inPoint, end: outPoint };
}

/** Selects one clip; with `add`, puts it to the others or takes it off again. */
export function selectClip(timeline: Timeline, id: string, add = false): Timeline {
  const chosen = new Set(add ? timeline.selection : []);
  if (add && chosen.has(id)) chosen.delete(id);
  else chosen.add(id);
  const { video } = timeline.sequence;
  const selection = video.filter((clip) => chosen.has(clip.id)).map((clip) => clip.id);
  return { ...timeline, selection };
}

export function selectNone(timeline: Timeline): Timeline {
  return timeline.selection.length === 0 ? timeline : { ...timeline, selection: [] };
}

/** Index of the audio track for music over `span`: `wanted` if it is free there. */
export function freeTrack(
  tracks: readonly AudioTrack[],
  span: Section,
  wanted: number | null = null,
): number | null {
  const uses = tracks.map((track): TrackUse => ({
    isFree: track.every((clip) => clip.end <= span.start || clip.start >= span.end),
    isEmpty: track.length === 0,
    holdsMusic: track.some(({ cue }) => cue !== null),
  }));
  return wanted !== null && uses[wanted]?.isFree === true ? wanted : musicTrack(uses);
}

/** Where a cue of this length comes to lie when it is laid at `at`. */
export function spanOf(sequence: Sequence, source: Section, at: number): Section {
  const start = toFrame(at, sequence.frameRate);
  const frames = Math.max(1, Math.round((source.end - source.start) * sequence.frameRate));
  return { start, end: start + frames / sequence.frameRate };
}

/**
 * Lays a cue on the track for music that is free over its whole length.
 * @param wanted the track to try first
 * @returns null when every track holds something there
 */
export function insertCue(
  timeline: Timeline,
  cue: Cue,
  at: number,
  wanted: number | null = null,
): Timeline | null {
  const { sequence, history } = timeline;
  const span = spanOf(sequence, cue.source, at);
  const index = freeTrack(sequence.audio, span, wanted);
  if (index === null) return null;
  const id = `music-${history.length + 1}`;
  const clip: AudioClip = { ...span, id, name: cue.title, kind: "music", cue };
  const inOrder = (track: AudioTrack): AudioTrack =>
    [...track, clip].sort((a, b) => a.start - b.start);
  const audio = sequence.audio.map((track, i) => (i === index ? inOrder(track) : track));
  return { ...timeline, sequence: { ...sequence, audio }, history: [...history, sequence.audio] };
}

/** The clip that the latest edit laid down, and its track; null when nothing was edited. */
export function latestInsert(timeline: Timeline): { clip: AudioClip; track: number } | null {
  const id = `music-${timeline.history.length}`;
  for (const [track, clips] of timeline.sequence.audio.entries()) {
    const clip = clips.find((candidate) => candidate.id === id);
    if (clip !== undefined) return { clip, track };
  }
  return null;
}

/** Takes back the latest edit; marks, selection and playhead stay, as in Premiere. */
export function undo(timeline: Timeline): Timeline {
  const audio = timeline.history.at(-1);
  if (audio === undefined) return timeline;
  const sequence = { ...timeline.sequence, audio };
  const playhead = Math.min(timeline.playhead, sequenceSeconds(sequence));
  return { ...timeline, sequence, playhead, history: timeline.history.slice(0, -1) };
}
