import type { HeardPiece } from "./hear-piece.ts";
import type { Piece } from "./pieces.ts";
import { CERTAIN } from "../../src/engine/query/filters.ts";
import { PART_DIGITS, unpackTimes } from "../../src/shared/packed-times.ts";
import { fMeasure, hitsOf, isTempo, mean, type Hits } from "./scores.ts";

/** Seconds by which a boundary may be off. */
const PART_TOLERANCE = 3;
/** The naive twin of parts: one every so many seconds. */
const EVERY = 8;

/** What was heard in some pieces, against what is known of them; shares from 0 to 1. */
export interface HearingFigures {
  readonly pieces: number;
  readonly tempo: {
    /** Within 4 %. */
    readonly right: number;
    /** Right, or the other octave that is given is. */
    readonly rightOrOther: number;
    /** How many are called certain, and how many of these are right. */
    readonly certain: number;
    readonly rightIfCertain: number;
  };
  /** Null if no key is known: how often the best guess is right, how many are kept, and right then. */
  readonly key: {
    readonly pieces: number;
    readonly right: number;
    readonly kept: number;
    readonly rightIfKept: number;
  } | null;
  /** F-measure of all boundaries within 3 s, and of one every 8 s; null if none are known. */
  readonly parts: { readonly found: number; readonly everyEightSeconds: number } | null;
  /** Mean size of what an index keeps of a track, as JSON. */
  readonly bytes: number;
}

/** A piece, and what was heard in it. */
export interface Listened {
  readonly piece: Piece;
  readonly heard: HeardPiece;
}

export function figuresOf(all: readonly Listened[]): HearingFigures {
  return {
    pieces: all.length,
    tempo: tempoFigures(all),
    key: keyFigures(all),
    parts: partFigures(all),
    bytes: Math.round(mean(all.map(({ heard }) => JSON.stringify(heard.heard).length))),
  };
}

function tempoFigures(all: readonly Listened[]): HearingFigures["tempo"] {
  const tempos = all.map(({ piece, heard }) => ({ truth: piece.bpm, ...heard.heard.tempo }));
  const right = tempos.map(({ bpm, truth }) => bpm !== undefined && isTempo(bpm, truth));
  const certain = tempos.map(({ confidence = 0 }) => confidence >= CERTAIN);
  return {
    right: share(right),
    rightOrOther: share(
      tempos.map(
        ({ other, truth }, n) =>
          right[n] === true || (other !== undefined && isTempo(other, truth)),
      ),
    ),
    certain: share(certain),
    rightIfCertain: share(right.filter((_, n) => certain[n])),
  };
}

function keyFigures(all: readonly Listened[]): HearingFigures["key"] {
  const known = all.filter(({ piece }) => piece.key !== null);
  if (known.length === 0) return null;
  const kept = known.filter(({ heard }) => heard.heard.key !== undefined);
  return {
    pieces: known.length,
    right: share(known.map(({ piece, heard }) => heard.key === piece.key)),
    kept: kept.length / known.length,
    rightIfKept: share(kept.map(({ piece, heard }) => heard.heard.key === piece.key)),
  };
}

function partFigures(all: readonly Listened[]): HearingFigures["parts"] {
  const known = all.flatMap(({ piece, heard }) =>
    piece.parts === null ? [] : [{ parts: piece.parts, heard }],
  );
  if (known.length === 0) return null;
  const total = (found: (n: number) => readonly number[]): number =>
    fMeasure(summed(known.map(({ parts }, n) => hitsOf(found(n), parts, PART_TOLERANCE))));
  return {
    found: total((n) => unpackTimes(known[n]?.heard.heard.parts ?? "", PART_DIGITS).slice(1)),
    everyEightSeconds: total((n) => {
      const last = known[n]?.heard.seconds ?? 0;
      return Array.from({ length: Math.ceil(last / EVERY) - 1 }, (_, i) => (i + 1) * EVERY);
    }),
  };
}

const summed = (all: readonly Hits[]): Hits => ({
  hits: all.reduce((sum, { hits }) => sum + hits, 0),
  found: all.reduce((sum, { found }) => sum + found, 0),
  wanted: all.reduce((sum, { wanted }) => sum + wanted, 0),
});

const share = (values: readonly boolean[]): number => mean(values.map(Number));
