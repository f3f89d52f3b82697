import { fileURLToPath } from "node:url";

const fromRepository = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const PROGRAM = fromRepository("bin/needledrop.js");
export const TOY_PACK = fromRepository("test/fixtures/toy-pack");
/** Its sections share blocks, and its vocabulary is calibrated. */
export const TOY_BLOCKS_PACK = fromRepository("test/fixtures/toy-blocks-pack");

/** A chord of one and a half seconds, in each of the formats. */
export const chord = (extension: "mp3" | "flac" | "ogg" | "opus" | "m4a"): string =>
  fromRepository(`test/fixtures/audio/chord.${extension}`);
