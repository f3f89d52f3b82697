import { estimate, estimateMean, estimateRatio, type Estimate } from "./bootstrap.ts";
import { gradeTracks } from "./grade.ts";
import { mean, ndcg, precision } from "./metrics.ts";
import type { Pool } from "./pools.ts";
import { DEPTH, type Ranker } from "./rankers.ts";
import type { Scene } from "./scenes.ts";

/** Places for precision, and the grade from which a track counts. */
const SHOWN = 5;
const GOOD = 2;
const TYPO = "typo";

/** What a ranker found for one text of a scene. */
interface TextScore {
  readonly register: string;
  readonly ndcg: number;
  readonly precision: number;
}

/** Figures of one ranker: means over scenes, of the mean over a scene's texts. */
export interface SceneRow {
  readonly system: string;
  readonly ndcgAt10: Estimate;
  readonly precisionAt5: Estimate;
  /** nDCG of the first ranker less that of this one, on the same scenes; not of the first. */
  readonly behind?: Estimate;
  /** nDCG of texts with typing errors over that of the same scenes' other texts. */
  readonly typoRatio?: Estimate;
  /** nDCG for each register: the mean over the scenes that have it. */
  readonly registers: Readonly<Record<string, number>>;
}

/** Figures of all rankers over one pool. */
export interface SceneFigures {
  readonly tracks: number;
  readonly scenes: number;
  readonly texts: number;
  /** Tracks of grades 0 to 3, [4], mean over scenes. */
  readonly grades: readonly number[];
  /** Scenes for which no track of the pool is good; they count as 0. */
  readonly scenesWithoutGoodTracks: number;
  readonly rows: readonly SceneRow[];
}

/** Ranks the tracks of a pool for each text of each scene, and grades what was found. */
export async function measureScenes(
  { index: { tracks } }: Pool,
  rankers: readonly Ranker[],
  scenes: readonly Scene[],
): Promise<SceneFigures> {
  const graded = scenes.map((scene) => gradeTracks(scene, tracks));
  const gradesById = graded.map((grades) => new Map(tracks.map(({ id }, t) => [id, grades[t]])));
  const rows: SceneRow[] = [];
  let first: readonly number[] | undefined;
  for (const ranker of rankers) {
    const scores: TextScore[][] = [];
    for (const [s, { texts }] of scenes.entries()) {
      const all = graded[s] ?? [];
      const ofScene: TextScore[] = [];
      for (const { register, text } of texts) {
        const ids = await ranker.rank(text);
        const ranked = ids.map((id) => gradesById[s]?.get(id) ?? 0);
        ofScene.push({
          register,
          ndcg: ndcg(ranked, all, DEPTH),
          precision: precision(ranked, SHOWN, GOOD),
        });
      }
      scores.push(ofScene);
    }
    const row = summarise(ranker.name, scores, first);
    first ??= scores.map((texts) => meanNdcg(texts));
    rows.push(row);
  }
  return {
    tracks: tracks.length,
    scenes: scenes.length,
    texts: scenes.flatMap(({ texts }) => texts).length,
    grades: [0, 1, 2, 3].map((grade) =>
      mean(graded.map((grades) => grades.filter((one) => one === grade).length)),
    ),
    scenesWithoutGoodTracks: graded.filter((grades) => !grades.some((grade) => grade >= GOOD))
      .length,
    rows,
  };
}

function summarise(
  system: string,
  scores: readonly (readonly TextScore[])[],
  first: readonly number[] | undefined,
): SceneRow {
  const own = scores.map((texts) => meanNdcg(texts));
  const mistyped = scores.flatMap((texts) => {
    const typos = texts.filter(({ register }) => register === TYPO);
    const others = texts.filter(({ register }) => register !== TYPO);
    if (typos.length === 0 || others.length === 0) return [];
    return [[meanNdcg(typos), meanNdcg(others)] as const];
  });
  return {
    system,
    ndcgAt10: estimateMean(own),
    precisionAt5: estimateMean(scores.map((texts) => mean(texts.map((text) => text.precision)))),
    ...(first === undefined
      ? {}
      : {
          behind: estimate(
            first.map((ahead, s) => ahead - (own[s] ?? 0)),
            mean,
          ),
        }),
    ...(mistyped.length === 0 ? {} : { typoRatio: estimateRatio(mistyped) }),
    registers: byRegister(scores),
  };
}

function byRegister(scores: readonly (readonly TextScore[])[]): Record<string, number> {
  const names = [...new Set(scores.flat().map(({ register }) => register))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const having = scores
        .map((texts) => texts.filter(({ register }) => register === name))
        .filter((texts) => texts.length > 0);
      return [name, mean(having.map((texts) => meanNdcg(texts)))];
    }),
  );
}

const meanNdcg = (texts: readonly TextScore[]): number => mean(texts.map((text) => text.ndcg));
