import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { AssetName } from "../../src/contract/engine.ts";
import { AssetError } from "../../src/contract/errors.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { readIndex } from "../../src/engine/index/reader.ts";

/**
 * Makes sure that what is about to ship belongs together: the pack is whole, the index was made
 * with it, and each bundled track of the index has its audio.
 * @returns the names of the audio files that the index lists
 * @throws PackError, IndexFormatError, IndexPackMismatchError, AssetError
 */
export async function checkCatalogue(
  sources: Readonly<Record<AssetName, string>>,
  audioFolder: string,
): Promise<readonly string[]> {
  const pack = await loadPack({ read: (name) => readFile(sources[name]) });
  for (const file of ["text.onnx", "audio.onnx", "tokenizer.json", "vocabulary.json"] as const) {
    await pack.read(file);
  }
  const { tracks } = readIndex(await readFile(sources.index), pack);
  const bundled = tracks.flatMap(({ audio }) => (audio.kind === "bundled" ? [audio.path] : []));
  const missing = bundled.find(
    (path) => path !== `audio/${basename(path)}` || !existsSync(join(audioFolder, basename(path))),
  );
  if (missing === undefined) return bundled.map((path) => basename(path));
  throw new AssetError({
    what: "The index lists a track whose audio is missing.",
    input: missing,
    next: "Make it with `npm run originals`, or build the index again.",
  });
}
