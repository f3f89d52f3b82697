import { HERTZ_PER_BIN, SPECTRUM_RATE } from "./spectra.ts";

/** Chroma vectors per second: each is of that many spectra. */
export const CHROMA_RATE = 1;
const LOWEST_HZ = 60;
const HIGHEST_HZ = 2000;
const A4_HZ = 440;
/** A peak may be the harmonic of a lower note: what each of these counts for that note. */
const HARMONICS = [1, 0.5, 0.33, 0.25] as const;
/** Tunings that are told apart, over a semitone. */
const TUNINGS = 20;
/** Of an octave, for each tuning. */
const STEPS = 12 * TUNINGS;

/** Pitch classes, C first. */
export const PITCH_CLASSES = 12;

/** What pitch classes sound, over time. */
export interface Chroma {
  /** [frames x PITCH_CLASSES], CHROMA_RATE frames a second; each frame sums to 1, or to 0 if silent. */
  readonly frames: Float32Array;
  /** How far the music is tuned from A4 = 440 Hz, in semitones, -0.5 to 0.5. */
  readonly tuning: number;
}

/**
 * Listens for the pitch classes that sound: the peaks of the spectrum, each also as a harmonic. Until
 * the tuning is known, strengths are kept by pitch within an octave, for each second.
 */
export class ChromaListener {
  private readonly strengths = new Float32Array(STEPS);
  /** Each [STEPS], A first: the strengths of a second, of which each spectrum counts alike. */
  private readonly seconds: Float32Array[] = [];
  private spectra = 0;

  /** @param power the next spectrum of a `SpectrumListener` */
  push(power: Float32Array): void {
    const second = Math.floor(this.spectra / SPECTRUM_RATE);
    const sums = (this.seconds[second] ??= new Float32Array(STEPS));
    this.spectra += 1;
    const total = addPeaks(power, this.strengths.fill(0));
    if (total === 0) return;
    for (let i = 0; i < STEPS; i += 1) sums[i] = (sums[i] ?? 0) + (this.strengths[i] ?? 0) / total;
  }

  end(): Chroma {
    const tuning = tuningOf(this.seconds);
    const frames = new Float32Array(this.seconds.length * PITCH_CLASSES);
    this.seconds.forEach((strengths, n) => {
      const frame = frames.subarray(n * PITCH_CLASSES, (n + 1) * PITCH_CLASSES);
      strengths.forEach((strength, step) => {
        if (strength > 0) addNote(frame, (step + 0.5) / TUNINGS - tuning, strength);
      });
      const total = frame.reduce((sum, value) => sum + value, 0);
      if (total > 0) frame.forEach((value, i) => (frame[i] = value / total));
    });
    return { frames, tuning };
  }
}

/**
 * Adds the peaks of a spectrum, placed between bins by a parabola through the logarithm of three.
 * @param strengths [STEPS] of an octave, A first
 * @returns the sum of what was added
 */
function addPeaks(power: Float32Array, strengths: Float32Array): number {
  const [first, last] = [
    Math.ceil(LOWEST_HZ / HERTZ_PER_BIN),
    Math.floor(HIGHEST_HZ / HERTZ_PER_BIN),
  ];
  let loudest = 0;
  for (let k = first; k <= last; k += 1) loudest = Math.max(loudest, power[k] ?? 0);
  const floor = Math.max(loudest * 1e-4, 1e-6);
  let total = 0;
  for (let k = first; k <= last; k += 1) {
    const [a, b, c] = [power[k - 1] ?? 0, power[k] ?? 0, power[k + 1] ?? 0];
    if (b < floor || b <= a || b < c) continue;
    const [x, y, z] = [Math.log(a + 1e-12), Math.log(b), Math.log(c + 1e-12)];
    const shift = (0.5 * (x - z)) / (x - 2 * y + z);
    const octaves = Math.log2(((k + shift) * HERTZ_PER_BIN) / A4_HZ);
    const step = Math.floor((octaves - Math.floor(octaves)) * STEPS) % STEPS;
    // The fourth root of power: a soft third counts beside a loud bass.
    const strength = Math.sqrt(Math.sqrt(b));
    strengths[step] = (strengths[step] ?? 0) + strength;
    total += strength;
  }
  return total;
}

/** The tuning that most of what sounds has. */
function tuningOf(seconds: readonly Float32Array[]): number {
  const sums = new Float64Array(TUNINGS);
  for (const strengths of seconds) {
    strengths.forEach((strength, step) => {
      sums[step % TUNINGS] = (sums[step % TUNINGS] ?? 0) + strength;
    });
  }
  let best = 0;
  const around = (i: number): number =>
    (sums[(i + TUNINGS - 1) % TUNINGS] ?? 0) + 2 * (sums[i] ?? 0) + (sums[(i + 1) % TUNINGS] ?? 0);
  for (let i = 1; i < TUNINGS; i += 1) if (around(i) > around(best)) best = i;
  const tuning = (best + 0.5) / TUNINGS;
  return tuning > 0.5 ? tuning - 1 : tuning;
}

/**
 * Adds a partial to the pitch classes of the notes that it may be a harmonic of.
 * @param pitch in semitones above A
 */
function addNote(frame: Float32Array, pitch: number, strength: number): void {
  HARMONICS.forEach((weight, i) => {
    const fundamental = pitch - 12 * Math.log2(i + 1);
    const nearest = Math.round(fundamental);
    // A partial between two notes belongs to both a little.
    const near = Math.cos((Math.PI / 2) * Math.min(1, 2 * Math.abs(fundamental - nearest)));
    const place = (((nearest + 9) % PITCH_CLASSES) + PITCH_CLASSES) % PITCH_CLASSES; // A is 9
    frame[place] = (frame[place] ?? 0) + strength * weight * near;
  });
}
