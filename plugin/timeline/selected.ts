import type { AudioClipTrackItem, Sequence, VideoClipTrackItem } from "@adobe/premierepro";
import { HostError } from "../../src/contract/errors.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import { placedItems, type TrackItem } from "./clips.ts";

/**
 * The one audio clip that is selected.
 * @throws HostError none, several, or one with its picture is selected
 */
export async function selectedAudioClip(
  premiere: Premiere,
  sequence: Sequence,
): Promise<AudioClipTrackItem> {
  const items = await selectedTrackItems(premiere, sequence);
  const [item] = items;
  if (item === undefined) throw nothingSelected();
  if (items.length > 1 || isPicture(item)) throw notOneAudioClip(items.length);
  return item;
}

/**
 * What is selected in the timeline; a linked clip gives two items, its picture and its sound.
 * `getSelection` has been reported to answer empty while `getIsSelected` was true.
 */
export async function selectedTrackItems(
  premiere: Premiere,
  sequence: Sequence,
): Promise<TrackItem[]> {
  const selected = await orElse([], async () => {
    const selection = maybe(await sequence.getSelection());
    return (await selection?.getTrackItems()) ?? [];
  });
  if (selected.length > 0) return selected;
  const all = await placedItems(premiere, sequence);
  const flags = await Promise.all(all.map(({ item }) => orElse(false, () => item.getIsSelected())));
  return all.filter((_, index) => flags[index]).map(({ item }) => item);
}

/** Only pictures take video transitions; the media type would be a call more. */
export function isPicture(item: TrackItem): item is VideoClipTrackItem {
  return "createAddVideoTransitionAction" in item;
}

const nothingSelected = (): HostError =>
  new HostError({
    what: "No clip is selected in the timeline.",
    next: "Select the music that is to be replaced.",
  });
const notOneAudioClip = (count: number): HostError =>
  new HostError({
    what:
      count > 1
        ? `${count} clips are selected in the timeline (a linked clip counts as two).`
        : "The selected clip is a video clip.",
    next: "Select only the audio clip that is to be replaced; unlink it from its video first.",
  });
