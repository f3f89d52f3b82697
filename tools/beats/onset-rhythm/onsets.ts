import { PowerSpectrum } from "../../../src/engine/hear/fft.ts";
import { Framer, SAMPLE_RATE } from "../../../src/engine/hear/frames.ts";

/** Onset strengths per second. */
export const FRAME_RATE = 100;

const FRAME = 1024;
const HOP = SAMPLE_RATE / FRAME_RATE;
const BANDS_PER_OCTAVE = 8;
const LOWEST_HZ = 40;
const HIGHEST_HZ = 7600;
/** Frames between two spectra that are compared: an attack takes longer than one. */
const LAG = 2;
/** Below this a drum's body lies, above it everything else. */
const LOW_HZ = 150;
const HIGH_HZ = 2500;
/** Of the logarithm: levels up to a tenth of this are nearly linear. */
const SENSITIVITY = 10;

const NONE = new Float32Array(0);

/** How strongly something begins, FRAME_RATE times a second, at least 0. */
export interface Onsets {
  /** Over the whole spectrum. */
  readonly all: Float32Array;
  /** In the bass. */
  readonly low: Float32Array;
  /** In the treble. */
  readonly high: Float32Array;
}

/**
 * Listens for onsets: the rise of the logarithmic spectrum from one moment to the next, compared with
 * the neighbouring bands too, so that vibrato is none (Boeck and Widmer, *Maximum filter vibrato
 * suppression for onset detection*, DAFx 2013).
 */
export class OnsetListener {
  private readonly framer = new Framer(FRAME, HOP);
  private readonly spectrum = new PowerSpectrum(FRAME);
  private readonly power = new Float32Array(this.spectrum.bins);
  private readonly bands = bandsOf(this.spectrum.bins);
  /** Levels of the last LAG frames, the oldest first. */
  private readonly levels = Array.from({ length: LAG }, () => new Float32Array(this.bands.length));
  private readonly all: number[] = [];
  private readonly low: number[] = [];
  private readonly high: number[] = [];

  /** @param samples mono, at SAMPLE_RATE, -1 to 1 */
  push(samples: Float32Array): void {
    this.framer.push(samples, this.listen);
  }

  end(): Onsets {
    this.framer.end(this.listen);
    return {
      all: Float32Array.from(this.all),
      low: Float32Array.from(this.low),
      high: Float32Array.from(this.high),
    };
  }

  private readonly listen = (frame: Float32Array): void => {
    this.spectrum.of(frame, this.power);
    const before = this.levels.shift() ?? NONE;
    const now = new Float32Array(this.bands.length);
    let [all, low, high] = [0, 0, 0];
    for (let band = 0; band < this.bands.length; band += 1) {
      const { hertz, from, weights } = this.bands[band] ?? NO_BAND;
      let sum = 0;
      for (let i = 0; i < weights.length; i += 1) {
        sum += (weights[i] ?? 0) * (this.power[from + i] ?? 0);
      }
      // Linear for what is too soft to hear, and else logarithmic.
      const level = Math.log1p(SENSITIVITY * Math.sqrt(sum));
      now[band] = level;
      const rise = level - loudestAround(before, band);
      if (rise <= 0) continue;
      all += rise;
      if (hertz < LOW_HZ) low += rise;
      if (hertz > HIGH_HZ) high += rise;
    }
    this.levels.push(now);
    // Silence before the first frames is none that music could rise from.
    const isFirst = this.all.length < LAG;
    this.all.push(isFirst ? 0 : all);
    this.low.push(isFirst ? 0 : low);
    this.high.push(isFirst ? 0 : high);
  };
}

function loudestAround(levels: Float32Array, band: number): number {
  return Math.max(levels[band - 1] ?? 0, levels[band] ?? 0, levels[band + 1] ?? 0);
}

/** A triangle over the bins of a spectrum. */
interface Band {
  readonly hertz: number;
  readonly from: number;
  readonly weights: Float32Array;
}

const NO_BAND: Band = { hertz: 0, from: 0, weights: NONE };

function bandsOf(bins: number): Band[] {
  const hertzPerBin = SAMPLE_RATE / FRAME;
  const count = Math.floor(BANDS_PER_OCTAVE * Math.log2(HIGHEST_HZ / LOWEST_HZ));
  const centre = (band: number): number => LOWEST_HZ * 2 ** (band / BANDS_PER_OCTAVE);
  const bands: Band[] = [];
  let last = 0;
  for (let band = 1; band < count; band += 1) {
    // In the bass a bin is wider than a band: every bin is in one band, and no band is empty.
    const middle = Math.max(last + 1, Math.round(centre(band) / hertzPerBin));
    if (middle >= bins - 1) break;
    const left = Math.min(middle - 1, Math.round(centre(band - 1) / hertzPerBin));
    const right = Math.max(middle + 1, Math.round(centre(band + 1) / hertzPerBin));
    const weights = Float32Array.from({ length: right - left - 1 }, (_, i) => {
      const bin = left + 1 + i;
      return bin <= middle ? (bin - left) / (middle - left) : (right - bin) / (right - middle);
    });
    bands.push({ hertz: middle * hertzPerBin, from: left + 1, weights });
    last = middle;
  }
  return bands;
}
