/**
 * Measures "like this" and levels on the originals that ship, as they sound: `npm run
 * measure:likeness`. What the composer meant (style, arousal, density, valence) judges what the search finds;
 * the search has neither. Figures are in docs/decisions/likeness.md.
 */
import { DEFAULT_PACK, diskAssets } from "../src/cli/assets.ts";
import type { SearchRequest } from "../src/contract/search.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { readIndex } from "../src/engine/index/reader.ts";
import { writeIndex } from "../src/engine/index/writer.ts";
import { loadPack, openAudioTower, openSearcher } from "../src/engine/open.ts";
import { weightedSum } from "../src/engine/query/embed-query.ts";
import { readOriginals, type Original } from "./likeness/originals.ts";

/** Places that are looked at. */
const FIRST = 5;
/** Length of the passage that stands for a track, in its middle, in seconds. */
const PASSAGE = 20;

const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
const runtime = nodeRuntime();
const originals = await readOriginals(await openAudioTower({ pack, runtime }));
const bytes = writeIndex(
  pack,
  originals.map(({ entry }) => entry),
);
const searcher = await openSearcher({ pack, runtime, indexes: [readIndex(bytes, pack)] });
const byId = new Map(originals.map((original) => [original.id, original]));

async function found(request: Partial<SearchRequest>): Promise<Original[]> {
  const { results } = await searcher.search({ query: "", limit: originals.length, ...request });
  return results.flatMap(({ track: { id } }) => byId.get(id) ?? []);
}
const like = ({ id }: Original, section?: { start: number; end: number }, weight = 1) => ({
  of: { kind: "track" as const, id, ...(section === undefined ? {} : { section }) },
  weight,
});
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of the other tracks of its style that come first: with R of them, among the first R. */
function precision(of: Original, list: readonly Original[]): number {
  const own = originals.filter((other) => other !== of && other.style === of.style).length;
  return list.slice(0, own).filter(({ style }) => style === of.style).length / own;
}

/** Genres and instruments in common, as a share of all that either has. */
function overlap(a: Original, b: Original): number {
  const [one, other] = [a, b].map((each) => new Set([...each.genres, ...each.instruments]));
  const both = [...(one ?? [])].filter((word) => other?.has(word) === true).length;
  return both / new Set([...(one ?? []), ...(other ?? [])]).size;
}

/** What the first places hold, as means over all originals. */
interface Row {
  readonly precision: number;
  readonly overlap: number;
  readonly arousal: number;
}
async function measure(search: (of: Original) => Promise<readonly Original[]>): Promise<Row> {
  const rows: Row[] = [];
  for (const of of originals) {
    const list = (await search(of)).filter((other) => other !== of);
    const first = list.slice(0, FIRST);
    rows.push({
      precision: precision(of, list),
      overlap: mean(first.map((other) => overlap(of, other))),
      arousal: mean(first.map(({ arousal }) => arousal)),
    });
  }
  return {
    precision: mean(rows.map((row) => row.precision)),
    overlap: mean(rows.map((row) => row.overlap)),
    arousal: mean(rows.map((row) => row.arousal)),
  };
}

/** Spearman's rank correlation. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const ranks = (values: readonly number[]): number[] => {
    const ranked: number[] = [];
    [...values.keys()]
      .sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0))
      .forEach((i, rank) => (ranked[i] = rank));
    return ranked;
  };
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (x.length - 1) / 2;
  const spread = x.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  return x.reduce((sum, rank, i) => sum + (rank - middle) * ((y[i] ?? 0) - middle), 0) / spread;
}

const line = (name: string, { precision: p, overlap: o, arousal: a }: Row): void =>
  console.log(`${name.padEnd(34)} ${p.toFixed(3)}  ${o.toFixed(3)}  ${a.toFixed(3)}`);

console.log(
  `${originals.length} originals, ${new Set(originals.map(({ style }) => style)).size} styles`,
);
console.log(`${"".padEnd(34)} R-precision of style, overlap and arousal of the first ${FIRST}`);
line("in the order of the list", await measure(() => Promise.resolve(originals)));
line("like the track", await measure((of) => found({ like: [like(of)] })));
const passageOf = ({ entry: { track } }: Original): { start: number; end: number } => ({
  start: (track.seconds - PASSAGE) / 2,
  end: (track.seconds + PASSAGE) / 2,
});
line("like a passage", await measure((of) => found({ like: [like(of, passageOf(of))] })));
for (const energy of [-1, -0.5, 0, 0.5, 1]) {
  line(
    `like the track, energy ${energy}`,
    await measure((of) => found({ like: [like(of)], levels: { energy } })),
  );
}
for (const query of ["calm and gentle", "energetic and powerful", "dark and tense"]) {
  const words = await searcher.tower.embed(query);
  line(`"${query}" alone`, await measure(() => found({ query })));
  for (const weight of [0.5, 1]) {
    const scores = (of: Original) => found({ query, like: [like(of, undefined, weight)] });
    line(`"${query}" and like, ${weight}`, await measure(scores));
    line(
      `  as a sum of vectors`,
      await measure((of) => {
        const music = weightedSum(
          of.entry.sections.map(({ embedding }) => embedding),
          of.entry.sections.map(() => ({ weight: 1 })),
        );
        const vector = weightedSum([words, music], [{ weight: 1 }, { weight }]);
        const results = searcher.find(vector, { limit: originals.length });
        return Promise.resolve(results.flatMap(({ track: { id } }) => byId.get(id) ?? []));
      }),
    );
  }
}
console.log("\nLevels alone: correlation of the order with what was meant or measured");
for (const [level, measured] of [
  ["energy", "arousal"],
  ["density", "density"],
  ["brightness", "valence"],
] as const) {
  const up = await found({ levels: { [level]: 1 } });
  const values = up.map((original) => original[measured]);
  console.log(
    `${level.padEnd(12)} ${correlation(
      values.map((_, i) => -i),
      values,
    ).toFixed(2)}`,
  );
  for (const amount of [-1, -0.5, 0, 0.5, 1]) {
    const tops: number[] = [];
    for (const query of ["piano", "a city at night", "a journey", "guitar", "a celebration"]) {
      const first = (await found({ query, levels: { [level]: amount } })).slice(0, FIRST);
      tops.push(mean(first.map((original) => original[measured])));
    }
    console.log(`  with words, at ${String(amount).padEnd(4)} ${mean(tops).toFixed(3)}`);
  }
}
await searcher.release();
