import { secondsAt, type Score } from "./score.ts";

/** Snares and toms of General MIDI, on which fills are played. */
const fillKeys = new Set([38, 40, 41, 43, 45, 47, 48, 50]);

/** Players stray from the beat; a stroke this many beats early still belongs to it. */
const early = 0.08;

/** A moment at which a cut can fall. */
export interface HitPoint {
  seconds: number;
  /** Counted from 1. */
  bar: number;
  /** A section begins, a drum fill arrives or the last chord falls. */
  kind: "section" | "fill" | "last";
}

export interface EditPoints {
  /** Start of every bar in seconds, bar 1 first. */
  bars: number[];
  hits: HitPoint[];
}

/** Bar lines in beats from the start, and beats of a bar. */
function barLines(score: Score): { lines: number[]; beats: number } {
  const [first] = score.sections;
  const beats = first ? first.beats / first.bars : 4;
  const lines = score.sections.flatMap(({ start, bars }) =>
    Array.from({ length: bars }, (_, i) => start + i * beats),
  );
  return { lines, beats };
}

/** Strokes on snare and toms in the beat before each bar line. */
function strokesBefore(score: Score, lines: readonly number[]): number[] {
  const strokes = score.tracks
    .filter(({ instrument }) => instrument.drum)
    .flatMap(({ notes }) => notes.filter(({ pitch }) => fillKeys.has(pitch)))
    .map(({ beat }) => beat);
  return lines.map(
    (line) => strokes.filter((at) => at >= line - 1 - early && at < line - early).length,
  );
}

/**
 * The bar lines (numbered from 0) at which a fill arrives: more strokes come before them than before the quieter
 * bar lines of the section's groove.
 */
function fillsAt(score: Score, lines: readonly number[]): number[] {
  const counts = strokesBefore(score, lines);
  let first = 0;
  return score.sections.flatMap(({ bars }) => {
    const after = Array.from({ length: bars }, (_, i) => first + i + 1);
    first += bars;
    const own = after.flatMap((line) => counts[line] ?? []).sort((x, y) => x - y);
    const usual = own[Math.floor(own.length / 4)] ?? 0;
    return after.filter((line) => (counts[line] ?? 0) >= Math.max(3, usual + 2));
  });
}

/** The edit points of a piece: its bar lines, and the moments that suit a change of picture. */
export function editPointsOf(score: Score): EditPoints {
  const { lines, beats } = barLines(score);
  const bars = lines.map((line) => Math.round(secondsAt(score, line) * 1000) / 1000);
  const hit = (index: number, kind: HitPoint["kind"]): HitPoint => ({
    seconds: bars[index] ?? 0,
    bar: index + 1,
    kind,
  });
  const starts = score.sections.map(({ start }) => Math.round(start / beats));
  const kinds = new Map<number, HitPoint["kind"]>([
    ...fillsAt(score, lines).map((index) => [index, "fill"] as const),
    ...starts.map((index) => [index, "section"] as const),
    [lines.length - 1, "last"],
  ]);
  const hits = [...kinds].sort(([a], [b]) => a - b).map(([index, kind]) => hit(index, kind));
  return { bars, hits };
}
