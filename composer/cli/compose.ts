import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { captionsOf } from "../lib/captions.ts";
import { compose, type Composition } from "../lib/compose.ts";
import { factsOf, type PieceFacts } from "../lib/facts.ts";
import { ordersOf } from "../lib/form.ts";
import { encodeMidi } from "../lib/midi.ts";
import type { Style } from "../lib/style.ts";
import { lastCorpusSeed } from "../originals/seeds.ts";
import { audioFormats } from "../render/corpus.ts";
import { styleNamed, styles } from "../styles/index.ts";
import { UsageError } from "../lib/usage-error.ts";
import { refuseForeign } from "./folder.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** One line of pieces.jsonl. */
export interface PieceRecord extends PieceFacts {
  id: string;
  seed: number;
  /** The order of its form that the piece uses. */
  order: number;
  style: string;
  /** Paths relative to the corpus folder. */
  midi: string;
  audio: string;
  captions: string[];
}

/** File names that a corpus folder may hold; any other file is the user's and must not be overwritten. */
const ours = new Set(["pieces.jsonl", "midi", "audio", "READY"]);

function chosenStyles(names: string | undefined): readonly Style[] {
  if (names === undefined) return styles;
  return names.split(",").map((name) => {
    const style = styleNamed(name);
    if (!style) {
      const known = styles.map((each) => each.name).join(", ");
      throw new UsageError(`There is no style "${name.trim()}". Styles: ${known}.`);
    }
    return style;
  });
}

function pieceId(style: Style, seed: number): string {
  return `${style.name.replaceAll("'", "").replaceAll(" ", "-")}-${String(seed).padStart(6, "0")}`;
}

/** The record of a piece, without its files. */
export function recordOf(piece: Composition): PieceRecord {
  const id = pieceId(piece.style, piece.seed);
  const facts = factsOf(piece);
  return {
    id,
    seed: piece.seed,
    order: piece.order,
    style: piece.style.name,
    midi: `midi/${id}.mid`,
    audio: `audio/${id}.flac`,
    ...facts,
    captions: captionsOf(piece, facts),
  };
}

/** Writes a piece's notes. Deletes a recording of other notes with the same name, which would be taken for theirs. */
function writePiece(out: string, { id, midi }: PieceRecord, notes: Uint8Array): void {
  const path = join(out, midi);
  if (existsSync(path) && !readFileSync(path).equals(notes)) {
    for (const format of audioFormats)
      rmSync(join(out, "audio", `${id}.${format}`), { force: true });
  }
  writeFileSync(path, notes);
}

/** The number of orders that every form has. */
const fewestOrders = Math.min(...styles.map(({ form }) => ordersOf(form)));

/** `compose`: writes pieces of all styles in turn, so that styles are balanced for any count. */
export function runCompose(words: readonly string[]): void {
  const { options } = readOptions(words, {
    values: ["count", "seed", "out", "styles", "seconds", "order"],
  });
  const count = wholeNumber(options, "count", { low: 1, high: 100_000 });
  const firstSeed = wholeNumber(options, "seed", { low: 0, high: lastCorpusSeed });
  const seconds = wholeNumber(options, "seconds", { low: 10, high: 600, fallback: 30 });
  const order = options.has("order")
    ? wholeNumber(options, "order", { low: 0, high: fewestOrders - 1 })
    : undefined;
  const out = options.get("out");
  if (out === undefined) throw new UsageError("--out is missing: name the folder to write to.");
  const wanted = chosenStyles(options.get("styles"));
  refuseForeign(out, ours);
  mkdirSync(join(out, "midi"), { recursive: true });
  const lines: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const style = wanted[i % wanted.length];
    if (!style) continue;
    const piece = compose(style, firstSeed + i, seconds, order);
    const record = recordOf(piece);
    writePiece(out, record, encodeMidi(piece.score));
    lines.push(JSON.stringify(record));
  }
  writeFileSync(join(out, "pieces.jsonl"), `${lines.join("\n")}\n`);
  console.log(`Composed ${count} pieces in ${wanted.length} styles into ${out}`);
}
