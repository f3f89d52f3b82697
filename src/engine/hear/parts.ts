import { HERTZ_PER_BIN, SPECTRUM_RATE } from "./spectra.ts";

/** Levels of a moment are kept twice a second. */
const RATE = 2;
/** Bands of levels: five to two octaves, from 50 Hz up; a level is the logarithm of power. */
const BANDS = 18;
const LOWEST_HZ = 50;
const BAND_OCTAVES = 0.4;
/** What is so much softer than the loudest is silence. */
const DEPTH = 6;
/** Music before and after a boundary that is compared, and the shortest part, in seconds. */
const AROUND = 4.5;
const SHORTEST = 5;
/** Long music has longer parts: at most about so many in a track. */
const MOST_PARTS = 12;
const LONGEST_STRETCH = 4;
/** A boundary is where the change is at least this, in variances of the music around it. */
const CHANGE = 0.4;
/** Even music is taken to vary by this share of the variance of the whole track, and by a decibel. */
const LEAST_SHARE = 0.05;
const LEAST_VARIANCE = 0.01;
/** Nearer to the beginning or the end, in seconds, there is too little to compare. */
const EDGE = 2;

/** Listens for where another part begins: where other instruments play, or play otherwise. */
export class PartListener {
  private readonly edges = Array.from({ length: BANDS + 1 }, (_, band) =>
    Math.round((LOWEST_HZ * 2 ** (band * BAND_OCTAVES)) / HERTZ_PER_BIN),
  );
  private readonly sums = new Float64Array(BANDS);
  private spectra = 0;
  /** Each [BANDS]: logarithms of power. */
  private readonly levels: Float32Array[] = [];

  /** @param power the next spectrum of a `SpectrumListener` */
  push(power: Float32Array): void {
    for (let band = 0; band < BANDS; band += 1) {
      const [from, to] = [this.edges[band] ?? 0, this.edges[band + 1] ?? 0];
      let sum = 0;
      for (let bin = from; bin < Math.max(from + 1, to); bin += 1) sum += power[bin] ?? 0;
      this.sums[band] = (this.sums[band] ?? 0) + sum;
    }
    this.spectra += 1;
    if (this.spectra % (SPECTRUM_RATE / RATE) !== 0) return;
    this.levels.push(Float32Array.from(this.sums, (sum) => Math.log10(sum + 1e-6)));
    this.sums.fill(0);
  }

  /** Where parts begin, in seconds, ascending; the first is 0. */
  end(): number[] {
    return [0, ...boundariesIn(this.levels)];
  }
}

/**
 * Where levels change most against how they vary around, no two places nearer than the shortest part.
 * @param levels RATE a second, each [BANDS]
 */
function boundariesIn(levels: readonly Float32Array[]): number[] {
  const seconds = levels.length / RATE;
  const stretch = Math.max(1, Math.min(LONGEST_STRETCH, seconds / (MOST_PARTS * SHORTEST)));
  const changes = changesIn(levels, Math.round(AROUND * stretch * RATE));
  const gap = SHORTEST * stretch * RATE;
  const chosen: number[] = [];
  const order = [...changes.keys()].sort((a, b) => (changes[b] ?? 0) - (changes[a] ?? 0));
  for (const at of order) {
    if ((changes[at] ?? 0) < CHANGE) break;
    if (chosen.every((other) => Math.abs(other - at) >= gap)) chosen.push(at);
  }
  return chosen.sort((a, b) => a - b).map((at) => at / RATE);
}

/** How unlike the music before and after each moment is, in variances of it. */
function changesIn(levels: readonly Float32Array[], around: number): Float32Array {
  const loudest = levels.reduce((most, each) => Math.max(most, ...each), -Infinity);
  const heard = levels.map((each) => each.map((level) => Math.max(level, loudest - DEPTH)));
  const moments = new Moments(heard);
  const floor = LEAST_VARIANCE + LEAST_SHARE * moments.variance(0, heard.length);
  const changes = new Float32Array(heard.length);
  for (let at = EDGE * RATE; at < heard.length - EDGE * RATE; at += 1) {
    const [from, to] = [Math.max(0, at - around), Math.min(heard.length, at + around)];
    const usual = (moments.variance(from, at) + moments.variance(at, to)) / 2 + floor;
    // Fewer moments to compare count for less.
    const share = (2 * (at - from) * (to - at)) / ((to - from) * around);
    changes[at] = (share * moments.distance(from, at, to)) / usual;
  }
  return changes;
}

/** Means and variances of stretches, from running sums. */
class Moments {
  private readonly sums: Float64Array[] = [new Float64Array(BANDS)];
  private readonly squares: Float64Array = new Float64Array(1);

  constructor(levels: readonly Float32Array[]) {
    this.squares = new Float64Array(levels.length + 1);
    levels.forEach((each, i) => {
      this.sums.push(
        (this.sums[i] ?? new Float64Array(BANDS)).map((sum, b) => sum + (each[b] ?? 0)),
      );
      const square = each.reduce((sum, level) => sum + level * level, 0);
      this.squares[i + 1] = (this.squares[i] ?? 0) + square;
    });
  }

  /** The variance of a stretch, a mean over bands. */
  variance(from: number, to: number): number {
    const power = ((this.squares[to] ?? 0) - (this.squares[from] ?? 0)) / (to - from);
    const mean = this.mean(from, to);
    return Math.max(0, power - mean.reduce((sum, level) => sum + level * level, 0)) / BANDS;
  }

  /** The squared distance between the means of two neighbouring stretches, a mean over bands. */
  distance(from: number, at: number, to: number): number {
    const [before, after] = [this.mean(from, at), this.mean(at, to)];
    return before.reduce((sum, level, b) => sum + (level - (after[b] ?? 0)) ** 2, 0) / BANDS;
  }

  private mean(from: number, to: number): Float64Array {
    const [a, b] = [this.sums[from], this.sums[to]];
    return Float64Array.from(
      { length: BANDS },
      (_, i) => ((b?.[i] ?? 0) - (a?.[i] ?? 0)) / (to - from),
    );
  }
}
