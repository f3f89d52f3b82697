import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { AssetName } from "../../src/contract/engine.ts";
import { AssetError } from "../../src/contract/errors.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { readIndex } from "../../src/engine/index/reader.ts";

/**
 * Makes sure that what is about to ship belongs together: the pack is whole, the index was made
 * with it, and each bundled track of the index has its audio.
 * @throws PackError, IndexFormatError, IndexPackMismatchError, AssetError
 */
export async function checkCatalogue(
  sources: Readonly<Record<AssetName, string>>,
  audioFolder: string,
): Promise<void> {
  const pack = await loadPack({ read: (name) => readFile(sources[name]) });
  for (const file of ["text.onnx", "audio.onnx", "tokenizer.json", "vocabulary.json"] as const) {
    await pack.read(file);
  }
  const { tracks } = readIndex(await readFile(sources.index), pack);
  const silent = tracks.find(
    ({ audio }) =>
      audio.kind === "bundled" && !existsSync(join(audioFolder, relative("audio", audio.path))),
  );
  if (silent === undefined) return;
  throw new AssetError({
    what: "The index lists a track whose audio is missing.",
    input: silent.audio.path,
    next: "Make it with `npm run originals`, or build the index again.",
  });
}
