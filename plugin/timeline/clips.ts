import type {
  AudioClipTrackItem,
  FrameRate,
  Sequence,
  TickTime,
  VideoClipTrackItem,
} from "@adobe/premierepro";
import { maybe, orElse, type Premiere } from "../premiere.ts";

export type TrackItem = VideoClipTrackItem | AudioClipTrackItem;

/** A clip on a track. */
export interface PlacedItem {
  readonly kind: "video" | "audio";
  /** Zero-based. */
  readonly track: number;
  readonly item: TrackItem;
}

/** An audio clip and where it lies. */
export interface PlacedClip extends PlacedItem {
  readonly kind: "audio";
  readonly item: AudioClipTrackItem;
  readonly start: TickTime;
  readonly end: TickTime;
}

/** What the audio tracks held when they were read. */
export interface AudioReading {
  readonly trackCount: number;
  readonly clips: readonly PlacedClip[];
  /** Tracks with a clip whose place Premiere does not report: they never count as free. */
  readonly blind: ReadonlySet<number>;
}

/** Every clip of the sequence, track by track: without a call for each clip. */
export async function placedItems(premiere: Premiere, sequence: Sequence): Promise<PlacedItem[]> {
  const [video, audio] = await Promise.all([
    videoItems(premiere, sequence),
    audioItems(premiere, sequence),
  ]);
  const place = (kind: "video" | "audio", tracks: readonly TrackItem[][]): PlacedItem[] =>
    tracks.flatMap((items, track) => items.map((item) => ({ kind, track, item })));
  return [...place("video", video), ...place("audio", audio)];
}

/** All audio clips with their places: one pass, two calls a clip. */
export async function audioClips(premiere: Premiere, sequence: Sequence): Promise<AudioReading> {
  const tracks = await audioItems(premiere, sequence);
  const blind = new Set<number>();
  const read = async (item: AudioClipTrackItem, track: number): Promise<PlacedClip[]> => {
    const place = await orElse([], () => Promise.all([item.getStartTime(), item.getEndTime()]));
    const [start, end] = place.map(maybe);
    if (start && end) return [{ kind: "audio", track, item, start, end }];
    blind.add(track);
    return [];
  };
  const clips = await Promise.all(
    tracks.flatMap((items, track) => items.map((item) => read(item, track))),
  );
  return { trackCount: tracks.length, clips: clips.flat(), blind };
}

/** What a video track held when it was read: enough to see whether an audio edit touched it. */
export interface VideoTrackReading {
  readonly count: number;
  /** Of its last clip; null where there is none, or Premiere does not say. */
  readonly end: TickTime | null;
}

/** Every video track, with one call for each. */
export async function videoTracks(
  premiere: Premiere,
  sequence: Sequence,
): Promise<VideoTrackReading[]> {
  const read = async (items: readonly VideoClipTrackItem[]): Promise<VideoTrackReading> => ({
    count: items.length,
    end: await orElse(null, async () => maybe(await items.at(-1)?.getEndTime()) ?? null),
  });
  return Promise.all((await videoItems(premiere, sequence)).map(read));
}

async function videoItems(premiere: Premiere, sequence: Sequence): Promise<VideoClipTrackItem[][]> {
  const { CLIP } = premiere.Constants.TrackItemType;
  const count = await sequence.getVideoTrackCount();
  return Promise.all(
    Array.from({ length: count }, async (_, track) =>
      (await sequence.getVideoTrack(track)).getTrackItems(CLIP, false),
    ),
  );
}

async function audioItems(premiere: Premiere, sequence: Sequence): Promise<AudioClipTrackItem[][]> {
  const { CLIP } = premiere.Constants.TrackItemType;
  const count = await sequence.getAudioTrackCount();
  return Promise.all(
    Array.from({ length: count }, async (_, track) =>
      (await sequence.getAudioTrack(track)).getTrackItems(CLIP, false),
    ),
  );
}

/** A stretch of the timeline. */
export interface Span {
  readonly start: TickTime;
  readonly end: TickTime;
}

/** Whether two stretches share more than a border. */
export function overlap(a: Span, b: Span): boolean {
  return a.start.ticksNumber < b.end.ticksNumber && a.end.ticksNumber > b.start.ticksNumber;
}

/** Whether `clip` begins and ends there, give or take `tolerance` ticks. */
export function isAt(clip: Span, place: Span, tolerance: number): boolean {
  return (
    Math.abs(clip.start.ticksNumber - place.start.ticksNumber) <= tolerance &&
    Math.abs(clip.end.ticksNumber - place.end.ticksNumber) <= tolerance
  );
}

/** The length of one frame in ticks; `FrameRate.ticksPerFrame` may be write-only (Adobe, FrameRate). */
export function ticksPerFrame(premiere: Premiere, frameRate: FrameRate): number {
  return premiere.TickTime.createWithFrameAndFrameRate(1, frameRate).ticksNumber;
}

/** What a clip is called; empty where Premiere does not say. */
export function nameOf(item: TrackItem): Promise<string> {
  return orElse("", async () => maybe(await item.getName()) ?? "");
}

/** “First light”, or where the clip lies when Premiere does not say its name. */
export async function callClip(clip: PlacedClip): Promise<string> {
  const name = await nameOf(clip.item);
  return name === "" ? `the clip at ${placeOf(clip)}` : `“${name}”`;
}

/** "1 clip", "2 clips". */
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? "" : "s"}`;

/** Why there is no such track. */
export const noSuchTrackText = (track: number, count: number): string =>
  `The sequence has ${counted(count, "audio track")}, so there is no ${trackName(track)}.`;

/** A track as Premiere's timeline calls it: A1 for 0. */
export const trackName = (track: number): string => `A${track + 1}`;

/** "A2, 0:12.0 to 0:20.5": what finds a clip in the timeline. */
export function placeOf({ track, start, end }: Span & { readonly track: number }): string {
  return `${trackName(track)}, ${clock(start.seconds)} to ${clock(end.seconds)}`;
}

/** "0:12.0", "1:02:03.5": a time from the sequence's beginning. */
export function clock(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const minutes = Math.floor(tenths / 600);
  const hours = Math.floor(minutes / 60);
  const rest = ((tenths % 600) / 10).toFixed(1).padStart(4, "0");
  return hours === 0
    ? `${minutes}:${rest}`
    : `${hours}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}
