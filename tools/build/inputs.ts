import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { DEFAULT_INDEXES, DEFAULT_PACK } from "../../src/cli/assets.ts";
import { AssetError } from "../../src/contract/errors.ts";

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** Inputs and output folder of a build, as absolute paths. */
export interface BuildInputs {
  readonly packFolder: string;
  /** Joined into the one index that ships. */
  readonly indexFiles: readonly string[];
  /** Where the tracks lie on the map. */
  readonly mapFile: string;
  readonly audioFolder: string;
  readonly distFolder: string;
}

/**
 * The inputs. Environment variables can replace each of them, for example to try another pack.
 * NEEDLEDROP_INDEX may name several files, separated as in PATH.
 */
export function buildInputs(env: NodeJS.ProcessEnv = process.env): BuildInputs {
  const path = (variable: string, standard: string): string =>
    resolve(ROOT, env[variable] ?? standard);
  return {
    packFolder: path("NEEDLEDROP_PACK", DEFAULT_PACK),
    indexFiles: (env["NEEDLEDROP_INDEX"]?.split(delimiter) ?? DEFAULT_INDEXES).map((file) =>
      resolve(ROOT, file),
    ),
    mapFile: path("NEEDLEDROP_MAP", "catalogue/map.ndm"),
    audioFolder: path("NEEDLEDROP_AUDIO", "catalogue/originals/audio"),
    distFolder: path("NEEDLEDROP_DIST", "dist"),
  };
}

/** @throws AssetError pack, index or audio is missing; its `next` says how to get it. */
export function requireInputs(inputs: BuildInputs): void {
  const needed = [
    {
      path: join(inputs.packFolder, "pack.json"),
      what: "The model pack is missing.",
      next: "Export one with the model lab (models/lab), or set NEEDLEDROP_PACK to a pack's folder.",
    },
    ...inputs.indexFiles.map((path) => ({
      path,
      what: "An index is missing.",
      next:
        "Make it with `npm run index:originals` or `npm run index:catalogues`, " +
        "or set NEEDLEDROP_INDEX to index files.",
    })),
    {
      path: inputs.audioFolder,
      what: "The originals' audio is missing.",
      next: "Make it with `npm run originals`, or set NEEDLEDROP_AUDIO to a folder of audio.",
    },
  ];
  for (const { path, what, next } of needed) {
    if (!existsSync(path)) throw new AssetError({ what, input: path, next });
  }
}
