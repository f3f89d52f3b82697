import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Track } from "../../src/contract/track.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { ROOT, type BuildInputs } from "../../tools/build/inputs.ts";

const TOY_PACK = join(ROOT, "test/fixtures/toy-pack");

/** A folder of its own with everything a build needs, made with the toy pack: two tracks. */
export async function toyInputs(): Promise<BuildInputs> {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  const audioFolder = join(folder, "audio");
  mkdirSync(audioFolder);
  for (const name of ["first.mp3", "second.mp3", "stray.mp3"]) {
    writeFileSync(join(audioFolder, name), name);
  }
  const indexFile = join(folder, "index.ndx");
  writeFileSync(indexFile, await toyIndex(["first", "second"]));
  return { packFolder: TOY_PACK, indexFile, audioFolder, distFolder: join(folder, "dist") };
}

/** An index of tracks of these ids, each with one section and audio `<id>.mp3`. */
export async function toyIndex(ids: readonly string[]): Promise<Uint8Array> {
  const pack = await loadPack({
    read: (name) => readFile(join(TOY_PACK, name.replace("pack/", ""))),
  });
  const embedding = new Float32Array(pack.dimension).fill(1 / Math.sqrt(pack.dimension));
  const entries = ids.map((id) => ({
    track: toyTrack(id),
    peaks: Uint8Array.of(1, 2),
    sections: [{ start: 0, end: 10, embedding }],
  }));
  return writeIndex(pack, entries);
}

const toyTrack = (id: string): Track => ({
  id,
  title: id,
  artist: "Nobody",
  catalogue: "toy",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio: { kind: "bundled", path: `audio/${id}.mp3` },
  seconds: 10,
  bpm: null,
  key: null,
  vocals: null,
  tags: [],
});
