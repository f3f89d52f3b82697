import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { indexCatalogue, type CatalogueIndex } from "../../../src/cli/catalogue/index-catalogue.ts";
import type { Catalogue } from "../../../src/contract/catalogue.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { loadPack, openTextTower } from "../../../src/engine/open.ts";
import { chord, TOY_PACK } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { toyCatalogue } from "./toy-catalogue.ts";

const assets = diskAssets({ pack: TOY_PACK });

async function make(
  catalogue: Catalogue,
  audio?: string,
): Promise<CatalogueIndex & { index: SectionIndex; notes: string[] }> {
  const notes: string[] = [];
  const terminal = {
    result: () => Promise.resolve(),
    note: (text: string) => void notes.push(text),
    status: null,
  };
  const made = await indexCatalogue({ catalogue, pack: TOY_PACK, audio, terminal });
  return { ...made, index: readIndex(made.bytes, await loadPack(assets)), notes };
}

/** The section of an index, as far as int8 keeps it. */
function vectorOf(index: SectionIndex, section: number): number[] {
  const { dimension, scale, vectors } = index;
  const row = vectors.subarray(section * dimension, (section + 1) * dimension);
  return [...row].map((step) => step * (scale[section] ?? 0));
}

const tracks = [
  { id: "1", seconds: 90, genres: ["Rock"], moods: ["Dark"], bpm: 140 },
  { id: "2", title: "Chord", file: "chord.mp3", seconds: 5, genres: ["Jazz"] },
  { id: "3", title: "Only a name" },
  { id: "4", moods: ["dark"], page: "https://example.org/4" },
];

describe("indexCatalogue", () => {
  it("puts a track where the text tower puts the list of its facts", async () => {
    const { index, ...made } = await make(toyCatalogue(tracks));
    expect(made).toMatchObject({ tracks: 3, local: 0, wordless: 1, skipped: [] });
    expect(index.tracks.map(({ id }) => id)).toEqual(["toy/1", "toy/2", "toy/4"]);
    expect(index.tracks.map(({ audio }) => audio)).toEqual([
      { kind: "remote" },
      { kind: "remote" },
      { kind: "remote", page: "https://example.org/4" },
    ]);
    expect([...index.start]).toEqual([0, 0, 0]);
    // A track of unknown length still has a section.
    expect([...index.end]).toEqual([90, 5, 1]);
    expect(index.tracks[2]?.seconds).toBe(0);

    const tower = await openTextTower({ pack: await loadPack(assets), runtime: nodeRuntime() });
    const expected = await tower.embed("rock, dark, fast");
    vectorOf(index, 0).forEach((x, i) => expect(x).toBeCloseTo(expected[i] ?? NaN, 2));
  });

  it("embeds a track from its audio where that is found, the others from their facts", async () => {
    const folder = temporaryFolder();
    copyFileSync(chord("flac"), join(folder, "CHORD.flac"));
    writeFileSync(join(folder, "stranger.mp3"), "no music");
    const { index, ...made } = await make(toyCatalogue(tracks), folder);
    expect(made).toMatchObject({ tracks: 3, local: 1, wordless: 1, skipped: [] });
    const here = index.tracks[1];
    expect(here).toMatchObject({
      id: "toy/2",
      title: "Chord",
      audio: { kind: "file", path: join(folder, "CHORD.flac") },
    });
    expect(here?.seconds).toBeCloseTo(1.5, 1);
    const peaks = [0, 1, 2].map((t) =>
      index.peaks
        .subarray(t * index.peaksPerTrack, (t + 1) * index.peaksPerTrack)
        .some((peak) => peak > 0),
    );
    expect(peaks).toEqual([false, true, false]);
    const told = (await make(toyCatalogue(tracks))).index;
    expect(vectorOf(index, 0)).toEqual(vectorOf(told, 0));
    expect(vectorOf(index, 1)).not.toEqual(vectorOf(told, 1));
  });

  it("falls back to the facts of a track whose file cannot be read", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "chord.mp3"), "no music");
    const { index, notes, ...made } = await make(toyCatalogue(tracks), folder);
    expect(made).toMatchObject({ tracks: 3, local: 0 });
    expect(made.skipped.map(({ code }) => code)).toEqual(["audio"]);
    expect(notes[0]).toContain("chord.mp3");
    expect(index.tracks[1]?.audio).toEqual({ kind: "remote" });
  });

  it("gives the same bytes each time", async () => {
    const [first, second] = [await make(toyCatalogue(tracks)), await make(toyCatalogue(tracks))];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});
