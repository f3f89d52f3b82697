import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../lib/usage-error.ts";
import { fillSlots } from "../originals/fill.ts";
import { creditsText, licenceText } from "../originals/papers.ts";
import { programme } from "../originals/programme.ts";
import { readShelf, writeShelf } from "../originals/shelf.ts";
import { needPrograms } from "../render/programs.ts";
import { refuseForeign } from "./folder.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** Slots rendered together; more would need more disk space. */
const slotsPerReel = 6;

const ours = new Set(["audio", "tracks.json", "peaks.json", "index.ndx", "LICENSE", "CREDITS.md"]);

/** `originals`: composes, chooses, renders and masters the bundled catalogue. Resumes a stopped run. */
export async function runOriginals(words: readonly string[]): Promise<void> {
  const { options } = readOptions(words, { values: ["out", "candidates"] });
  const out = options.get("out");
  if (out === undefined) throw new UsageError("--out is missing: name the folder to write to.");
  const few = wholeNumber(options, "candidates", { low: 1, high: 24, fallback: 2 });
  refuseForeign(out, ours);
  needPrograms();
  mkdirSync(join(out, "audio"), { recursive: true });
  const shelf = readShelf(out);
  writeShelf(out, shelf);
  const missing = [...programme.entries()].filter(([index]) => !shelf.tracks.has(index));
  for (let i = 0; i < missing.length; i += slotsPerReel) {
    await fillSlots(shelf, missing.slice(i, i + slotsPerReel), few, out);
  }
  writeFileSync(join(out, "LICENSE"), licenceText);
  writeFileSync(join(out, "CREDITS.md"), creditsText);
}
