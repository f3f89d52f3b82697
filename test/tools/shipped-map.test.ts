import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../../src/cli/assets.ts";
import { mergeIndexes } from "../../src/engine/index/join.ts";
import { fitOf, readMap } from "../../src/engine/map/format.ts";
import { loadPack } from "../../src/engine/open.ts";
import { buildInputs } from "../../tools/build/inputs.ts";

it("ships a map of just the tracks that ship, made for the pack that ships", async () => {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const { tracks } = mergeIndexes(await readIndexes(DEFAULT_INDEXES, pack));
  const file = new Uint8Array(await readFile(buildInputs().mapFile));
  // If it does not: `npm run map:catalogues`.
  const map = readMap(file, await fitOf(pack, tracks));
  expect(map?.x).toHaveLength(tracks.length);
});
