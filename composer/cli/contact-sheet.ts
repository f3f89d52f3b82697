import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawCell } from "../audit/cell.ts";
import { decodeSound } from "../audit/decode.ts";
import { createPicture } from "../audit/picture.ts";
import { createRng } from "../lib/rng.ts";
import { UsageError } from "../lib/usage-error.ts";
import { lastCorpusSeed } from "../originals/seeds.ts";
import { audioFile, readCorpus } from "../render/corpus.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** Size of one piece's drawing and the gap between pieces, in pixels. */
const cell = { width: 320, height: 190 };
const gap = 10;

/** `contact-sheet`: draws piano rolls and spectrograms of randomly chosen pieces into one picture. */
export async function runContactSheet(words: readonly string[]): Promise<void> {
  const { options, rest } = readOptions(words, { values: ["out", "count", "seed"] });
  const [folder = ""] = rest;
  const pieces = readCorpus(rest[0]);
  const out = options.get("out");
  if (out === undefined) throw new UsageError("--out is missing: name the PNG file to write.");
  const count = wholeNumber(options, "count", { low: 1, high: 400, fallback: 64 });
  const seed = wholeNumber(options, "seed", { low: 0, high: lastCorpusSeed, fallback: 1 });
  const chosen = createRng(`contact sheet ${seed}`)
    .shuffle(
      pieces.flatMap((piece) => {
        const file = audioFile(folder, piece);
        return file === undefined ? [] : [{ piece, file }];
      }),
    )
    .slice(0, count)
    .sort((a, b) => a.piece.id.localeCompare(b.piece.id));
  if (chosen.length === 0) {
    throw new UsageError(`No piece of ${folder} is rendered. Run render ${folder} first.`);
  }
  const across = Math.ceil(Math.sqrt(chosen.length));
  const down = Math.ceil(chosen.length / across);
  const picture = createPicture(
    across * (cell.width + gap) + gap,
    down * (cell.height + gap) + gap,
  );
  for (const [i, { piece, file }] of chosen.entries()) {
    const x = gap + (i % across) * (cell.width + gap);
    const y = gap + Math.floor(i / across) * (cell.height + gap);
    const midi = readFileSync(join(folder, piece.midi));
    drawCell(picture, piece, { midi, sound: await decodeSound(file) }, { x, y, ...cell });
  }
  writeFileSync(out, picture.png());
  console.log(`Drew ${chosen.length} pieces into ${out}`);
}
