import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../src/cli/assets.ts";
import { diskFolder } from "../../src/cli/indexing/disk-folder.ts";
import { embedFile } from "../../src/cli/indexing/embed-file.ts";
import { readSidecar } from "../../src/engine/library/sidecar.ts";
import { isLocal } from "../../src/contract/track.ts";
import { ENERGY_VALUES } from "../../src/shared/energy-curve.ts";
import { moveTowards } from "../../src/engine/encode/metadata.ts";
import type { Pack } from "../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../src/engine/index/section-index.ts";
import { loadPack, openAudioTower, openTextTower } from "../../src/engine/open.ts";
import { indexOriginals } from "../../tools/catalogue/index-originals.ts";
import { chord, TOY_PACK } from "../cli/support/paths.ts";
import { temporaryFolder } from "../cli/support/temporary-folder.ts";

const ORIGINALS = join(import.meta.dirname, "../../catalogue/originals");
const PACK = join(import.meta.dirname, "../../models/needledrop-base");
const silent = { result: () => Promise.resolve(), note: () => undefined, status: null };

function originalsWith(tracks: readonly { id: string; file: string }[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "audio"));
  cpSync(chord("mp3"), join(folder, "audio", "rain.mp3"));
  const titled = tracks.map((track) => ({ title: "Rain", ...track }));
  const catalogue = { name: "Originals", artist: "Needledrop", licence: "CC0-1.0" };
  writeFileSync(join(folder, "tracks.json"), JSON.stringify({ catalogue, tracks: titled }));
  return folder;
}

describe("indexOriginals", () => {
  it("refers to audio that comes along, by its path in the bundle", async () => {
    const folder = originalsWith([{ id: "rain", file: "audio/rain.mp3" }]);
    const { bytes } = await indexOriginals({ folder, pack: TOY_PACK }, silent);
    const index = readIndex(bytes, await loadPack(diskAssets({ pack: TOY_PACK })));
    expect(index.tracks).toMatchObject([
      { id: "rain", title: "Rain", audio: { kind: "bundled", path: "audio/rain.mp3" } },
    ]);
  });

  it("hears loudness and its course, and leaves the beats to what is stated", async () => {
    const folder = originalsWith([{ id: "rain", file: "audio/rain.mp3" }]);
    const { index } = await indexOriginals({ folder, pack: TOY_PACK }, silent);
    const { heard, file } = index.tracks[0] ?? {};
    expect(heard?.loudness?.integrated).toBeLessThan(0);
    expect(heard?.energy).toMatch(/./);
    expect(heard).not.toHaveProperty("tempo");
    expect(heard).not.toHaveProperty("bars");
    expect(file).toBeUndefined();
  });

  it("refuses a list that is not the files", async () => {
    const missing = originalsWith([
      { id: "rain", file: "audio/rain.mp3" },
      { id: "snow", file: "audio/snow.mp3" },
    ]);
    const unlisted = originalsWith([]);
    for (const folder of [missing, unlisted]) {
      await expect(indexOriginals({ folder, pack: TOY_PACK }, silent)).rejects.toMatchObject({
        code: "usage",
      });
    }
  });
});

describe.skipIf(!existsSync(join(ORIGINALS, "index.ndx")))("the index that comes along", () => {
  let pack: Pack;
  let index: SectionIndex;

  beforeAll(async () => {
    pack = await loadPack(diskAssets({ pack: PACK }));
    // Refuses an index that was made with another pack.
    index = readIndex(readFileSync(join(ORIGINALS, "index.ndx")), pack);
  });

  it("holds exactly the tracks of the list, with their metadata", async () => {
    const { tracks = [], catalogue } = (await readSidecar(diskFolder(ORIGINALS))) ?? {};
    expect(index.tracks.map(({ id }) => id)).toEqual(tracks.map(({ id }) => id).sort());
    for (const { id, title, file, bpm, tags } of tracks) {
      expect(index.tracks.find((track) => track.id === id)).toMatchObject({
        title,
        bpm,
        tags,
        licence: catalogue?.licence,
        audio: { kind: "bundled", path: file },
      });
    }
  });

  it("says of every track how loud it is, and keeps what is stated of it", () => {
    for (const { heard, vocals } of index.tracks) {
      expect(heard?.loudness?.integrated).toBeGreaterThan(-40);
      expect(heard?.energy).toHaveLength(ENERGY_VALUES);
      expect(vocals).toBe(false);
    }
  });

  it("holds the embeddings that pack, audio and tags give", async () => {
    const tower = await openAudioTower({ pack, runtime: nodeRuntime() });
    const text = await openTextTower({ pack, runtime: nodeRuntime() });
    for (const t of [0, index.tracks.length - 1]) {
      const track = index.tracks[t];
      const file = join(ORIGINALS, track && isLocal(track) ? track.audio.path : "");
      const { sections, seconds } = await embedFile(tower, file, () => undefined, null);
      const first = index.firstSection[t] ?? 0;
      expect(sections).toHaveLength((index.firstSection[t + 1] ?? 0) - first);
      expect(seconds).toBe(index.tracks[t]?.seconds);
      const tags = await text.embed(track?.tags.join(", ") ?? "");
      moveTowards(tags, sections).forEach(({ embedding, start, end }, i) => {
        expect([index.start[first + i], index.end[first + i]]).toEqual(
          [start, end].map(Math.fround),
        );
        expect(cosine(embedding, index, first + i)).toBeGreaterThan(0.999);
      });
    }
  });
});

function cosine(
  vector: Float32Array,
  { vectors, dimension }: SectionIndex,
  section: number,
): number {
  const stored = vectors.subarray(section * dimension, (section + 1) * dimension);
  const dot = vector.reduce((sum, x, i) => sum + x * (stored[i] ?? 0), 0);
  return dot / (Math.hypot(...vector) * Math.hypot(...stored));
}
