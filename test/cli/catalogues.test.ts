import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../../src/cli/assets.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { loadPack, openSearcher } from "../../src/engine/open.ts";
import type { Searcher } from "../../src/engine/query/search.ts";

const ORIGINALS = new URL("../../catalogue/originals/tracks.json", import.meta.url);
const FIRST = 5;

let searcher: Searcher;

beforeAll(async () => {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const indexes = readIndexes(DEFAULT_INDEXES, pack);
  searcher = await openSearcher({ pack, indexes, runtime: nodeRuntime() });
});

/** The first few results, with the tags of the incompetech tracks among them. */
async function first(query: string) {
  const { results } = await searcher.search({ query, limit: FIRST });
  return results.map(({ track }) => ({ id: track.id, tags: track.tags.join(", ").toLowerCase() }));
}

describe("the two catalogues that ship, searched as one", () => {
  it("return originals of a style among the first five for its name", async () => {
    const { tracks } = JSON.parse(readFileSync(ORIGINALS, "utf8")) as {
      tracks: { id: string; style: string }[];
    };
    const styles = [...new Set(tracks.map(({ style }) => style))];
    const lost: string[] = [];
    for (const style of styles) {
      const found = await first(style);
      const own = tracks.filter((track) => track.style === style).map(({ id }) => id);
      if (!found.some(({ id }) => own.includes(id))) lost.push(style);
    }
    // Not all: a pack need not recognise every style.
    expect(lost.length, lost.join(", ")).toBeLessThanOrEqual(styles.length / 10);
  });

  it.each([
    ["polka", /polka/],
    ["ska", /ska/],
    ["holiday christmas music", /holiday/],
    ["african drums", /african/],
    ["gothic organ", /organ|horror|eerie/],
  ])("have tracks for %j that the originals have not", async (query, fitting) => {
    const found = (await first(query)).filter(({ id }) => id.startsWith("incompetech/"));
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(found.filter(({ tags }) => fitting.test(tags))).toEqual(found);
  });
});
