import type {
  AudioClipTrackItem,
  Sequence,
  TickTime,
  VideoClipTrackItem,
} from "@adobe/premierepro";
import type { Premiere } from "./premiere.ts";

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

/** Index of the first of `trackCount` audio tracks with nothing in [start, end), or null. */
export function freeAudioTrack(
  clips: readonly PlacedClip[],
  trackCount: number,
  start: TickTime,
  end: TickTime,
): number | null {
  const taken = new Set(
    clips
      .filter((clip) => clip.kind === "audio")
      .filter(
        (clip) =>
          clip.start.ticksNumber < end.ticksNumber && clip.end.ticksNumber > start.ticksNumber,
      )
      .map((clip) => clip.track),
  );
  for (let track = 0; track < trackCount; track++) if (!taken.has(track)) return track;
  return null;
}
