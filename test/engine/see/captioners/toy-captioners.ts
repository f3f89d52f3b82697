import { fileURLToPath } from "node:url";
import type { Picture } from "../../../../src/contract/sight.ts";
import type { PackFolder } from "../../../../src/engine/encode/pack-folder.ts";
import { nodeRuntime } from "../../../../src/engine/encode/runtime-node.ts";
import { takeCaptioner } from "../../../../src/engine/see/captioners/take-captioner.ts";
import { sourceOf } from "../../toy.ts";
import { folderWith, type Changes } from "../../encode/toy-clap.ts";

/** Tiny captioners in the layouts of transformers.js; `lab toy` makes them. */
export const TOYS = ["toy-vit-gpt2", "toy-florence2", "toy-smolvlm"] as const;
export type Toy = (typeof TOYS)[number];

export const toyFolder = (toy: Toy): string =>
  fileURLToPath(new URL(`../../../fixtures/toy-captioners/${toy}`, import.meta.url));

/** Such a folder in memory, with some of its files changed; null takes one out. */
export const captionerFolder = (toy: Toy, changes: Changes = {}): Promise<PackFolder> =>
  folderWith(toyFolder(toy), changes);

/** What the toys write about pictures like these. */
export const SCENES = [
  { colour: [20, 20, 30], says: "a dark street at night" },
  { colour: [240, 200, 150], says: "people walk over sunny sand" },
  { colour: [170, 210, 250], says: "snow falls between blue hills" },
] as const;

/** A picture of one colour. */
export function picture(
  [red, green, blue]: readonly [number, number, number],
  width = 40,
  height = 24,
): Picture {
  const rgba = new Uint8ClampedArray(4 * width * height);
  for (let i = 0; i < rgba.length; i += 4) rgba.set([red, green, blue, 255], i);
  return { at: 0, clip: "clip", width, height, rgba };
}

/** What it takes to take a toy in. */
export const TAKING = { runtime: nodeRuntime(), assets: sourceOf(new Map()) };

export const taken = (folder: PackFolder): ReturnType<typeof takeCaptioner> =>
  takeCaptioner(folder, TAKING);
