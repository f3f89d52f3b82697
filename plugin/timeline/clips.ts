import type {
  AudioClipTrackItem,
  Sequence,
  TickTime,
  VideoClipTrackItem,
} from "@adobe/premierepro";
import type { TrackUse } from "../src/contract/music-track.ts";
import { maybe, type Premiere } from "./premiere.ts";

export type TrackItem = VideoClipTrackItem | AudioClipTrackItem;

/** A clip on a track. */
export interface PlacedItem {
  readonly kind: "video" | "audio";
  /** Zero-based. */
  readonly track: number;
  readonly item: TrackItem;
}

/** A clip and where it lies. */
export interface PlacedClip extends PlacedItem {
  readonly start: TickTime;
  readonly end: TickTime;
}

/** Every clip of the sequence, track by track. */
export async function placedItems(premiere: Premiere, sequence: Sequence): Promise<PlacedItem[]> {
  const { CLIP } = premiere.Constants.TrackItemType;
  const items: PlacedItem[] = [];
  const videoTracks = await sequence.getVideoTrackCount();
  for (let track = 0; track < videoTracks; track++) {
    const found = (await sequence.getVideoTrack(track)).getTrackItems(CLIP, false);
    items.push(...found.map((item) => ({ kind: "video", track, item }) as const));
  }
  const audioTracks = await sequence.getAudioTrackCount();
  for (let track = 0; track < audioTracks; track++) {
    const found = (await sequence.getAudioTrack(track)).getTrackItems(CLIP, false);
    items.push(...found.map((item) => ({ kind: "audio", track, item }) as const));
  }
  return items;
}

export async function placedClips(premiere: Premiere, sequence: Sequence): Promise<PlacedClip[]> {
  const items = await placedItems(premiere, sequence);
  return Promise.all(
    items.map(async (placed) => ({
      ...placed,
      start: await placed.item.getStartTime(),
      end: await placed.item.getEndTime(),
    })),
  );
}

/** Tells clips apart across two readings, since every reading makes new handles. */
export function placeKey({ kind, track, start, end }: PlacedClip): string {
  return `${kind} ${track} ${start.ticks} ${end.ticks}`;
}

/**
 * What the audio tracks say to music in [start, end).
 * @param music ids of the project items that Needledrop imported
 */
export async function audioTrackUses(
  clips: readonly PlacedClip[],
  trackCount: number,
  music: ReadonlySet<string>,
  { start, end }: { readonly start: TickTime; readonly end: TickTime },
): Promise<TrackUse[]> {
  const audio = clips.filter(({ kind }) => kind === "audio");
  const isThere = (clip: PlacedClip): boolean =>
    clip.start.ticksNumber < end.ticksNumber && clip.end.ticksNumber > start.ticksNumber;
  const isMusic = async ({ item }: PlacedClip): Promise<boolean> => {
    // Synthetic clips, such as a tone, have no project item.
    const id = maybe(await item.getProjectItem())?.getId();
    return id !== undefined && music.has(id);
  };
  const tracks = Array.from({ length: trackCount }, (_, track) =>
    audio.filter((clip) => clip.track === track),
  );
  return Promise.all(
    tracks.map(async (track) => ({
      isFree: !track.some(isThere),
      isEmpty: track.length === 0,
      holdsMusic: (await Promise.all(track.map(isMusic))).includes(true),
    })),
  );
}
