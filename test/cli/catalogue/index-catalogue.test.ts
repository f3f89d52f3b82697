import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { indexCatalogue, type CatalogueIndex } from "../../../src/cli/catalogue/index-catalogue.ts";
import type { Catalogue } from "../../../src/contract/catalogue.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { isLocal, trackEvidence } from "../../../src/contract/track.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { evidenceOf } from "../../../src/engine/query/scores.ts";
import { loadPack, openTextTower } from "../../../src/engine/open.ts";
import { chord, TOY_PACK } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { toyCatalogue } from "./toy-catalogue.ts";

const assets = diskAssets({ pack: TOY_PACK });

async function make(
  catalogue: Catalogue,
  audio?: string,
  remote = false,
): Promise<CatalogueIndex & { index: SectionIndex; notes: string[] }> {
  const notes: string[] = [];
  const terminal = {
    result: () => Promise.resolve(),
    note: (text: string) => void notes.push(text),
    status: null,
  };
  const made = await indexCatalogue({ catalogue, pack: TOY_PACK, audio, remote, terminal });
  return { ...made, index: readIndex(made.bytes, await loadPack(assets)), notes };
}

/** A section of an index, dequantised from int8. */
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
  it("puts a track where the text tower puts its metadata as a list", async () => {
    const { index, ...made } = await make(toyCatalogue(tracks));
    expect(made).toMatchObject({ tracks: 3, fromAudio: 0, wordless: 1, skipped: [] });
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

  it("embeds tracks with audio from it and their metadata, the others from their metadata", async () => {
    const folder = temporaryFolder();
    copyFileSync(chord("flac"), join(folder, "CHORD.flac"));
    writeFileSync(join(folder, "stranger.mp3"), "no music");
    const { index, ...made } = await make(toyCatalogue(tracks), folder);
    expect(made).toMatchObject({ tracks: 3, fromAudio: 1, wordless: 1, skipped: [] });
    expect(made.unmatched).toEqual(["stranger.mp3"]);
    expect(made.notes).toEqual([expect.stringContaining("stranger.mp3")]);
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

  it("keeps tracks remote on request, even if they were embedded from their audio", async () => {
    const folder = temporaryFolder();
    copyFileSync(chord("flac"), join(folder, "chord.flac"));
    const here = await make(toyCatalogue(tracks), folder);
    const { index, ...made } = await make(toyCatalogue(tracks), folder, true);
    expect(made).toMatchObject({ tracks: 3, fromAudio: 1 });
    expect(index.tracks.map(isLocal)).toEqual([false, false, false]);
    expect(index.tracks.map(trackEvidence)).toEqual(["metadata", "both", "metadata"]);
    expect([...evidenceOf(index)]).toEqual([...evidenceOf(here.index)]);
    expect([index.vectors, index.start, index.end, index.peaks]).toEqual([
      here.index.vectors,
      here.index.start,
      here.index.end,
      here.index.peaks,
    ]);
    // Nothing of the folder is in the file.
    expect(Buffer.from(made.bytes).includes(folder)).toBe(false);
    expect(Buffer.from(here.bytes).includes(folder)).toBe(true);
  });

  it("falls back to the metadata of a track whose file cannot be read", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "chord.mp3"), "no music");
    const { index, notes, ...made } = await make(toyCatalogue(tracks), folder);
    expect(made).toMatchObject({ tracks: 3, fromAudio: 0 });
    expect(made.skipped.map(({ code }) => code)).toEqual(["audio"]);
    expect(notes[0]).toContain("chord.mp3");
    expect(index.tracks[1]?.audio).toEqual({ kind: "remote" });
  });

  it("gives the same bytes each time", async () => {
    const [first, second] = [await make(toyCatalogue(tracks)), await make(toyCatalogue(tracks))];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});
