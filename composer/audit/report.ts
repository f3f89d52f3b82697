import type { CorpusPiece } from "../render/corpus.ts";
import { isTernary, type Measures } from "./check.ts";
import { tempoFits } from "./tempo.ts";

/** One audited piece; `measures` is missing if its audio is missing or unreadable. */
export interface Hearing {
  piece: CorpusPiece;
  measures?: Measures;
  /** Phrases that follow the piece's name. */
  faults: string[];
}

/** Least share of the pieces with drums whose tempo is detected as written. */
export const tempoTarget = 0.9;

/** How often the detected tempo matches the score. */
export interface TempoFigures {
  /** Pieces with drums. */
  pieces: number;
  /** 0..1. */
  fitting: number;
  /** The same share by chance: every piece is compared with the tempi of all others. */
  byChance: number;
}

/** The worst measurements of a style; null if there are none. */
export interface StyleRow {
  style: string;
  pieces: number;
  faulty: number;
  silence: number | null;
  tail: number | null;
  loudness: number | null;
  density: number | null;
  /** Share of the pieces with drums whose tempo fits. */
  tempo: number | null;
}

const mean = (values: readonly number[]): number | null =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
const least = (values: readonly number[]): number | null =>
  values.length > 0 ? Math.min(...values) : null;
const most = (values: readonly number[]): number | null =>
  values.length > 0 ? Math.max(...values) : null;

/** Undefined if no piece has drums. */
export function tempoFigures(hearings: readonly Hearing[]): TempoFigures | undefined {
  const timed = hearings.flatMap(({ piece, measures }) =>
    measures?.tempo ? [{ piece, ...measures.tempo }] : [],
  );
  const fitting = mean(timed.map(({ fits }) => Number(fits)));
  if (fitting === null) return undefined;
  let lucky = 0;
  for (const { heard } of timed) {
    for (const { piece } of timed) {
      if (heard !== null && tempoFits(heard, piece.bpm, isTernary(piece))) lucky += 1;
    }
  }
  // Each piece is also compared with itself; subtract those.
  const own = fitting * timed.length;
  const pairs = timed.length * (timed.length - 1);
  return { pieces: timed.length, fitting, byChance: pairs > 0 ? (lucky - own) / pairs : 0 };
}

function styleRow(style: string, hearings: readonly Hearing[]): StyleRow {
  const heard = hearings.flatMap(({ measures }) => (measures ? [measures] : []));
  return {
    style,
    pieces: hearings.length,
    faulty: hearings.filter(({ faults }) => faults.length > 0).length,
    silence: most(heard.map(({ silence }) => silence)),
    tail: least(heard.map(({ tail }) => tail)),
    loudness: least(heard.map(({ loudness }) => loudness)),
    density: least(heard.map(({ density }) => density)),
    tempo: mean(heard.flatMap(({ tempo }) => (tempo ? [Number(tempo.fits)] : []))),
  };
}

/** One row per style, sorted by name. */
export function styleRows(hearings: readonly Hearing[]): StyleRow[] {
  const byStyle = new Map<string, Hearing[]>();
  for (const hearing of hearings) {
    const { style } = hearing.piece;
    byStyle.set(style, [...(byStyle.get(style) ?? []), hearing]);
  }
  return [...byStyle]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([style, own]) => styleRow(style, own));
}

/** The rows as a table for the terminal. */
export function tableOf(rows: readonly StyleRow[]): string {
  const one = (value: number | null): string => value?.toFixed(1) ?? "-";
  const head = ["style", "pieces", "faulty", "silence s", "tail dB", "loudness dB", "density x"];
  const cells = rows.map((row) => [
    row.style,
    String(row.pieces),
    String(row.faulty),
    ...[row.silence, row.tail, row.loudness, row.density].map(one),
    row.tempo === null ? "-" : `${Math.round(row.tempo * 100)} %`,
  ]);
  const lines = [[...head, "tempo"], ...cells];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, i) =>
          i === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[i] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}
