import type { Picture, SeenWord, Sight, SightEngine } from "../../contract/sight.ts";
import { checkPictures } from "./check-pictures.ts";
import { EDGE, type EyeNet } from "./eye-net.ts";
import { lightWords } from "./light-words.ts";
import { resize, squareOf } from "./resize.ts";
import { sceneWords } from "./scene-words.ts";

/** What looks at pictures, and the net that it has opened. */
export interface OpenedSight extends Pick<SightEngine, "see"> {
  /** Frees the net. No call may follow. */
  release(): Promise<void>;
}

/** Least standard deviation of a picture's bytes at which there is something to look at. */
const BLANK = 4;

/**
 * What looks at pictures of one scene.
 * @param openNet gives the net; called when there is something to look at, each time the same promise
 */
export function createSight(openNet: () => Promise<EyeNet>): OpenedSight {
  let opened: Promise<EyeNet> | null = null;

  async function wordsOf(pictures: readonly Picture[]): Promise<SeenWord[]> {
    const glances: (Float32Array | null)[] = [];
    for (const picture of pictures) {
      const pixels = resize(picture, squareOf(picture), EDGE);
      // What the net says about a picture without anything in it is noise.
      const net = isBlank(pixels) ? null : await (opened = openNet());
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

/** Whether no colour of a picture varies, as in black, white and fades. */
function isBlank(pixels: Float32Array): boolean {
  return [0, 1, 2].every((channel) => {
    const values = pixels.filter((_, index) => index % 3 === channel);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return Math.sqrt(variance) < BLANK;
  });
}
