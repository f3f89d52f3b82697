import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as v from "valibot";
import { parseKey } from "../../src/engine/query/understand/wanted.ts";

/** A piece, and what is known of it. */
export interface Piece {
  readonly file: string;
  /** The style it was composed in; null for a recording. */
  readonly style: string | null;
  readonly bpm: number;
  /** "C# minor": modes by their third; null if not known, or neither. */
  readonly key: string | null;
  /** Where sections begin, but for the first; null if not known. */
  readonly parts: readonly number[] | null;
}

const seconds = v.number();
const ComposedSchema = v.object({
  id: v.string(),
  style: v.string(),
  bpm: v.number(),
  key: v.string(),
  mode: v.string(),
  seconds,
  audio: v.optional(v.string()),
  file: v.optional(v.string()),
  sections: v.array(v.object({ start: seconds })),
});
/** Lists write 0 for a tempo that is not known. */
const RecordingSchema = v.object({ file: v.string(), bpm: v.pipe(v.number(), v.minValue(1)) });

const MAJOR = new Set(["major", "lydian", "mixolydian"]);
const MINOR = new Set(["minor", "dorian", "phrygian"]);
/** Nearer to an end, a section is none that a listener could find. */
const EDGE = 1;

/** Pieces as the composer describes them, in `pieces.jsonl` or `tracks.json`, with their audio. */
export async function composedPieces(list: string): Promise<Piece[]> {
  const text = await readFile(list, "utf8");
  const rows: unknown[] = list.endsWith(".json")
    ? v.parse(v.object({ tracks: v.array(v.unknown()) }), JSON.parse(text)).tracks
    : lines(text);
  const pieces = rows.map((row): Piece => {
    const { style, bpm, key, mode, seconds, audio, file, sections } = v.parse(ComposedSchema, row);
    return {
      ...{ file: join(dirname(list), audio ?? file ?? ""), style, bpm },
      key: keyName(key, mode),
      parts: sections
        .map(({ start }) => start)
        .filter((start) => start > EDGE && start < seconds - EDGE),
    };
  });
  return there(pieces);
}

/** Recordings with their tempo alone: a line of JSON each, the audio beside the list. */
export async function recordings(list: string): Promise<Piece[]> {
  const rows = lines(await readFile(list, "utf8")).filter((row) => v.is(RecordingSchema, row));
  return there(
    rows.map(({ file, bpm }) => ({
      ...{ file: join(dirname(list), file), style: null, bpm, key: null },
      parts: null,
    })),
  );
}

/** The key as it is heard; flats as sharps. */
function keyName(key: string, mode: string): string | null {
  const heard = MAJOR.has(mode) ? "major" : MINOR.has(mode) ? "minor" : null;
  const tonic = parseKey(key)?.tonic;
  return heard === null || tonic === undefined ? null : `${tonic} ${heard}`;
}

const lines = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): unknown => JSON.parse(line));

async function there(pieces: readonly Piece[]): Promise<Piece[]> {
  const found = await Promise.all(
    pieces.map((piece) =>
      access(piece.file).then(
        () => true,
        () => false,
      ),
    ),
  );
  return pieces.filter((_, n) => found[n]);
}
