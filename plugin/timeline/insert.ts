import type { Cue, InsertReport, InsertRequest } from "../../src/contract/cue.ts";
import { HostError } from "../../src/contract/errors.ts";
import { musicTrack, type TrackUse } from "../../src/shared/music-track.ts";
import { maybe, openSequence, orElse } from "../premiere.ts";
import {
  nameOf,
  noSuchTrackText,
  overlap,
  placeOf,
  ticksPerFrame,
  trackName,
  type AudioReading,
  type PlacedClip,
  type Span,
} from "./clips.ts";
import { bringIn, lay, type Bench } from "./lay.ts";
import { readTimeline } from "./read-back.ts";

/** Lays a cue on an audio track. See `EditorHost.insert`, and docs/architecture.md for the way. */
export async function insertCue(bench: Bench, request: InsertRequest): Promise<InsertReport> {
  const { premiere, marks } = bench;
  const { cue, at, ripple } = request;
  const open = await openSequence(premiere);
  const frameRate = (await open.sequence.getSettings()).getVideoFrameRate();
  const wanted =
    at === null ? await open.sequence.getPlayerPosition() : premiere.TickTime.createWithSeconds(at);
  // Where the timeline shows audio units, the playhead stands between frames too.
  const start = wanted.alignToNearestFrame(frameRate);

  const { clips, binIds, notes } = await bringIn(bench, open, cue);
  const [clip] = clips;
  const source = await marks.plan(clip, cue.source, frameRate, cue.title);
  const span = { start, end: start.add(source.length) };
  const before = await readTimeline(premiere, open.sequence);
  const track = await chooseTrack(before, { span, ripple, binIds }, request);

  const tolerance = ticksPerFrame(premiere, frameRate);
  const expected = { ...span, track, ripple, removed: null, tolerance };
  const { report } = await lay(bench, open, { clip, source, title: cue.title }, before, expected);
  const short = shorter(cue, source.length.seconds);
  return { ...report, notes: [...notes, ...short, ...report.notes] };
}

// What two decoders make of one compressed file differs by less, and is not worth a word.
const WORTH_TELLING = 0.5;

function shorter({ source }: Cue, seconds: number): string[] {
  const wanted = source.end - source.start;
  return wanted - seconds < WORTH_TELLING
    ? []
    : [
        `The track ends there: the cue lasts ${seconds.toFixed(1)} s instead of ${wanted.toFixed(1)} s.`,
      ];
}

/** Where music is to go, and what is known to be music. */
interface Wish {
  readonly span: Span;
  /** Whether what lies later makes room: then only a clip that would be cut is in the way. */
  readonly ripple: boolean;
  /** Ids of the items in Needledrop's bin. */
  readonly binIds: ReadonlySet<string>;
}

/**
 * The audio track for a cue, counted from 0; the number of tracks stands for one that is made.
 * @throws HostError the track that was asked for is not there or not free, or none is
 */
export async function chooseTrack(
  reading: AudioReading,
  wish: Wish,
  { track, cue }: Pick<InsertRequest, "track" | "cue">,
): Promise<number> {
  const { trackCount } = reading;
  if (track === "new") return trackCount;
  if (track !== "music") {
    if (track >= trackCount) throw noSuchTrack(track, trackCount, cue.title);
    const obstacle = obstacleOn(reading, track, wish);
    if (obstacle === null) return track;
    throw notFree(track, await obstacleText(obstacle), cue.title);
  }
  const uses = Array.from({ length: trackCount }, async (_, index): Promise<TrackUse> => {
    const clips = reading.clips.filter((clip) => clip.track === index);
    const isFree = obstacleOn(reading, index, wish) === null;
    return {
      isFree,
      isEmpty: clips.length === 0 && !reading.blind.has(index),
      holdsMusic: isFree && (await holdsMusic(clips, wish)),
    };
  });
  const chosen = musicTrack(await Promise.all(uses));
  if (chosen === null) throw noFreeTrack(trackCount, cue.title);
  return chosen;
}

type Obstacle = PlacedClip | "unknown";

/** What on the track is in the way; null when nothing is. */
function obstacleOn(reading: AudioReading, track: number, { span, ripple }: Wish): Obstacle | null {
  if (reading.blind.has(track)) return "unknown";
  const cut = { start: span.start, end: span.start };
  const isInWay = (clip: PlacedClip): boolean => overlap(clip, ripple ? cut : span);
  return reading.clips.find((clip) => clip.track === track && isInWay(clip)) ?? null;
}

async function obstacleText(obstacle: Obstacle): Promise<string> {
  if (obstacle === "unknown") return "a clip whose place Premiere does not say";
  const name = await nameOf(obstacle.item);
  return name === "" ? `the clip at ${placeOf(obstacle)}` : `“${name}” (${placeOf(obstacle)})`;
}

// Each clip asked is a call into Premiere, and music keeps company with music.
const NEIGHBOURS = 8;

/** Whether any of the clips nearest to the span comes from Needledrop's bin. */
async function holdsMusic(clips: readonly PlacedClip[], { span, binIds }: Wish): Promise<boolean> {
  const distance = ({ start, end }: PlacedClip): number =>
    Math.max(span.start.ticksNumber - end.ticksNumber, start.ticksNumber - span.end.ticksNumber);
  const near = [...clips].sort((a, b) => distance(a) - distance(b)).slice(0, NEIGHBOURS);
  const isMusic = ({ item }: PlacedClip): Promise<boolean> =>
    orElse(false, async () => {
      // Synthetic clips, such as a tone, have no project item.
      const id = maybe(await item.getProjectItem())?.getId();
      return id !== undefined && binIds.has(id);
    });
  return binIds.size > 0 && (await Promise.all(near.map(isMusic))).includes(true);
}

const noSuchTrack = (track: number, count: number, title: string): HostError =>
  new HostError({
    what: noSuchTrackText(track, count),
    input: title,
    next: "Choose another track, or a new one.",
  });
const notFree = (track: number, obstacle: string, title: string): HostError =>
  new HostError({
    what: `${trackName(track)} is not free for the length of the music: ${obstacle} is in the way.`,
    input: title,
    next: "Choose another audio track or a new one, a shorter section, or move the playhead.",
  });
const noFreeTrack = (count: number, title: string): HostError =>
  new HostError({
    what:
      count === 0
        ? "The sequence has no audio track."
        : `${count === 1 ? "The only audio track is not" : `None of the ${count} audio tracks is`} free at this point for the length of the music.`,
    input: title,
    next: "Add an audio track or choose “New track”, choose a shorter section, or move the playhead, then insert again.",
  });
