/** Computes power spectra of real frames of one size. */
export class PowerSpectrum {
  /** Numbers in a spectrum, from 0 Hz to half the sample rate. */
  readonly bins: number;
  private readonly half: number;
  private readonly reversed: Uint32Array;
  /** Of e^(-2 pi i k / size), k < size / 2. */
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  /** @param size samples in a frame, a power of two, at least 4 */
  constructor(readonly size: number) {
    if (size < 4 || (size & (size - 1)) !== 0) throw new RangeError("not a power of two");
    this.half = size / 2;
    this.bins = this.half + 1;
    this.cos = Float64Array.from({ length: this.half }, (_, k) =>
      Math.cos((2 * Math.PI * k) / size),
    );
    this.sin = Float64Array.from(
      { length: this.half },
      (_, k) => -Math.sin((2 * Math.PI * k) / size),
    );
    this.re = new Float64Array(this.half);
    this.im = new Float64Array(this.half);
    this.reversed = bitReversal(this.half);
  }

  /**
   * The squared magnitudes of a frame's spectrum.
   * @param frame [size]
   * @param power receives the result, [bins]
   */
  of(frame: Float32Array, power: Float32Array): void {
    const { half, re, im, cos, sin, reversed } = this;
    // Even samples as real and odd ones as imaginary parts: one transform of half the size.
    for (let i = 0; i < half; i += 1) {
      const from = 2 * (reversed[i] ?? 0);
      re[i] = frame[from] ?? 0;
      im[i] = frame[from + 1] ?? 0;
    }
    this.transform();
    for (let k = 0; k <= half; k += 1) {
      const [a, b] = [k % half, (half - k) % half];
      const [ra, ia, rb, ib] = [re[a] ?? 0, im[a] ?? 0, re[b] ?? 0, im[b] ?? 0];
      const [evenRe, evenIm] = [(ra + rb) / 2, (ia - ib) / 2];
      const [oddRe, oddIm] = [(ia + ib) / 2, (rb - ra) / 2];
      const [c, s] = k === half ? [-1, 0] : [cos[k] ?? 0, sin[k] ?? 0];
      const real = evenRe + c * oddRe - s * oddIm;
      const imaginary = evenIm + c * oddIm + s * oddRe;
      power[k] = real * real + imaginary * imaginary;
    }
  }

  /** Cooley and Tukey's transform of `half` complex numbers, in place, of bit-reversed input. */
  private transform(): void {
    const { half, re, im, cos, sin } = this;
    for (let width = 2; width <= half; width *= 2) {
      const wing = width / 2;
      // Twiddles are of the whole size, which is twice that of the transform.
      const step = (2 * half) / width;
      for (let start = 0; start < half; start += width) {
        for (let k = 0, twiddle = 0; k < wing; k += 1, twiddle += step) {
          const [i, j] = [start + k, start + k + wing];
          const [c, s] = [cos[twiddle] ?? 0, sin[twiddle] ?? 0];
          const [r, m] = [re[j] ?? 0, im[j] ?? 0];
          const real = r * c - m * s;
          const imaginary = r * s + m * c;
          re[j] = (re[i] ?? 0) - real;
          im[j] = (im[i] ?? 0) - imaginary;
          re[i] = (re[i] ?? 0) + real;
          im[i] = (im[i] ?? 0) + imaginary;
        }
      }
    }
  }
}

function bitReversal(size: number): Uint32Array {
  const bits = Math.log2(size);
  const reversed = new Uint32Array(size);
  for (let i = 0; i < size; i += 1) {
    let value = 0;
    for (let bit = 0; bit < bits; bit += 1) value = (value << 1) | ((i >> bit) & 1);
    reversed[i] = value;
  }
  return reversed;
}
