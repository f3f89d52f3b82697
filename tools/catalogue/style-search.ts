import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../../src/cli/assets.ts";
import { isLocal } from "../../src/contract/track.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { loadPack, openSearcher } from "../../src/engine/open.ts";
import type { Searcher } from "../../src/engine/query/search.ts";
import { ROOT } from "../build/inputs.ts";

/** Results that an editor sees without scrolling. */
export const FIRST = 5;
/** Tracks of its own that each style should have among them. */
export const OWN = 2;

const OriginalsSchema = v.object({
  tracks: v.array(v.object({ id: v.string(), style: v.string() })),
});

/** The first results for the name of one style. */
interface StyleRow {
  readonly style: string;
  /** Number of tracks in the style. */
  readonly tracks: number;
  /** Its own tracks among the first five of both catalogues. */
  readonly own: number;
  /** The same among local tracks. */
  readonly ownLocal: number;
  /** Remote tracks among the first five. */
  readonly remote: number;
}

/** Results of `measureStyles`; "styleSearch" of the catalogue in docs/results.json. */
export interface StyleSearch {
  readonly note: string;
  readonly command: string;
  readonly pack: string;
  readonly tracks: number;
  readonly local: number;
  readonly styles: number;
  /** Share of the styles with two or more of their own tracks among the first five. */
  readonly share: number;
  readonly shareLocal: number;
  readonly rows: readonly StyleRow[];
}

/**
 * Searches for each style of the originals by its name, and counts its tracks among the first
 * results.
 */
export async function measureStyles(
  searcher: Pick<Searcher, "search">,
  originals: readonly { readonly id: string; readonly style: string }[],
): Promise<Pick<StyleSearch, "styles" | "share" | "shareLocal" | "rows">> {
  const styles = [...new Set(originals.map(({ style }) => style))].sort();
  const rows: StyleRow[] = [];
  for (const style of styles) {
    const own = new Set(originals.filter((track) => track.style === style).map(({ id }) => id));
    const all = await searcher.search({ query: style, limit: FIRST });
    const here = await searcher.search({ query: style, limit: FIRST, filters: { playable: true } });
    rows.push({
      style,
      tracks: own.size,
      own: all.results.filter(({ track }) => own.has(track.id)).length,
      ownLocal: here.results.filter(({ track }) => own.has(track.id)).length,
      remote: all.results.filter(({ track }) => !isLocal(track)).length,
    });
  }
  const shareOf = (count: (row: StyleRow) => number): number =>
    rows.filter((row) => count(row) >= OWN).length / rows.length;
  return {
    styles: rows.length,
    share: shareOf(({ own }) => own),
    shareLocal: shareOf(({ ownLocal }) => ownLocal),
    rows,
  };
}

/** Searches the catalogues that ship, with the pack that ships, for each style of the originals. */
export async function measureShippedStyles(): Promise<StyleSearch> {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const indexes = readIndexes(DEFAULT_INDEXES, pack);
  const searcher = await openSearcher({ pack, indexes, runtime: nodeRuntime() });
  const list = await readFile(join(ROOT, "catalogue/originals/tracks.json"), "utf8");
  const { tracks } = v.parse(OriginalsSchema, JSON.parse(list));
  return {
    note:
      `Each style of the originals is searched for by name. "share" is the share of styles with ` +
      `${OWN} or more of their own tracks among the first ${FIRST} of all catalogues; "share, local ` +
      `only" is the same among local tracks.`,
    command: "npm run measure:styles",
    pack: pack.id,
    tracks: searcher.index.tracks.length,
    local: searcher.index.tracks.filter(isLocal).length,
    ...(await measureStyles(searcher, tracks)),
  };
}
