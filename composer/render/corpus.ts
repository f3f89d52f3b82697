import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { UsageError } from "../lib/usage-error.ts";

/** Ids become file names, so an id must not lead out of the folder. */
const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));
const inside = v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z0-9][a-z0-9-]*\.[a-z]+$/));

const SectionSchema = v.looseObject({
  /** Seconds. */
  start: v.number(),
  end: v.number(),
  label: v.string(),
});

/** The fields of a line of pieces.jsonl that rendering and the audit need; others are ignored. */
const PieceSchema = v.looseObject({
  id,
  style: v.string(),
  /** Path relative to the corpus folder. */
  midi: inside,
  seconds: v.pipe(v.number(), v.minValue(0)),
  bpm: v.pipe(v.number(), v.minValue(1)),
  metre: v.string(),
  instruments: v.array(v.string()),
  tags: v.array(v.string()),
  sections: v.array(SectionSchema),
});

export type CorpusPiece = v.InferOutput<typeof PieceSchema>;

/** Reads one line; `where` names it in the error. */
function readPiece(line: string, where: string): CorpusPiece {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${where} is not JSON. Run compose again.`);
  }
  const read = v.safeParse(PieceSchema, value);
  if (read.success) return read.output;
  const [issue] = read.issues;
  const path = v.getDotPath(issue) ?? "the line";
  throw new UsageError(`${where}: ${path}: ${issue.message}. Run compose again.`);
}

/**
 * Reads the pieces that compose wrote into a folder.
 * @throws UsageError there is no corpus, or a line of pieces.jsonl is malformed
 */
export function readCorpus(folder: string | undefined): CorpusPiece[] {
  if (folder === undefined) throw new UsageError("Name the folder that compose wrote.");
  const list = join(folder, "pieces.jsonl");
  if (!existsSync(list)) {
    throw new UsageError(`${folder} has no pieces.jsonl. Run compose with --out ${folder} first.`);
  }
  return readFileSync(list, "utf8")
    .split("\n")
    .flatMap((line, i) => (line === "" ? [] : [readPiece(line, `${list}, line ${i + 1}`)]));
}

/** The formats that render writes. */
export const audioFormats = ["flac", "wav"] as const;

/** Path of a piece's audio in any of the formats; undefined if it is not rendered yet. */
export function audioFile(folder: string, piece: CorpusPiece): string | undefined {
  return audioFormats
    .map((format) => join(folder, "audio", `${piece.id}.${format}`))
    .find((file) => existsSync(file));
}
