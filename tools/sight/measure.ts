import type { Picture, SeenWord, SightEngine } from "../../src/contract/sight.ts";
import { estimate, estimateRatio, type Estimate } from "../evaluate/bootstrap.ts";
import { lightWords } from "../../src/engine/see/light-words.ts";
import { pan, still, type Photograph } from "./photographs.ts";

/** How pictures are shown: in a shot that stands still, or in one that pans over them. */
export const WAYS = ["still", "pan"] as const;
export type Way = (typeof WAYS)[number];

/** Kinds of words that are counted together. */
export const SORTS = ["scene", "mood"] as const;
export type Sort = (typeof SORTS)[number];

/** What was said of a photograph. */
export interface Said {
  readonly photograph: Photograph;
  readonly words: readonly SeenWord[];
}

const sortOf = ({ kind }: SeenWord): Sort =>
  kind === "place" || kind === "subject" ? "scene" : "mood";

/**
 * Shows every photograph by itself, in pairs of frames, as the panel does. The net is shown one of
 * each pair, to save time: the other is nearly the same.
 */
export async function look(
  engine: Pick<SightEngine, "see">,
  photographs: readonly Photograph[],
  way: Way,
): Promise<Said[]> {
  const said: Said[] = [];
  for (const photograph of photographs) {
    const pairs: Picture[] = (way === "still" ? still : pan)(photograph.picture);
    const { words } = await engine.see(pairs.filter((_, index) => index % 2 === 0));
    const scene = words.filter((word) => sortOf(word) === "scene");
    said.push({ photograph, words: [...scene, ...lightWords(pairs)] });
  }
  return said;
}

/** How good the words of a sort are. Motion is not counted: stills have none. */
export interface Figures {
  /** Pictures. */
  readonly pictures: number;
  readonly words: number;
  /** Share of the words that are right. */
  readonly precision: Estimate;
  /** Share of the pictures with something to be said of which at least one right word was said. */
  readonly useful: Estimate;
}

/** The figures of one sort of words. */
export function figuresOf(said: readonly Said[], sort: Sort): Figures {
  const counted = said.map(({ photograph, words }) => {
    const own = words.filter((word) => sortOf(word) === sort && word.kind !== "motion");
    const right = own.filter(({ word }) => photograph[sort].includes(word));
    return { own: own.length, right: right.length, shows: photograph[sort].length > 0 };
  });
  const showing = counted.filter(({ shows }) => shows);
  const share = (rows: readonly { right: number }[]): number =>
    rows.filter(({ right }) => right > 0).length / rows.length;
  return {
    pictures: counted.length,
    words: counted.reduce((sum, { own }) => sum + own, 0),
    precision: estimateRatio(counted.map(({ right, own }) => [right, own] as const)),
    useful: estimate(showing, share),
  };
}

/** Words that are wrong, with how often, and the pictures. */
export function wrongWords(said: readonly Said[]): Map<string, string[]> {
  const wrong = new Map<string, string[]>();
  for (const { photograph, words } of said) {
    for (const seen of words) {
      if (seen.kind === "motion" || photograph[sortOf(seen)].includes(seen.word)) continue;
      const name = photograph.file.split("/").slice(-4).join("/");
      wrong.set(seen.word, [...(wrong.get(seen.word) ?? []), name]);
    }
  }
  return wrong;
}
