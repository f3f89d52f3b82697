import type { Cuts } from "../../contract/cuts.ts";
import { concentrations, logChance, meanPhase } from "./concentration.ts";

/** A tempo whose beats, or bars of four, the cuts fall on. */
export interface Tempo {
  /** Beats a minute, to a tenth. */
  readonly bpm: number;
  /** What cuts fall on: bars where these tell more than beats. */
  readonly unit: "beat" | "bar";
  /** How many of the cuts do, within `TOLERANCE` frames. */
  readonly on: number;
  readonly of: number;
}

/** The tempi that are looked for; music at half or double of one fits as well. */
const SLOWEST = 60;
const FASTEST = 180;
const BEATS_PER_BAR = 4;
/** Most tempi that are suggested, and the part of the best one's score that each must have. */
const MOST = 3;
const LEAST_OF_BEST = 0.6;
/** Fewer cuts say nothing. More, or longer stretches, have no one tempo, and take long. */
const LEAST_CUTS = 6;
const MOST_CUTS = 1000;
const LONGEST = 600;
/** Beats, or bars, that the cuts must span: all that lies close together seems to be concentrated. */
const LEAST_PERIODS = 4;
/** Tempi tried within the width of a peak, which is one beat over the whole stretch. */
const PER_PEAK = 6;
/** And for the tempo that is told, between its neighbours. */
const FINER = 20;
/** Independent tempi for each such width: a maximum is looked for, so there are more chances. */
const CHANCES = 3;
/** A suggestion would come of cuts that fall anywhere once in so many times. */
const LOG_LEVEL = Math.log(100);
/** Frames within which a cut is on a beat, but no further than this part of a beat. */
const TOLERANCE = 2.5;
const TOLERANCE_IN_BEATS = 1 / 8;
/** The share of cuts that must be. */
const LEAST_SHARE = 0.5;
/** Tempi that are nearer than this are one. */
const SAME = 0.03;

interface Candidate {
  /** Beats a second. */
  readonly frequency: number;
  readonly score: number;
  /** From this frequency to the next that was tried. */
  readonly step: number;
  readonly unit: Tempo["unit"];
}

/**
 * Tempi from 60 to 180 whose beats or bars the cuts fall on more often than by chance, best first; at
 * most three, none an octave of another, and none for cuts that are irregular.
 */
export function suggestTempi({ cuts, frameRate }: Pick<Cuts, "cuts" | "frameRate">): Tempo[] {
  const seconds = (cuts.at(-1) ?? 0) - (cuts[0] ?? 0);
  if (cuts.length < LEAST_CUTS || cuts.length > MOST_CUTS || seconds > LONGEST) return [];
  const found: (Candidate & Tempo)[] = [];
  for (const candidate of candidatesOf(cuts, seconds)) {
    if (candidate.score < LEAST_OF_BEST * (found[0]?.score ?? 0)) break;
    if (found.some((other) => isOctave(other.frequency, candidate.frequency))) continue;
    const tempo = describe(candidate, cuts, frameRate);
    if (tempo.on >= LEAST_SHARE * tempo.of) found.push({ ...candidate, ...tempo });
    if (found.length === MOST) break;
  }
  return found.map(({ bpm, unit, on, of }) => ({ bpm, unit, on, of }));
}

/** Tempi at which beats or bars are concentrated beyond chance, best first. */
function candidatesOf(cuts: readonly number[], seconds: number): Candidate[] {
  const [slowest, fastest] = [SLOWEST / 60, FASTEST / 60];
  const step = 1 / (PER_PEAK * seconds);
  const count = Math.floor((fastest - slowest) / step) + 1;
  if (!Number.isFinite(count) || count < 3) return [];
  const scoresOf = (per: number): Float64Array => {
    const periods = (slowest / per) * seconds;
    const tried = Math.log(Math.max(1, (CHANCES * (fastest - slowest) * seconds) / per));
    return concentrations(cuts, slowest / per, step / per, count).map((r, k) => {
      const spanned = periods + (step / per) * k * seconds;
      return spanned < LEAST_PERIODS ? 0 : Math.max(0, -logChance(r, cuts.length) - tried);
    });
  };
  const [beats, bars] = [scoresOf(1), scoresOf(BEATS_PER_BAR)];
  // Of 100 and 150, whose beats fall on the same cuts, music has the one with cuts on every other.
  const halves = scoresOf(BEATS_PER_BAR / 2);
  const candidates: Candidate[] = [];
  for (let k = 0; k < count; k += 1) {
    const [beat, bar] = [beats[k] ?? 0, bars[k] ?? 0];
    if (Math.max(beat, bar) < LOG_LEVEL) continue;
    const unit = bar >= beat ? "bar" : "beat";
    candidates.push({
      frequency: slowest + k * step,
      step,
      score: beat + (halves[k] ?? 0) + bar,
      unit,
    });
  }
  return candidates.sort((a, b) => b.score - a.score || a.frequency - b.frequency);
}

function describe(candidate: Candidate, cuts: readonly number[], rate: number): Tempo {
  const { unit } = candidate;
  const frequency = refined(candidate, cuts);
  const per = unit === "bar" ? frequency / BEATS_PER_BAR : frequency;
  const phase = meanPhase(cuts, per);
  const tolerance = Math.min(TOLERANCE / rate, TOLERANCE_IN_BEATS / frequency);
  const isOn = (at: number): boolean => {
    const off = (((per * at - phase) % 1) + 1) % 1;
    return Math.min(off, 1 - off) <= tolerance * per;
  };
  const on = cuts.filter(isOn).length;
  return { bpm: Math.round(600 * frequency) / 10, unit, on, of: cuts.length };
}

/** The frequency of the peak, between those that were tried. */
function refined({ frequency, unit, step }: Candidate, cuts: readonly number[]): number {
  const per = unit === "bar" ? BEATS_PER_BAR : 1;
  const [first, fine] = [frequency - step, step / FINER];
  const around = concentrations(cuts, first / per, fine / per, 2 * FINER + 1);
  return first + fine * around.indexOf(Math.max(...around));
}

/** Whether two tempi are as good as one, or one is half or double the other. */
const isOctave = (one: number, other: number): boolean =>
  [0.5, 1, 2].some((times) => Math.abs((one * times) / other - 1) < SAME);
