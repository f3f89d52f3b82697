import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../src/cli/assets.ts";
import { isLocal } from "../src/contract/track.ts";
import { loadPack } from "../src/engine/encode/pack.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { openTextTower } from "../src/engine/encode/text-tower.ts";
import { loadVocabulary } from "../src/engine/encode/vocabulary.ts";
import { createSearcher, type Searcher } from "../src/engine/query/search.ts";
import { ROOT } from "./build/inputs.ts";
import { mergeCatalogueResults, RESULTS } from "./results.ts";

/** Places that an editor sees without scrolling. */
const FIRST = 5;
/** Tracks of its own that a style has to have among them. */
const OWN = 2;

const OriginalsSchema = v.object({
  tracks: v.array(v.object({ id: v.string(), style: v.string() })),
});

/** What the first places hold for the name of one style. */
interface StyleRow {
  readonly style: string;
  /** How many tracks of the style there are. */
  readonly tracks: number;
  /** Its own among the first five, searching both catalogues. */
  readonly own: number;
  /** The same among tracks that can be heard now. */
  readonly ownAtHand: number;
  /** Tracks among the first five whose audio is elsewhere. */
  readonly elsewhere: number;
}

/** What `measureStyles` found; "styleSearch" of the catalogue in docs/results.json. */
export interface StyleSearch {
  readonly note: string;
  readonly command: string;
  readonly pack: string;
  readonly tracks: number;
  readonly local: number;
  readonly styles: number;
  /** Share of the styles with two or more of their own tracks among the first five. */
  readonly share: number;
  readonly shareAtHand: number;
  readonly rows: readonly StyleRow[];
}

/** Asks for each style of the originals by its name, and counts its own tracks among the first. */
export async function measureStyles(
  searcher: Pick<Searcher, "search">,
  originals: readonly { readonly id: string; readonly style: string }[],
): Promise<Pick<StyleSearch, "styles" | "share" | "shareAtHand" | "rows">> {
  const styles = [...new Set(originals.map(({ style }) => style))].sort();
  const rows: StyleRow[] = [];
  for (const style of styles) {
    const own = new Set(originals.filter((track) => track.style === style).map(({ id }) => id));
    const all = await searcher.search({ query: style, limit: FIRST });
    const here = await searcher.search({ query: style, limit: FIRST, localOnly: true });
    rows.push({
      style,
      tracks: own.size,
      own: all.results.filter(({ track }) => own.has(track.id)).length,
      ownAtHand: here.results.filter(({ track }) => own.has(track.id)).length,
      elsewhere: all.results.filter(({ track }) => !isLocal(track)).length,
    });
  }
  const shareOf = (count: (row: StyleRow) => number): number =>
    rows.filter((row) => count(row) >= OWN).length / rows.length;
  return {
    styles: rows.length,
    share: shareOf(({ own }) => own),
    shareAtHand: shareOf(({ ownAtHand }) => ownAtHand),
    rows,
  };
}

async function measure(): Promise<StyleSearch> {
  const assets = diskAssets({ pack: DEFAULT_PACK });
  const pack = await loadPack(assets);
  const [index, tower, vocabulary] = await Promise.all([
    readIndexes(DEFAULT_INDEXES, pack),
    nodeRuntime()("wasm", assets).then((runtime) => openTextTower(pack, runtime)),
    loadVocabulary(pack),
  ]);
  const searcher = createSearcher({ index, tower, vocabulary, device: "wasm" });
  const list = await readFile(join(ROOT, "catalogue/originals/tracks.json"), "utf8");
  const { tracks } = v.parse(OriginalsSchema, JSON.parse(list));
  return {
    note:
      `Each style of the originals is asked for by its name. "share" of the styles have ${OWN} or more ` +
      `of their own tracks among the first ${FIRST} of all catalogues, "shareAtHand" among the tracks ` +
      `that can be heard now.`,
    command: "npm run measure:styles",
    pack: pack.id,
    tracks: index.tracks.length,
    local: index.tracks.filter(isLocal).length,
    ...(await measureStyles(searcher, tracks)),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await measure();
  for (const { style, tracks, own, ownAtHand, elsewhere } of found.rows) {
    console.log(
      `${style.padEnd(24)} ${own} of ${tracks} (at hand ${ownAtHand}), ${elsewhere} elsewhere`,
    );
  }
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  console.log(
    `${found.styles} styles: ${percent(found.share)} have ${OWN} of their own among the first ` +
      `${FIRST}; ${percent(found.shareAtHand)} among what can be heard now`,
  );
  await mergeCatalogueResults(RESULTS, { styleSearch: found });
}
