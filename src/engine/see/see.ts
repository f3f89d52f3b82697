import type { Picture, Sight, SightEngine } from "../../contract/sight.ts";
import { checkPictures } from "./check-pictures.ts";
import type { EyeNet } from "./eye-net.ts";

/** What looks at pictures, and the net that it has opened. */
export interface OpenedSight extends Pick<SightEngine, "see"> {
  /** Frees the net. No call may follow. */
  release(): Promise<void>;
}

/**
 * What looks at pictures of one scene.
 * @param openNet gives the net; called when pictures are looked at, each time the same promise
 */
export function createSight(openNet: () => Promise<EyeNet>): OpenedSight {
  let opened: Promise<EyeNet> | null = null;

  async function see(pictures: readonly Picture[]): Promise<Sight> {
    checkPictures(pictures);
    opened = openNet();
    await opened;
    return { words: [], captions: [] };
  }

  return {
    see,
    release: async () => (await opened?.catch(() => null))?.release(),
  };
}
