import { PowerSpectrum } from "../hear/fft.ts";
import { mixSeam } from "./crossfade.ts";

const SIZE = 1024;
/** Seconds between spectra, and how far around a moment the largest change is sought. */
const HOP = 0.006;
const AROUND = 0.05;
/** Spectra that are compared are so many hops apart. */
const LAG = 2;
const COUNT = Math.round((2 * AROUND) / HOP) + 1 + LAG;
/** Makes soft and loud changes comparable: log(1 + LOUDNESS x magnitude). */
const LOUDNESS = 10;
/** Music on either side of a seam that is looked at, in seconds. */
const BESIDE = 0.15;

/** Measures how much the spectrum grows at moments of one track, as ears notice it. */
export class FluxMeter {
  private readonly spectrum = new PowerSpectrum(SIZE);
  private readonly power = new Float32Array(this.spectrum.bins);
  private readonly frame = new Float32Array(SIZE);
  private readonly window = Float32Array.from(
    { length: SIZE },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / SIZE),
  );
  private readonly levels = Array.from(
    { length: COUNT },
    () => new Float32Array(this.spectrum.bins),
  );

  /** @param sampleRate Hz */
  constructor(private readonly sampleRate: number) {}

  /**
   * The spectral flux at a moment: the largest sum of what grows in the spectrum within some 50 ms of it.
   * @param samples mono
   * @param at in seconds
   */
  at(samples: Float32Array, at: number): number {
    this.levels.forEach((levels, n) => {
      const first = Math.round((at - AROUND + (n - LAG) * HOP) * this.sampleRate) - SIZE / 2;
      for (let i = 0; i < SIZE; i += 1) {
        this.frame[i] = (samples[first + i] ?? 0) * (this.window[i] ?? 0);
      }
      this.spectrum.of(this.frame, this.power);
      for (let bin = 0; bin < levels.length; bin += 1) {
        levels[bin] = Math.log(1 + LOUDNESS * Math.sqrt(this.power[bin] ?? 0));
      }
    });
    let most = 0;
    for (let n = LAG; n < COUNT; n += 1) {
      const [now, before] = [this.levels[n], this.levels[n - LAG]];
      let sum = 0;
      for (let bin = 0; bin < this.power.length; bin += 1) {
        sum += Math.max(0, (now?.[bin] ?? 0) - (before?.[bin] ?? 0));
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /**
   * The spectral flux at a seam, as it will sound.
   * @param samples mono, of the track
   * @param leaving where the music leaves, in seconds of the track
   * @param coming where it goes on
   * @param crossfade in seconds; it ends there
   */
  atSeam(samples: Float32Array, leaving: number, coming: number, crossfade: number): number {
    const [from, to, fade, beside] = [leaving, coming, crossfade, BESIDE].map((seconds) =>
      Math.round(seconds * this.sampleRate),
    ) as [number, number, number, number];
    const before = Math.max(beside, fade);
    const sound = new Float32Array(before + beside);
    for (let i = 0; i < sound.length; i += 1) {
      const source = i < before ? from - before + i : to - before + i;
      sound[i] = samples[source] ?? 0;
    }
    sound.set(mixSeam([samples], from - fade, to - fade, fade)[0] ?? [], before - fade);
    return this.at(sound, before / this.sampleRate);
  }
}

/** The share of some values that are below one. */
export const rankIn = (values: readonly number[], value: number): number =>
  values.filter((other) => other < value).length / Math.max(1, values.length);
