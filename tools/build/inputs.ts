import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { AssetError } from "../../src/contract/errors.ts";

/** The repository's root. */
export const ROOT = resolve(import.meta.dirname, "../..");

/** What a build is made from and where it goes: absolute paths. */
export interface BuildInputs {
  readonly packFolder: string;
  readonly indexFile: string;
  readonly audioFolder: string;
  readonly distFolder: string;
}

/** The inputs, each replaceable by an environment variable so that another pack can be tried. */
export function buildInputs(env: NodeJS.ProcessEnv = process.env): BuildInputs {
  const path = (variable: string, standard: string): string =>
    resolve(ROOT, env[variable] ?? standard);
  return {
    packFolder: path("NEEDLEDROP_PACK", "models/needledrop-base"),
    indexFile: path("NEEDLEDROP_INDEX", "catalogue/originals/index.ndx"),
    audioFolder: path("NEEDLEDROP_AUDIO", "catalogue/originals/audio"),
    distFolder: path("NEEDLEDROP_DIST", "dist"),
  };
}

/** @throws AssetError pack, index or audio is not there; says how to get it. */
export function requireInputs(inputs: BuildInputs): void {
  const needed = [
    {
      path: join(inputs.packFolder, "pack.json"),
      what: "The model pack is missing.",
      next: "Export one with the model lab (models/lab), or set NEEDLEDROP_PACK to a pack's folder.",
    },
    {
      path: inputs.indexFile,
      what: "The index of the originals is missing.",
      next: "Make it with `npm run index:originals`, or set NEEDLEDROP_INDEX to an index file.",
    },
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
