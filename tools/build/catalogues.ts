import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { diskAssets, readIndexes } from "../../src/cli/assets.ts";
import { AssetError } from "../../src/contract/errors.ts";
import { mergeIndexes } from "../../src/engine/index/join.ts";
import { indexBytes } from "../../src/engine/index/writer.ts";
import { loadPack } from "../../src/engine/open.ts";
import type { BuildInputs } from "./inputs.ts";

export interface JoinedCatalogues {
  /** The index that ships. */
  readonly index: Uint8Array;
  /** Names of the audio files in it. */
  readonly audio: readonly string[];
}

/**
 * Joins the indexes into the one that ships, and checks that everything belongs together: the pack
 * is complete, the indexes were made with it, and each bundled track has its audio.
 * @throws PackError, IndexFormatError, IndexPackMismatchError, AssetError
 */
export async function joinCatalogues({
  packFolder,
  indexFiles,
  audioFolder,
}: BuildInputs): Promise<JoinedCatalogues> {
  const pack = await loadPack(diskAssets({ pack: packFolder }));
  for (const file of ["text.onnx", "audio.onnx", "tokenizer.json", "vocabulary.json"] as const) {
    await pack.read(file);
  }
  const index = mergeIndexes(await readIndexes(indexFiles, pack));
  const bundled = index.tracks.flatMap(({ audio }) =>
    audio.kind === "bundled" ? [audio.path] : [],
  );
  const missing = bundled.find(
    (path) => path !== `audio/${basename(path)}` || !existsSync(join(audioFolder, basename(path))),
  );
  if (missing !== undefined) {
    throw new AssetError({
      what: "The index lists a track whose audio is missing.",
      input: missing,
      next: "Make the audio with `npm run originals`, or build the index again.",
    });
  }
  return { index: indexBytes(pack, index), audio: bundled.map((path) => basename(path)) };
}
