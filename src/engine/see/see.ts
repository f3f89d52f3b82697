import type { Picture, SeenWord, Sight, SightEngine } from "../../contract/sight.ts";
import { checkPictures } from "./check-pictures.ts";
import { EDGE, type EyeNet } from "./eye-net.ts";
import { lightWords } from "./light-words.ts";
import { showsNothing } from "./nothing.ts";
import { resize, squareOf } from "./resize.ts";
import { sceneWords } from "./scene-words.ts";
import { unbarred } from "./view.ts";

/** What looks at pictures, and the net that it has opened. */
export interface OpenedSight extends Pick<SightEngine, "see"> {
  /** Frees the net. No call may follow. */
  release(): Promise<void>;
}

/**
 * What looks at pictures of one scene.
 * @param openNet gives the net; called when there is something to look at, each time the same promise
 */
export function createSight(openNet: () => Promise<EyeNet>): OpenedSight {
  let opened: Promise<EyeNet> | null = null;

  async function wordsOf(pictures: readonly Picture[]): Promise<SeenWord[]> {
    const glances: (Float32Array | null)[] = [];
    for (const picture of pictures) {
      const pixels = resize(picture, squareOf(unbarred(picture)), EDGE);
      // What the net says about a picture without anything in it is noise.
      const net = showsNothing(pixels) ? null : await (opened = openNet());
      glances.push(net === null ? null : (await net.look(pixels)).probabilities);
    }
    return sceneWords(pictures, glances);
  }

  return {
    see: async (pictures): Promise<Sight> => {
      checkPictures(pictures);
      const words = [...(await wordsOf(pictures)), ...lightWords(pictures)];
      return { words: words.sort((a, b) => b.confidence - a.confidence), captions: [] };
    },
    release: async () => (await opened?.catch(() => null))?.release(),
  };
}
