import type { Composition } from "./compose.ts";
import type { Note } from "./score.ts";

/** How alike two pieces are, 0 (nothing in common) to 1 (the same). */
export interface Likeness {
  /** Tunes: runs of three steps, each an interval and the time between onsets, wherever they begin. */
  motif: number;
  /** Changes from one chord to the next, counted from the key. */
  harmony: number;
  /** Neighbouring sections, by label and number of bars. */
  form: number;
}

/** Steps that make a motif. */
const motifSteps = 3;

/** Runs of `length` neighbours, as text. */
function runs(items: readonly string[], length: number): string[] {
  return Array.from({ length: Math.max(0, items.length - length + 1) }, (_, i) =>
    items.slice(i, i + length).join(" "),
  );
}

/**
 * Overlap of two multisets, after Dice (1945): twice the common items divided by all items, each counted as often
 * as it occurs. Two empty multisets are the same.
 */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of b) {
    const rest = left.get(item) ?? 0;
    if (rest === 0) continue;
    left.set(item, rest - 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}

/** Interval in semitones and time between onsets in quarter beats, from each note to the next. */
function steps(notes: readonly Note[]): string[] {
  const line = [...notes].sort((a, b) => a.beat - b.beat || a.pitch - b.pitch);
  return line.slice(1).map((note, i) => {
    const before = line[i] ?? note;
    return `${note.pitch - before.pitch}@${Math.round((note.beat - before.beat) * 4)}`;
  });
}

/** The leading parts, or all pitched ones if none leads. */
function motifs({ score }: Composition): string[] {
  const pitched = score.tracks.filter(({ instrument }) => !instrument.drum);
  const leading = pitched.filter(({ role }) => role === "melody");
  const heard = leading.length > 0 ? leading : pitched;
  return heard.flatMap(({ notes }) => runs(steps(notes), motifSteps));
}

function changes({ chords }: Composition): string[] {
  const symbols = chords.flat().map(({ symbol }) => symbol);
  return runs(
    symbols.filter((symbol, i) => symbol !== symbols[i - 1]),
    2,
  );
}

function plan({ score }: Composition): string[] {
  return runs(
    score.sections.map(({ label, bars }) => `${label}:${bars}`),
    2,
  );
}

/** Compares two pieces by their notes; key, tempo and instruments do not matter. */
export function likeness(a: Composition, b: Composition): Likeness {
  return {
    motif: overlap(motifs(a), motifs(b)),
    harmony: overlap(changes(a), changes(b)),
    form: overlap(plan(a), plan(b)),
  };
}

/** Mean likeness over all pairs of pieces; NaN for a single piece. */
export function meanLikeness(pieces: readonly Composition[]): Likeness {
  const pairs = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => likeness(a, b)));
  const mean = (of: keyof Likeness): number =>
    pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  return { motif: mean("motif"), harmony: mean("harmony"), form: mean("form") };
}
