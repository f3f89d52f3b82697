import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { diskFolder } from "../../../src/cli/indexing/disk-folder.ts";
import { embedFile } from "../../../src/cli/indexing/embed-file.ts";
import { updateLibrary, type FolderIndex } from "../../../src/engine/library/update-library.ts";
import { openLibrary } from "../../../src/cli/indexing/library-file.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { HOP, type BeatNet } from "../../../src/engine/hear/beat-net.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import { indexBytes } from "../../../src/engine/index/writer.ts";
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

const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
const tone = (hertz: number, samples = 24_000): Buffer =>
  Buffer.from(wavBytes(shape, samples, sine(hertz, 8000)));

/** Three files: one with tags, one in a folder, one bare. */
function music(): string {
  const folder = join(temporaryFolder(), "music");
  mkdirSync(join(folder, "sub"), { recursive: true });
  cpSync(chord("mp3"), join(folder, "a.mp3"));
  writeFileSync(join(folder, "sub", "b.wav"), tone(300));
  writeFileSync(join(folder, "c.wav"), tone(500, 30_000));
  return folder;
}

interface Update extends FolderIndex {
  /** Names of the files that were embedded, in order. */
  readonly read: readonly string[];
  readonly notes: readonly string[];
}

/** Hears no beats anywhere; what else there is to hear needs no net. */
const NO_BEATS: BeatNet = {
  hear: (samples) => {
    const silence = new Float32Array(samples.length / HOP + 1);
    return Promise.resolve({ beat: silence, downbeat: silence });
  },
  release: () => Promise.resolve(),
};

/** Brings the index of a folder up to date; `crashAfter` files, the process ends. */
async function update(
  folder: string,
  { forget = false, again = false, crashAfter = Infinity, by = pack } = {},
): Promise<Update> {
  const out = outOf(folder);
  const notes: string[] = [];
  const read: string[] = [];
  const library = await openLibrary(out, by, (text) => notes.push(text));
  const made = await updateLibrary({
    source: diskFolder(folder),
    model: { pack: by, runtime: nodeRuntime() },
    library,
    forget,
    again,
    embedders: [
      {
        embed: async (path) => {
          if (read.length === crashAfter) throw new Error("killed");
          read.push(path.slice(folder.length + 1).replaceAll("\\", "/"));
          return embedFile(tower, path, () => undefined, NO_BEATS);
        },
        close: () => Promise.resolve(),
      },
    ],
    reference: (file) => ({ kind: "file", path: file.path }),
  });
  if (read.length === crashAfter) throw new Error("killed");
  await library.finish(made);
  return { ...made, read, notes };
}

const outOf = (folder: string): string => join(dirname(folder), "mine.ndx");

const trackOf = (index: SectionIndex, id: string) => index.tracks.find((track) => track.id === id);

describe("the index of a folder, brought up to date", () => {
  it("is the same file if nothing has changed, and nothing is embedded", async () => {
    const folder = music();
    const first = await update(folder);
    expect(first.read).toEqual(["a.mp3", "c.wav", "sub/b.wav"]);
    const again = await update(folder);
    expect(again).toMatchObject({ read: [], embedded: 0, skipped: [] });
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(readdirSync(dirname(folder)).sort()).toEqual(["mine.ndx", "music"]);
  });

  it("is the one that would be made from nothing, after any changes", async () => {
    const folder = music();
    await update(folder);
    writeFileSync(join(folder, "d.wav"), tone(700, 40_000));
    writeFileSync(join(folder, "c.wav"), tone(350, 30_000));
    renameSync(join(folder, "a.mp3"), join(folder, "sub", "a.mp3"));
    rmSync(join(folder, "sub", "b.wav"));
    const updated = await update(folder, { forget: true });
    expect(updated.read).toEqual(["c.wav", "d.wav"]);
    rmSync(outOf(folder));
    const anew = await update(folder);
    expect(anew.read).toHaveLength(3);
    expect(Buffer.compare(updated.bytes, anew.bytes)).toBe(0);
  });

  it("reads files again of which nothing was heard, but only if it is asked to", async () => {
    const folder = music();
    const whole = await update(folder);
    const { index } = whole;
    const heard = index.tracks.map((track) => track.heard !== undefined);
    expect(heard).toEqual([true, true, true]);
    // As an earlier version has written it, but for one track.
    const tracks = index.tracks.map(({ heard, ...track }) =>
      track.id === "c.wav" ? { ...track, heard } : track,
    );
    writeFileSync(outOf(folder), indexBytes(pack, { ...index, tracks }));
    expect((await update(folder)).read).toEqual([]);

    // Stopped after the first, it keeps the others as they were, and goes on with them.
    await expect(update(folder, { again: true, crashAfter: 1 })).rejects.toThrow("killed");
    const rest = await update(folder, { again: true });
    expect(rest.read).toEqual(["sub/b.wav"]);
    expect(Buffer.compare(rest.bytes, whole.bytes)).toBe(0);
    expect((await update(folder, { again: true })).read).toEqual([]);
  });

  it("recognises a file that was moved, and names it anew", async () => {
    const folder = music();
    const before = (await update(folder)).index;
    renameSync(join(folder, "sub", "b.wav"), join(folder, "rain.wav"));
    const { index, read } = await update(folder);
    expect(read).toEqual([]);
    expect(trackOf(index, "sub/b.wav")).toBeUndefined();
    expect(trackOf(index, "rain.wav")).toMatchObject({
      title: "rain",
      audio: { path: join(folder, "rain.wav") },
      file: { hash: trackOf(before, "sub/b.wav")?.file?.hash },
    });
  });

  it("does not embed a file again that was only touched", async () => {
    const folder = music();
    await update(folder);
    utimesSync(join(folder, "c.wav"), 1, 1);
    expect((await update(folder)).read).toEqual([]);
    expect(trackOf((await update(folder)).index, "c.wav")?.file?.modified).toBe(1000);
  });

  it("keeps a missing file as missing until it returns, or is to be forgotten", async () => {
    const folder = music();
    await update(folder);
    renameSync(join(folder, "c.wav"), join(dirname(folder), "c.wav"));
    const gone = await update(folder);
    expect(trackOf(gone.index, "c.wav")?.file?.missing).toBe(true);
    renameSync(join(dirname(folder), "c.wav"), join(folder, "c.wav"));
    const back = await update(folder);
    expect(back.read).toEqual([]);
    expect(trackOf(back.index, "c.wav")?.file).not.toHaveProperty("missing");
    rmSync(join(folder, "c.wav"));
    await update(folder);
    expect(trackOf((await update(folder, { forget: true })).index, "c.wav")).toBeUndefined();
  });

  it("marks copies of a recording, whatever their format", async () => {
    const folder = music();
    const finer = wavBytes({ ...shape, bits: 24 }, 24_000, sine(300, 8000));
    writeFileSync(join(folder, "finer.wav"), finer);
    cpSync(join(folder, "c.wav"), join(folder, "sub", "c.wav"));
    const { index } = await update(folder);
    const copies = index.tracks.flatMap(({ id, file }) =>
      file?.duplicateOf === undefined ? [] : [[id, file.duplicateOf]],
    );
    expect(copies).toEqual([
      ["sub/b.wav", "finer.wav"],
      ["sub/c.wav", "c.wav"],
    ]);
  });

  it("embeds again what has other tags now, and only that", async () => {
    const folder = music();
    const describe = (tags: string[]): void =>
      writeFileSync(
        join(folder, "tracks.json"),
        JSON.stringify({
          catalogue: { name: "Mine" },
          tracks: [
            { id: "rain", title: "Rain", file: "c.wav", tags },
            { id: "sun", title: "Sun", file: "a.mp3", tags: ["sunny"] },
          ],
        }),
      );
    describe(["calm"]);
    await update(folder);
    describe(["calm", "sad"]);
    const { read, index } = await update(folder);
    expect(read).toEqual(["c.wav"]);
    expect(trackOf(index, "rain")?.tags).toEqual(["calm", "sad"]);
  });

  it("takes another licence without embedding anything", async () => {
    const folder = music();
    writeFileSync(join(folder, "sub", "licence.txt"), "CC BY 4.0");
    const first = (await update(folder)).index;
    expect(trackOf(first, "sub/b.wav")?.licence.id).toBe("CC-BY-4.0");
    writeFileSync(join(folder, "sub", "b.txt"), "Licence: Acme Standard");
    const { read, index } = await update(folder);
    expect(read).toEqual([]);
    expect(trackOf(index, "sub/b.wav")?.licence.id).toBe("Acme Standard");
  });

  it("goes on where a process was killed", async () => {
    const folder = music();
    await expect(update(folder, { crashAfter: 1 })).rejects.toThrow("killed");
    await expect(update(folder, { crashAfter: 1 })).rejects.toThrow("killed");
    const last = await update(folder);
    expect(last.read).toEqual(["sub/b.wav"]);
    rmSync(outOf(folder));
    expect(Buffer.compare(last.bytes, (await update(folder)).bytes)).toBe(0);
  });

  it("starts anew with another pack or a damaged index, and says so", async () => {
    const folder = music();
    await update(folder);
    const other = await update(folder, { by: { ...pack, hash: "ab".repeat(32) } });
    expect(other.read).toHaveLength(3);
    expect(other.notes.join()).toMatch(/made with the pack .* Every file is embedded again/);
    appendFileSync(outOf(folder), "more");
    expect((await update(folder)).notes.join()).toMatch(/should have \d+ bytes/);
  });

  it("keeps the old index of another pack if it has tracks whose files are gone", async () => {
    const folder = music();
    await update(folder);
    const old = readFileSync(outOf(folder));
    rmSync(join(folder, "sub/b.wav"));
    const { notes } = await update(folder, { by: { ...pack, hash: "ab".repeat(32) } });
    expect(notes.join()).toMatch(/1 tracks? whose files? (is|are) gone/);
    const kept = `${outOf(folder)}.toy-pack-0.0.1.old`;
    expect(readFileSync(kept).equals(old)).toBe(true);
  });

  it("leaves a file alone that is no index", async () => {
    const folder = music();
    writeFileSync(outOf(folder), "my novel");
    await expect(update(folder)).rejects.toMatchObject({ code: "usage", input: outOf(folder) });
    expect(readFileSync(outOf(folder), "utf8")).toBe("my novel");
  });
});
