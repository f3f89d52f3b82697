import { PowerSpectrum } from "./fft.ts";
import { Framer } from "./frames.ts";
import { SAMPLE_RATE } from "./frames.ts";

/** Samples of a spectrum: a quarter of a second, so that neighbouring notes of the bass differ. */
const FRAME = 4096;
/** Spectra per second. */
export const SPECTRUM_RATE = 10;
/** From one number of a spectrum to the next. */
export const HERTZ_PER_BIN = SAMPLE_RATE / FRAME;
/** Numbers in a spectrum. */
export const BINS = FRAME / 2 + 1;

/** Cuts audio into power spectra, SPECTRUM_RATE a second. */
export class SpectrumListener {
  private readonly framer = new Framer(FRAME, SAMPLE_RATE / SPECTRUM_RATE);
  private readonly spectrum = new PowerSpectrum(FRAME);
  private readonly power = new Float32Array(BINS);

  /** @param use called with each spectrum, [BINS]; it is overwritten by the next one */
  constructor(private readonly use: (power: Float32Array) => void) {}

  /** @param samples mono, SAMPLE_RATE a second, -1 to 1 */
  push(samples: Float32Array): void {
    this.framer.push(samples, this.listen);
  }

  end(): void {
    this.framer.end(this.listen);
  }

  private readonly listen = (frame: Float32Array): void => {
    this.spectrum.of(frame, this.power);
    this.use(this.power);
  };
}
