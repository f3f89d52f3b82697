import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";

const seconds = v.array(v.pipe(v.number(), v.minValue(0)));

/** A piece whose rhythm is known; of some, the tempo alone. */
export interface KnownPiece {
  readonly source: "composed" | "drummed" | "recorded";
  /** Style, drummer or genre. */
  readonly group: string;
  /** Path of its audio. */
  readonly audio: string;
  readonly bpm: number;
  readonly beatsPerBar?: number;
  /** Seconds, ascending. */
  readonly beats?: readonly number[];
  readonly downbeats?: readonly number[];
}

const HeldOutSchema = v.object({
  source: v.picklist(["composed", "drummed"]),
  group: v.string(),
  split: v.picklist(["valid", "test"]),
  audio: v.string(),
  bpm: v.number(),
  beatsPerBar: v.number(),
  beats: seconds,
  downbeats: seconds,
});

/** Pieces of one split of the file that `lab beats` writes. */
export async function heldOutPieces(file: string, split: "valid" | "test"): Promise<KnownPiece[]> {
  const rows = await lines(file, HeldOutSchema);
  return rows.filter((row) => row.split === split);
}

const RecordedSchema = v.object({
  file: v.string(),
  genre: v.string(),
  bpm: v.nullish(v.number(), 0),
});

/** The search for beats was tuned on the tempos of every third recording. */
const TUNED_ON = 3;

/** Recorded tracks whose tempo is stated and was not tuned on; the audio lies beside the list. */
export async function recordedPieces(file: string): Promise<KnownPiece[]> {
  const rows = await lines(file, RecordedSchema);
  return rows
    .filter(({ bpm }, i) => bpm > 0 && i % TUNED_ON !== 0)
    .map(({ file: audio, genre, bpm }) => ({
      source: "recorded",
      group: genre,
      audio: join(dirname(file), audio),
      bpm,
    }));
}

async function lines<S extends v.GenericSchema>(
  file: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const text = await readFile(file, "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => v.parse(schema, JSON.parse(line)));
}
