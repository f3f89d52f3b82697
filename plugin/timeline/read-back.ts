import type { Sequence } from "@adobe/premierepro";
import type { InsertReport } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import {
  audioClips,
  counted,
  isAt,
  nameOf,
  placeOf,
  trackName,
  videoTracks,
  type AudioReading,
  type PlacedClip,
  type Span,
  type VideoTrackReading,
} from "./clips.ts";

/** A timeline at one moment, as far as an audio edit may touch it. */
export interface Reading extends AudioReading {
  readonly video: readonly VideoTrackReading[];
}

export async function readTimeline(premiere: Premiere, sequence: Sequence): Promise<Reading> {
  const [audio, video] = await Promise.all([
    audioClips(premiere, sequence),
    videoTracks(premiere, sequence),
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

/** The clip that came, and the report on it. */
export interface Outcome {
  readonly clip: PlacedClip;
  readonly report: InsertReport;
}

/**
 * Compares two readings of the timeline: the music must be there, and every other clip where it was
 * (or, after a ripple insert, later by the length of the music). Null when nothing has changed.
 * @throws HostError something else has changed; the error says exactly what
 */
export async function checkOutcome(
  before: Reading,
  after: Reading,
  expected: Expected,
): Promise<Outcome | null> {
  const { stayed, moved, lost, added } = compareClips(before.clips, after.clips, expected);
  const { removed, tolerance } = expected;
  // Where channels do not fit, Premiere puts the clip on another track.
  const inPlace = added.filter((clip) => isAt(clip, expected, tolerance));
  const areOurs = await Promise.all(inPlace.map((clip) => isOurs(clip, expected)));
  // The clip that was to go lay in the very same place.
  if (removed !== null && areOurs.includes(null)) throw unclear(expected);
  const candidates = inPlace.filter((_, index) => areOurs[index] !== false);
  const music = candidates.find(({ track }) => track === expected.track) ?? candidates[0];
  // Where nothing was laid, the clip that was to go may be there still; then it is no stranger.
  const kept =
    music === undefined && removed !== null
      ? added.find((clip) => clip.track === removed.track && isAt(clip, removed, tolerance))
      : undefined;
  const strangers = added.filter((clip) => clip !== music && clip !== kept);
  const gone = removed !== null && music === undefined && kept === undefined ? [removed] : [];
  const pictures = comparePictures(before.video, after.video, expected);

  const changes = [
    ...[...gone, ...lost].map((clip) => `the clip at ${placeOf(clip)} is gone or cut`),
    ...strangers.map((clip) => `there is a new clip at ${placeOf(clip)}`),
    ...pictures.changed.map((track) => `the picture on ${track} changed`),
  ];
  if (changes.length > 0) throw changedOtherwise(expected.title, changes);
  if (music === undefined) return null;

  const name = await nameOf(music.item);
  const report = {
    clipName: (name === "" ? expected.title : name).slice(0, 1000),
    audioTrack: music.track,
    start: Math.max(0, music.start.seconds),
    end: Math.max(0, music.end.seconds),
    pushed: moved,
    undoSteps: 1,
    notes: [
      ...(music.track === expected.track ? [] : [otherTrack([music.track], expected.track)]),
      ...(stayed.length === 0 ? [] : [leftBehind(stayed)]),
      ...(pictures.stayed.length === 0 ? [] : [pictureLeftBehind(pictures.stayed)]),
    ],
  };
  return { clip: music, report };
}

interface Comparison {
  /** Clips that were to move later and lie where they lay. */
  readonly stayed: readonly PlacedClip[];
  /** How many clips moved later, in whole or behind a cut. */
  readonly moved: number;
  /** Clips of before that are nowhere now. */
  readonly lost: readonly PlacedClip[];
  /** Clips of now that were not there before. */
  readonly added: readonly PlacedClip[];
}

/** Finds each clip of before among those of now; every reading makes new handles. */
export function compareClips(
  before: readonly PlacedClip[],
  now: readonly PlacedClip[],
  expected: Pick<Expected, "start" | "end" | "removed" | "ripple" | "tolerance">,
): Comparison {
  const { tolerance } = expected;
  const cut = expected.start.ticksNumber;
  const length = expected.end.ticksNumber - cut;
  const open = new Set(now);
  /** Takes the clip of now that lies there, if there is one. */
  const take = (track: number, start: number, end: number): boolean => {
    for (const clip of open) {
      const isThere =
        clip.track === track &&
        Math.abs(clip.start.ticksNumber - start) <= tolerance &&
        Math.abs(clip.end.ticksNumber - end) <= tolerance;
      if (isThere) return open.delete(clip);
    }
    return false;
  };

  const stayed: PlacedClip[] = [];
  const lost: PlacedClip[] = [];
  let moved = 0;
  for (const clip of before) {
    if (clip === expected.removed) continue;
    const { track } = clip;
    const start = clip.start.ticksNumber;
    const end = clip.end.ticksNumber;
    const isLater = expected.ripple && end > cut + tolerance;
    const hasMoved =
      isLater &&
      (start >= cut - tolerance
        ? take(track, start + length, end + length)
        : take(track, start, cut) && take(track, cut + length, end + length));
    if (hasMoved) moved++;
    else if (!take(track, start, end)) lost.push(clip);
    else if (isLater) stayed.push(clip);
  }
  return { stayed, moved, lost, added: [...open] };
}

interface PictureComparison {
  /** Video tracks, by name, whose picture was to move later and did not. */
  readonly stayed: readonly string[];
  /** Those that were touched in another way. */
  readonly changed: readonly string[];
}

/** What became of the video tracks, judged by their counts and ends. */
export function comparePictures(
  before: readonly VideoTrackReading[],
  now: readonly VideoTrackReading[],
  { start, end, ripple, tolerance }: Pick<Expected, "start" | "end" | "ripple" | "tolerance">,
): PictureComparison {
  const stayed: string[] = [];
  const changed: string[] = [];
  const length = end.ticksNumber - start.ticksNumber;
  for (const [index, track] of before.entries()) {
    const after = now[index];
    const name = `V${index + 1}`;
    const isCounted = ripple ? (after?.count ?? 0) >= track.count : after?.count === track.count;
    if (!isCounted) changed.push(name);
    // Only the counts are left to go by.
    if (!isCounted || !track.end || !after?.end) continue;
    const moved = after.end.ticksNumber - track.end.ticksNumber;
    const isLater = ripple && track.end.ticksNumber > start.ticksNumber + tolerance;
    if (isLater && Math.abs(moved) <= tolerance) stayed.push(name);
    else if (Math.abs(moved - (isLater ? length : 0)) > tolerance) changed.push(name);
  }
  return { stayed, changed };
}

/** Whether a clip plays the item that was laid; null where Premiere does not say. */
export async function isOurs(
  { item }: PlacedClip,
  { itemId }: Pick<Expected, "itemId">,
): Promise<boolean | null> {
  const id = await orElse(null, async () => maybe(await item.getProjectItem())?.getId() ?? null);
  return id === null ? null : id === itemId;
}

export const otherTrack = (tracks: readonly number[], wanted: number): string =>
  `Premiere laid it on ${tracks.map(trackName).join(", ")} instead of ${trackName(wanted)}, probably because the channels of the music and the track differ.`;

const leftBehind = (stayed: readonly PlacedClip[]): string => {
  const tracks = [...new Set(stayed.map(({ track }) => trackName(track)))].sort();
  return `Premiere did not move ${counted(stayed.length, "later clip")} on ${tracks.join(", ")}: check the sync, or undo.`;
};

const pictureLeftBehind = (tracks: readonly string[]): string =>
  `Premiere did not move the picture on ${tracks.join(", ")}: check the sync, or undo.`;

/** What to do where Premiere does not say what an edit came to. */
export const LOOK_YOURSELF = "Look at the timeline, and undo once if it is not what you wanted.";

const unclear = ({ title, ...place }: Expected): HostError =>
  new HostError({
    what: `Premiere does not say which music lies on ${placeOf(place)} now.`,
    input: title,
    next: LOOK_YOURSELF,
  });
export const changedOtherwise = (title: string, changes: readonly string[]): HostError =>
  new HostError({
    what: `Premiere did something other than it was asked to: ${changes.slice(0, 5).join("; ")}.`,
    input: title,
    next: "Undo once, then drag the music from Needledrop's bin to a free track.",
  });
