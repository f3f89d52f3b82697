import type { Sequence, VideoClipTrackItem } from "@adobe/premierepro";
import type { FilmedClip } from "../../src/shared/frame-times.ts";
import { ask, maybe, orElse, type Premiere } from "../premiere.ts";
import { nameOf } from "../timeline/clips.ts";
import { isPicture, selectedTrackItems } from "../timeline/selected.ts";
import { spanOf } from "./selected-items.ts";
import { cutText } from "./text-allowance.ts";

/** The selected video clips. */
export interface FilmedClips {
  /** Those that show something; those whose place Premiere does not report are left out. */
  readonly clips: readonly FilmedClip[];
  /** Names of those whose files are missing. */
  readonly offline: readonly string[];
}

/** @throws HostError Premiere does not say what is selected */
export async function filmedClips(premiere: Premiere, sequence: Sequence): Promise<FilmedClips> {
  const selected = await ask("Premiere does not say what is selected.", sequence.name, () =>
    selectedTrackItems(premiere, sequence),
  );
  const read = await Promise.all(
    selected.filter(isPicture).map(async (item) => {
      const [span, name, isMissing] = await Promise.all([
        spanOf(item),
        nameOf(item),
        isOffline(premiere, item),
      ]);
      return { span, name: cutText(name, 1000), isMissing };
    }),
  );
  return {
    clips: read.flatMap(({ span, name, isMissing }) =>
      span === null || isMissing ? [] : { ...span, name },
    ),
    offline: read.filter(({ isMissing }) => isMissing).map(({ name }) => name),
  };
}

/** Whether Premiere would show its red “Media Offline” card. Titles have no file to be missing. */
function isOffline(premiere: Premiere, item: VideoClipTrackItem): Promise<boolean> {
  return orElse(false, async () => {
    const source = maybe(await item.getProjectItem());
    const clip = source ? maybe(premiere.ClipProjectItem.cast(source)) : null;
    return maybe(await clip?.isOffline()) === true;
  });
}
