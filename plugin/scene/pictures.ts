import type { Sequence, VideoClipTrackItem, VideoTrack } from "@adobe/premierepro";
import type { PictureClip } from "../../src/shared/cuts/visible-cuts.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import { spanOf } from "./selected-items.ts";

/** A clip of picture, and where it lies, in seconds from the sequence's beginning. */
export interface PlacedPicture extends PictureClip {
  readonly item: VideoClipTrackItem;
}

/**
 * All clips of the video tracks that are switched on; those whose place Premiere does not report are
 * left out. Two calls a clip.
 */
export async function placedPictures(
  premiere: Premiere,
  sequence: Sequence,
): Promise<PlacedPicture[]> {
  const { CLIP } = premiere.Constants.TrackItemType;
  const count = await sequence.getVideoTrackCount();
  const read = async (level: number): Promise<PlacedPicture[]> => {
    const track = await sequence.getVideoTrack(level);
    if (await isOff(track)) return [];
    const placed = track.getTrackItems(CLIP, false).map(async (item) => {
      const span = await spanOf(item);
      return span === null ? [] : [{ item, level, ...span }];
    });
    return (await Promise.all(placed)).flat();
  };
  return (await Promise.all(Array.from({ length: count }, (_, level) => read(level)))).flat();
}

/** The eye of a video track is its mute (Adobe, VideoTrack). */
const isOff = (track: VideoTrack): Promise<boolean> => orElse(false, () => track.isMuted());

/**
 * Whether a clip hides what lies below it: it is switched on and, above the first track, no
 * adjustment layer and no title, which have no project item.
 */
export async function isSeen({ item, level }: PlacedPicture): Promise<boolean> {
  if (await orElse(false, () => item.isDisabled())) return false;
  if (level === 0) return true;
  const [isLayer, source] = await Promise.all([
    orElse(false, () => item.isAdjustmentLayer()),
    orElse(undefined, async () => maybe(await item.getProjectItem()) ?? null),
  ]);
  return !isLayer && source !== null;
}
