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
  /** Seconds, ascending; none if not known. */
  readonly beats: readonly number[];
  readonly bars: readonly number[];
  /** Where sections begin, but for the first; null if not known. */
  readonly parts: readonly number[] | null;
}

const seconds = v.number();
const ComposedSchema = v.object({
  id: v.string(),
  style: v.string(),
  bpm: v.number(),
  metre: v.string(),
  key: v.string(),
  mode: v.string(),
  seconds,
  audio: v.optional(v.string()),
  file: v.optional(v.string()),
  sections: v.array(v.object({ start: seconds })),
  editPoints: v.object({ bars: v.array(seconds) }),
});
const RecordingSchema = v.object({ file: v.string(), bpm: v.number() });

const MAJOR = new Set(["major", "lydian", "mixolydian"]);
const MINOR = new Set(["minor", "dorian", "phrygian"]);
/** Nearer to an end, a section is none that a listener could find. */
const EDGE = 1;

/** Beats of a bar: those of 6/8 and 12/8 are dotted. */
function beatsPerBar(metre: string): number {
  const [upper = 4, lower = 4] = metre.split("/").map(Number);
  return lower === 8 && upper % 3 === 0 ? upper / 3 : upper;
}

/** Pieces as the composer describes them, in `pieces.jsonl` or `tracks.json`, with their audio. */
export async function composedPieces(list: string): Promise<Piece[]> {
  const text = await readFile(list, "utf8");
  const rows: unknown[] = list.endsWith(".json")
    ? v.parse(v.object({ tracks: v.array(v.unknown()) }), JSON.parse(text)).tracks
    : lines(text);
  const pieces = rows.map((row): Piece => {
    const { style, bpm, metre, key, mode, seconds, audio, file, sections, editPoints } = v.parse(
      ComposedSchema,
      row,
    );
    const { bars } = editPoints;
    const count = beatsPerBar(metre);
    return {
      ...{ file: join(dirname(list), audio ?? file ?? ""), style, bpm, bars },
      key: keyName(key, mode),
      beats: bars.flatMap((start, bar) =>
        Array.from(
          { length: count },
          (_, beat) => start + (beat * (barLength(bars, bar) ?? 0)) / count,
        ),
      ),
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
      ...{ beats: [], bars: [], parts: null },
    })),
  );
}

function barLength(bars: readonly number[], bar: number): number | undefined {
  const [start, next, before] = [bars[bar], bars[bar + 1], bars[bar - 1]];
  if (start === undefined) return undefined;
  return next !== undefined ? next - start : before === undefined ? undefined : start - before;
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
