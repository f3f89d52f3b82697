import type { Sequence } from "@adobe/premierepro";
import type { InsertReport } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import { audioClips, videoCounts, type AudioReading, type PlacedClip, type Span } from "./clips.ts";
import { compareClips } from "./compare.ts";
import { placeOf, trackName } from "./words.ts";

/** A timeline at one moment, as far as an audio edit may touch it. */
export interface Reading extends AudioReading {
  /** Clips on each video track. */
  readonly video: readonly number[];
}

export async function readTimeline(premiere: Premiere, sequence: Sequence): Promise<Reading> {
  const [audio, video] = await Promise.all([
    audioClips(premiere, sequence),
    videoCounts(premiere, sequence),
  ]);
  return { ...audio, video };
}

/** What an edit was to do: music in this span, and nothing else but what is said here. */
export interface Expected extends Span {
  readonly title: string;
  /** Id of the project item that is laid. */
  readonly itemId: string;
  /** Zero-based; the number of tracks for one that is made. */
  readonly track: number;
  /** A clip that was to go. */
  readonly removed: PlacedClip | null;
  /** Whether everything from `start` on was to move later by the length of the music. */
  readonly ripple: boolean;
  /** One frame, in ticks: Premiere may round to audio samples. */
  readonly tolerance: number;
}

/** The clip that came, and what to tell of it. */
export interface Outcome {
  readonly clip: PlacedClip;
  readonly report: InsertReport;
}

/**
 * Compares two readings of the timeline: the music must be there, and every other clip where it was
 * (or, after a ripple insert, later by the length of the music).
 * @throws HostError it is not so; the error says exactly what changed
 */
export async function checkOutcome(
  before: Reading,
  after: Reading,
  expected: Expected,
): Promise<Outcome> {
  const { stayed, moved, lost, added } = compareClips(before.clips, after.clips, expected);
  const isInPlace = (clip: PlacedClip): boolean =>
    Math.abs(clip.start.ticksNumber - expected.start.ticksNumber) <= expected.tolerance &&
    Math.abs(clip.end.ticksNumber - expected.end.ticksNumber) <= expected.tolerance;
  // Where channels do not fit, Premiere puts the clip on another track.
  const inPlace = added.filter(isInPlace);
  const areOurs = await Promise.all(inPlace.map((clip) => isOurs(clip, expected)));
  const candidates = inPlace.filter((_, index) => areOurs[index]);
  const music = candidates.find(({ track }) => track === expected.track) ?? candidates[0];
  // Where nothing was laid, a clip that was to go is there still, and no stranger.
  const isKept = (clip: PlacedClip): boolean =>
    music === undefined && expected.removed !== null && placeOf(clip) === placeOf(expected.removed);
  const strangers = added.filter((clip) => clip !== music && !isKept(clip));
  const pictureChanged = before.video.some((count, track) => {
    const now = after.video[track] ?? 0;
    return expected.ripple ? now < count : now !== count;
  });

  const changes = [
    ...lost.map((clip) => `the clip at ${placeOf(clip)} is gone or cut`),
    ...strangers.map((clip) => `there is a new clip at ${placeOf(clip)}`),
    ...(pictureChanged ? ["a video track holds more or fewer clips"] : []),
  ];
  if (music === undefined && changes.length === 0) throw notThere(expected.title);
  if (music === undefined) throw changedOtherwise(expected.title, changes);
  if (changes.length > 0) throw changedOtherwise(expected.title, changes);

  const name = await orElse(expected.title, () => music.item.getName());
  const report = {
    clipName: name.slice(0, 1000),
    audioTrack: music.track,
    start: Math.max(0, music.start.seconds),
    end: Math.max(0, music.end.seconds),
    pushed: moved,
    undoSteps: 1,
    notes: [
      ...(music.track === expected.track ? [] : [otherTrack(music.track, expected.track)]),
      ...(stayed.length === 0 ? [] : [leftBehind(stayed)]),
    ],
  };
  return { clip: music, report };
}

/** The clip of before may lie in the very same place; where Premiere does not say, it counts as that. */
async function isOurs({ item }: PlacedClip, expected: Expected): Promise<boolean> {
  const id = await orElse(null, async () => maybe(await item.getProjectItem())?.getId() ?? null);
  return id === expected.itemId || (id === null && expected.removed === null);
}

const otherTrack = (track: number, wanted: number): string =>
  `Premiere laid it on ${trackName(track)} instead of ${trackName(wanted)}, probably because the channels of the music and the track differ.`;

const leftBehind = (stayed: readonly PlacedClip[]): string => {
  const tracks = [...new Set(stayed.map(({ track }) => trackName(track)))].sort();
  return `Premiere did not move ${stayed.length} later clips on ${tracks.join(", ")}: check their sync, or undo.`;
};

const notThere = (title: string): HostError =>
  new HostError({
    what: "Premiere reported no error, but the timeline does not hold the music. Nothing else changed.",
    input: title,
    next: "Unlock the audio tracks and insert again, or drag the music from Needledrop's bin.",
  });
const changedOtherwise = (title: string, changes: readonly string[]): HostError =>
  new HostError({
    what: `Premiere did something else than it was asked to: ${changes.slice(0, 5).join("; ")}.`,
    input: title,
    next: "Undo once, then drag the music from Needledrop's bin to a free track.",
  });
