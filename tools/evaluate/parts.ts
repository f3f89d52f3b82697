import { diskAssets } from "../../src/cli/assets.ts";
import type { Device } from "../../src/contract/engine.ts";
import { loadPack } from "../../src/engine/open.ts";
import { browserOrders } from "./browser-order.ts";
import { measureFilters, readFilters, type FilterFigures } from "./filters.ts";
import { measureNegations, readNegations, type NegationFigures } from "./negations.ts";
import { ordersOf, type Orders } from "./orders.ts";
import { openPack, type OpenedPack, type Pool } from "./pools.ts";
import { bm25, chance, plainWords, product, sentences, type Ranker } from "./rankers.ts";
import { measureScenes, type SceneFigures } from "./scene-search.ts";
import { readScenes } from "./scenes.ts";
import { readSentenceVectors } from "./sentence-vectors.ts";
import { compareOrders, orderQueries, type OrderFigures } from "./same-order.ts";
import { measureTypos, type TypoFigures } from "./typo-search.ts";
import { readVocabulary } from "./vocabulary.ts";

/** What can be measured by itself. */
export const PARTS = ["scenes", "negations", "typos", "filters", "order"] as const;
export type Part = (typeof PARTS)[number];

/** A pack, and indexes that were made with it. */
export interface PackFiles {
  readonly pack: string;
  readonly indexes: readonly string[];
}

/** What is evaluated. */
export interface Evaluated extends PackFiles {
  /** Another pack whose search is measured beside it. */
  readonly against?: PackFiles;
  /** A file of `lab sentences`. */
  readonly minilm?: string;
  /** Whether the order is compared with that in a browser, too. */
  readonly browser: boolean;
  readonly parts: ReadonlySet<Part>;
}

/** All figures; "product" in docs/results.json. A part that was not measured is left out. */
export interface Figures {
  readonly pack: string;
  readonly scenes?: Readonly<Record<string, SceneFigures>>;
  readonly negations?: NegationFigures;
  /** The same on an index without tags, judged by the tags that the search did not have. */
  readonly untaggedNegations?: NegationFigures;
  readonly typos?: TypoFigures;
  readonly filters?: FilterFigures;
  readonly order?: OrderFigures;
}

/** Measures the parts that are asked for. */
export async function evaluate(what: Evaluated): Promise<Figures> {
  const { parts } = what;
  const opened = await openFiles(what);
  const { searcher } = opened.all;
  const figures: Figures = {
    pack: opened.id,
    ...(parts.has("scenes") ? { scenes: await scenesOf(opened.pools, what) } : {}),
    ...(parts.has("negations") ? await negationsOf(opened) : {}),
    ...(parts.has("typos") ? { typos: await measureTypos(searcher, await readVocabulary()) } : {}),
    ...(parts.has("filters")
      ? { filters: await measureFilters(searcher, await readFilters()) }
      : {}),
    ...(parts.has("order") ? { order: await orderOf(opened.all, what) } : {}),
  };
  await opened.release();
  return figures;
}

async function scenesOf(
  pools: readonly Pool[],
  { against, minilm }: Evaluated,
): Promise<Record<string, SceneFigures>> {
  const scenes = await readScenes();
  const vectors = minilm === undefined ? null : await readSentenceVectors(minilm);
  // Asked for all of them at once, so that a missing one is no surprise at the end.
  for (const { text } of scenes.flatMap(({ texts }) => texts)) vectors?.vectorOf(text);
  const other = against === undefined ? null : await openFiles(against);
  const found: Record<string, SceneFigures> = {};
  for (const pool of pools) {
    const same = other?.pools.find(({ name }) => name === pool.name);
    const rankers: Ranker[] = [
      product(pool),
      plainWords(pool),
      ...(other === null || same === undefined ? [] : [product(same, other.id)]),
      bm25(pool),
      ...(vectors === null ? [] : [sentences(pool, vectors)]),
      chance(pool),
    ];
    found[pool.name] = await measureScenes(pool, rankers, scenes);
  }
  await other?.release();
  return found;
}

async function negationsOf({
  all: { index, searcher },
  untagged,
}: OpenedPack): Promise<Pick<Figures, "negations" | "untaggedNegations">> {
  const pairs = await readNegations();
  const tags = new Map(index.tracks.map((track) => [track.id, track.tags]));
  return {
    negations: await measureNegations(searcher, pairs),
    untaggedNegations: await measureNegations(untagged, pairs, ({ id }) => tags.get(id) ?? []),
  };
}

async function orderOf(
  { searcher }: Pool,
  { pack, indexes, browser }: Evaluated,
): Promise<OrderFigures> {
  const queries = orderQueries(await readScenes());
  const others: { device: Device; orders: Orders }[] = [];
  for (const device of browser ? (["wasm", "webgpu"] as const) : []) {
    try {
      others.push({ device, orders: await browserOrders(device, { pack, indexes }, queries) });
    } catch (error) {
      // A browser that fails takes no other figure with it.
      console.error(`The order on ${device} could not be compared: ${firstLine(error)}`);
    }
  }
  return compareOrders(await ordersOf(searcher, queries), others);
}

const firstLine = (error: unknown): string => String(error).split("\n", 1)[0] ?? "";

/** Opens a pack and its indexes; see `openPack`. */
export async function openFiles({ pack, indexes }: PackFiles): Promise<OpenedPack> {
  return openPack(await loadPack(diskAssets({ pack })), indexes);
}
