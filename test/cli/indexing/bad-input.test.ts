import { copyFileSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diskAssets } from "../../../src/cli/assets.ts";
import { diskFolder } from "../../../src/cli/indexing/disk-folder.ts";
import { embedFile } from "../../../src/cli/indexing/embed-file.ts";
import { openLibrary, type LibraryFile } from "../../../src/cli/indexing/library-file.ts";
import type { AudioTower } from "../../../src/engine/encode/audio-tower.ts";
import type { Pack } from "../../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { readIndex } from "../../../src/engine/index/reader.ts";
import { updateLibrary, type FolderIndex } from "../../../src/engine/library/update-library.ts";
import { loadPack, openAudioTower } from "../../../src/engine/open.ts";
import { BAD_FILES, GOOD_FILES, writeMusic } from "../support/music-of-all-kinds.ts";
import { TOY_PACK } from "../support/paths.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { sine, wavBytes } from "../support/wav-bytes.ts";

let pack: Pack;
let tower: AudioTower;

beforeAll(async () => {
  pack = await loadPack(diskAssets({ pack: TOY_PACK }));
  tower = await openAudioTower({ pack, runtime: nodeRuntime() });
});

const TONES = 8;

/** A folder of short tones. */
function tones(): string {
  const folder = join(temporaryFolder(), "music");
  mkdirSync(folder);
  const shape = { sampleRate: 8000, channels: 1, bits: 16 } as const;
  for (let i = 0; i < TONES; i += 1) {
    const bytes = wavBytes(shape, 17_000 + 3000 * i, sine(200 + 70 * i, 8000));
    writeFileSync(join(folder, `tone ${i}.wav`), bytes);
  }
  return folder;
}

const outOf = (folder: string): string => join(dirname(folder), "mine.ndx");

/** Embeds what is new in a folder; `onFile` is called before each file is read. */
function update(
  folder: string,
  library: LibraryFile,
  onFile: (done: number) => Promise<void> | void = () => undefined,
): Promise<FolderIndex> {
  let done = 0;
  return updateLibrary({
    source: diskFolder(folder),
    model: { pack, runtime: nodeRuntime() },
    library,
    embedders: [
      {
        embed: async (path) => {
          await onFile((done += 1) - 1);
          return embedFile(tower, path, () => undefined, null);
        },
        close: () => Promise.resolve(),
      },
    ],
    reference: (file) => ({ kind: "file", path: file.path }),
  });
}

const opened = (folder: string): Promise<LibraryFile> =>
  openLibrary(outOf(folder), pack, () => undefined);
const written = (folder: string): string[] =>
  readIndex(readFileSync(outOf(folder)), pack).tracks.map(({ id }) => id);

describe("a folder on disk", () => {
  it(
    "of all kinds of files is indexed but for the bad ones, which are named",
    { timeout: 180_000 },
    async () => {
      const folder = writeMusic("music");
      const { index, skipped } = await update(folder, await opened(folder));
      const named = skipped.map(({ input = "" }) => input.slice(folder.length + 1)).sort();
      // Without ffmpeg, AAC is named too.
      const unread = named.filter((name) => !BAD_FILES.includes(name));
      expect(unread.filter((name) => name !== "chord-m4a.m4a")).toEqual([]);
      expect(named.filter((name) => BAD_FILES.includes(name))).toEqual([...BAD_FILES].sort());
      expect(index.tracks).toHaveLength(GOOD_FILES.length - unread.length);
      expect(skipped.find(({ input }) => input?.endsWith(".m4p"))?.what).toContain("protected");
    },
  );

  it("that vanishes midway keeps what was embedded, and the rest is named", async () => {
    const folder = tones();
    const library = await opened(folder);
    const made = await update(folder, library, (done) => {
      if (done === 5) rmSync(folder, { recursive: true });
    });
    // The fifth was embedded; its content could no longer be read.
    expect(made.index.tracks.length).toBeGreaterThanOrEqual(4);
    expect(made.index.tracks.length + made.skipped.length).toBe(TONES);
    await library.finish(made);
    expect(written(folder)).toHaveLength(made.index.tracks.length);
  });

  it("whose index cannot be kept any more ends the run, and says why", async () => {
    const folder = tones();
    const out = join(temporaryFolder(), "out");
    mkdirSync(out);
    const library = await openLibrary(join(out, "mine.ndx"), pack, () => undefined);
    const run = update(folder, library, (done) => {
      if (done === 3) rmSync(out, { recursive: true });
    });
    await expect(run).rejects.toMatchObject({
      code: "storage",
      what: "What was embedded cannot be kept.",
    });
  });

  it("whose clocks have jumped is read once, whatever the times are", async () => {
    const folder = tones();
    utimesSync(join(folder, "tone 0.wav"), -86_400, -86_400);
    utimesSync(join(folder, "tone 1.wav"), 4_000_000_000, 4_000_000_000);
    const library = await opened(folder);
    const first = await update(folder, library);
    await library.finish(first);
    const second = await update(folder, await opened(folder));
    expect(second.embedded).toBe(0);
    expect(Buffer.compare(second.bytes, first.bytes)).toBe(0);
  });

  it("that two processes index at once loses nothing of either", async () => {
    const folder = tones();
    const few = await opened(folder);
    const more = await opened(folder);
    const made = await update(folder, few);
    // The other process sees a folder with one file more, and is done first.
    const late = join(folder, "late.wav");
    copyFileSync(join(folder, "tone 1.wav"), late);
    await more.finish(await update(folder, more));
    expect(written(folder)).toContain("late.wav");
    await few.finish(made);
    expect(written(folder)).toContain("late.wav");
    expect(written(folder)).toHaveLength(made.index.tracks.length + 1);
  });

  it("keeps the journal of a process that is still at work when another is done", async () => {
    const folder = tones();
    const slow = await opened(folder);
    const quick: { library?: LibraryFile } = {};
    const run = update(folder, slow, async (done) => {
      if (done === 2) quick.library = await opened(folder);
      if (done === 4 && quick.library !== undefined) {
        await quick.library.finish(await update(folder, quick.library));
      }
    });
    await run; // It ends here, before it has written the index.
    const next = await opened(folder);
    expect(next.known.length).toBeGreaterThan(1);
    await next.finish(await update(folder, next));
    expect(written(folder)).toHaveLength(TONES);
  });
});
