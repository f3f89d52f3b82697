import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AudioReference, Track } from "../../src/contract/track.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { ROOT, type BuildInputs } from "../../tools/build/inputs.ts";

const FAR: AudioReference = { kind: "remote", page: "https://example.com/far" };
const TOY_PACK = join(ROOT, "test/fixtures/toy-pack");

/**
 * A folder of its own with everything a build needs, made with the toy pack: an index of two
 * tracks with their audio, and one of a track that is not here.
 */
export async function toyInputs(): Promise<BuildInputs> {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  const audioFolder = join(folder, "audio");
  mkdirSync(audioFolder);
  for (const name of ["first.mp3", "second.mp3", "stray.mp3"]) {
    writeFileSync(join(audioFolder, name), name);
  }
  const indexFiles = ["here.ndx", "far.ndx"].map((file) => join(folder, file));
  const indexes = [await toyIndex(["first", "second"]), await toyIndex(["far"], FAR)];
  indexFiles.forEach((file, i) => writeFileSync(file, indexes[i] ?? ""));
  return {
    packFolder: TOY_PACK,
    indexFiles,
    mapFile: join(folder, "map.ndm"),
    audioFolder,
    distFolder: join(folder, "dist"),
  };
}

/** An index of tracks of these ids, each with one section and, if not `audio`, `<id>.mp3`. */
export async function toyIndex(
  ids: readonly string[],
  audio?: AudioReference,
): Promise<Uint8Array> {
  const pack = await loadPack({
    read: (name) => readFile(join(TOY_PACK, name.replace("pack/", ""))),
  });
  const embedding = new Float32Array(pack.dimension).fill(1 / Math.sqrt(pack.dimension));
  const entries = ids.map((id) => ({
    track: toyTrack(id, audio ?? { kind: "bundled", path: `audio/${id}.mp3` }),
    peaks: audio === undefined ? Uint8Array.of(1, 2) : new Uint8Array(0),
    sections: [{ start: 0, end: 10, embedding }],
  }));
  return writeIndex(pack, entries);
}

const toyTrack = (id: string, audio: AudioReference): Track => ({
  id,
  title: id,
  artist: "Nobody",
  catalogue: "toy",
  licence: { id: "CC0-1.0", name: "CC0" },
  audio,
  seconds: 10,
  bpm: null,
  key: null,
  vocals: null,
  tags: [],
});
