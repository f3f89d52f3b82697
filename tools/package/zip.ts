import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync, type Zippable } from "fflate";
import { AssetError } from "../../src/contract/errors.ts";

/** The earliest date a ZIP can hold, so that the same files give the same bytes on any day. */
const DATE = new Date(1980, 0, 1);

/** Files that must not ship: source maps, packages, hidden files. */
const UNWANTED = /(\.map$|(^|\/)node_modules(\/|$)|(^|\/)\.)/;

/**
 * Zips everything under `folder`, names in code point order.
 * @throws AssetError the folder holds a file that must not ship
 */
export function zipFolder(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const name of filesIn(folder)) {
    if (UNWANTED.test(name)) throw unwanted(name);
    // MP3 and PNG are compressed already.
    const level = /\.(mp3|png)$/.test(name) ? 0 : 6;
    files[name] = [readFileSync(join(folder, name)), { level, mtime: DATE }];
  }
  return zipSync(files);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort((a, b) => (a < b ? -1 : 1));
}

function unwanted(name: string): AssetError {
  return new AssetError({
    what: "A file that must not ship is in the plugin's folder.",
    input: name,
    next: "Remove it, or keep the build from writing it.",
  });
}
