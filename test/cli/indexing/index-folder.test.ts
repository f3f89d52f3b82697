import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { diskFolder } from "../../../src/cli/indexing/disk-folder.ts";
import { embedFile } from "../../../src/cli/indexing/embed-file.ts";
import type { Embedder } from "../../../src/engine/library/embed-all.ts";
import { updateLibrary, type FolderIndex } from "../../../src/engine/library/update-library.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { loadPack, openAudioTower } from "../../../src/engine/open.ts";
import { chord, TOY_PACK } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sine, wavBytes } from "../support/wav-bytes.ts";

let pack: Pack;
let tower: AudioTower;

beforeAll(async () => {
  pack = await loadPack(diskAssets({ pack: TOY_PACK }));
  tower = await openAudioTower({ pack, runtime: nodeRuntime() });
});

/** Does a thread's work in this one, to save the tests its start. */
function stayingHere(): Embedder {
  return {
    embed: (path) => embedFile(tower, path, () => undefined, null),
    close: () => Promise.resolve(),
  };
}

async function indexed(
  folder: string,
  threads = 2,
): Promise<{ made: FolderIndex; index: SectionIndex; told: number[] }> {
  const told: number[] = [];
  const made = await updateLibrary({
    source: diskFolder(folder),
    model: { pack, runtime: nodeRuntime() },
    embedders: Array.from({ length: threads }, stayingHere),
    reference: (file) => ({ kind: "file", path: file.path }),
    onStart: (files) => told.push(files),
    onFile: () => told.push(1),
  });
  return { made, index: readIndex(made.bytes, pack), told };
}

function library(): string {
  const folder = join(temporaryFolder(), "library");
  mkdirSync(join(folder, "sub"), { recursive: true });
  cpSync(chord("mp3"), join(folder, "b.mp3"));
  cpSync(chord("flac"), join(folder, "sub", "a.flac"));
  const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
  writeFileSync(join(folder, "c.wav"), wavBytes(shape, 24_000, sine(300, 8000)));
  return folder;
}

describe("updateLibrary, from a folder on disk", () => {
  it("holds every track, in order of id, with its metadata", async () => {
    const { made, index, told } = await indexed(library());
    expect(index.tracks.map(({ id, title, catalogue }) => [id, title, catalogue])).toEqual([
      ["b.mp3", "Chord", "library"],
      ["c.wav", "c", "library"],
      ["sub/a.flac", "Chord", "library"],
    ]);
    expect(index.scale).toHaveLength(9);
    expect(made).toMatchObject({ embedded: 3, skipped: [] });
    expect(index.tracks.map(({ file }) => file)).toEqual([undefined, undefined, undefined]);
    expect(made.seconds).toBeCloseTo(6, 1);
    expect(told).toEqual([3, 1, 1, 1]);
  });

  it("gives the same bytes with any number of threads", async () => {
    const folder = library();
    const [one, two] = [await indexed(folder, 1), await indexed(folder, 3)];
    expect(Buffer.compare(one.made.bytes, two.made.bytes)).toBe(0);
  });

  it("leaves out unreadable files, and lists them", async () => {
    const folder = library();
    writeFileSync(join(folder, "zero.mp3"), "");
    writeFileSync(join(folder, "text.mp3"), "no music");
    const { made, told } = await indexed(folder);
    expect(made.index.tracks).toHaveLength(3);
    expect(made.skipped.map(({ code, input }) => [code, input]).sort()).toEqual([
      ["audio", join(folder, "text.mp3")],
      ["audio", join(folder, "zero.mp3")],
    ]);
    expect(told[0]).toBe(5);
  });

  it("takes ids and metadata from the sidecar, and reports listed files that are missing", async () => {
    const folder = library();
    const tracks = [
      { id: "rain", title: "Rain", file: "c.wav", bpm: 60, vocals: false },
      { id: "gone", title: "Gone", file: "gone.mp3" },
    ];
    const catalogue = { name: "Mine", artist: "Anna", licence: "CC0-1.0" };
    writeFileSync(join(folder, "tracks.json"), JSON.stringify({ catalogue, tracks }));
    const { made, index } = await indexed(folder);
    expect(index.tracks.find((track) => track.id === "rain")).toMatchObject({
      title: "Rain",
      artist: "Anna",
      bpm: 60,
      licence: { id: "CC0-1.0" },
    });
    expect(made.skipped.map((error) => error.input)).toEqual(["gone.mp3"]);
  });

  it("refuses two tracks with the same id before it decodes any", async () => {
    const folder = library();
    const tracks = ["b.mp3", "c.wav"].map((file) => ({ id: "same", title: "Same", file }));
    writeFileSync(
      join(folder, "tracks.json"),
      JSON.stringify({ catalogue: { name: "Mine" }, tracks }),
    );
    await expect(indexed(folder)).rejects.toMatchObject({ code: "usage", input: "same" });
  });

  it("fails when there is nothing to index", async () => {
    await expect(indexed(temporaryFolder())).rejects.toThrow("holds no audio files");
    const folder = temporaryFolder();
    writeFileSync(join(folder, "zero.mp3"), "");
    await expect(indexed(folder)).rejects.toThrow("None of the 1 audio files");
  });
});
