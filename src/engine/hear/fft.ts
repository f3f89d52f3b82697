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
    // At 0 Hz and at the end, twiddles are 1 and -1.
    const [r0, i0] = [re[0] ?? 0, im[0] ?? 0];
    power[0] = (r0 + i0) * (r0 + i0);
    power[half] = (r0 - i0) * (r0 - i0);
    // Each pair of numbers gives two of the spectrum, by symmetry.
    for (let a = 1; a <= half / 2; a += 1) {
      const b = half - a;
      const ra = re[a] ?? 0;
      const ia = im[a] ?? 0;
      const rb = re[b] ?? 0;
      const ib = im[b] ?? 0;
      const evenRe = (ra + rb) / 2;
      const evenIm = (ia - ib) / 2;
      const oddRe = (ia + ib) / 2;
      const oddIm = (rb - ra) / 2;
      const c = cos[a] ?? 0;
      const s = sin[a] ?? 0;
      const turnedRe = c * oddRe - s * oddIm;
      const turnedIm = c * oddIm + s * oddRe;
      power[a] = (evenRe + turnedRe) ** 2 + (evenIm + turnedIm) ** 2;
      power[b] = (evenRe - turnedRe) ** 2 + (evenIm - turnedIm) ** 2;
    }
  }

  /**
   * Cooley and Tukey's transform of `half` complex numbers, in place, of bit-reversed input. Two steps
   * of radix 2 are done at once, which halves the traffic to memory.
   */
  private transform(): void {
    const { half, re, im, cos, sin } = this;
    // Twiddles are of the whole size, which is twice that of the transform.
    let wing = 1;
    if (Math.log2(half) % 2 === 1) {
      for (let i = 0; i < half; i += 2) {
        const r = re[i + 1] ?? 0;
        const m = im[i + 1] ?? 0;
        const x = re[i] ?? 0;
        const y = im[i] ?? 0;
        re[i] = x + r;
        im[i] = y + m;
        re[i + 1] = x - r;
        im[i + 1] = y - m;
      }
      wing = 2;
    }
    for (; wing < half; wing *= 4) {
      const step = half / (2 * wing);
      for (let k = 0; k < wing; k += 1) {
        const c1 = cos[2 * k * step] ?? 0;
        const s1 = sin[2 * k * step] ?? 0;
        const c2 = cos[k * step] ?? 0;
        const s2 = sin[k * step] ?? 0;
        for (let a = k; a < half; a += 4 * wing) {
          const b = a + wing;
          const c = b + wing;
          const d = c + wing;
          const rb = re[b] ?? 0;
          const ib = im[b] ?? 0;
          const rd = re[d] ?? 0;
          const id = im[d] ?? 0;
          const br = rb * c1 - ib * s1;
          const bi = rb * s1 + ib * c1;
          const dr = rd * c1 - id * s1;
          const di = rd * s1 + id * c1;
          const ra = re[a] ?? 0;
          const ia = im[a] ?? 0;
          const rc = re[c] ?? 0;
          const ic = im[c] ?? 0;
          const a0r = ra + br;
          const a0i = ia + bi;
          const a1r = ra - br;
          const a1i = ia - bi;
          const c0r = rc + dr;
          const c0i = ic + di;
          const c1r = rc - dr;
          const c1i = ic - di;
          const tr = c0r * c2 - c0i * s2;
          const ti = c0r * s2 + c0i * c2;
          // A quarter further: twiddle times -i.
          const ur = c1r * s2 + c1i * c2;
          const ui = c1i * s2 - c1r * c2;
          re[a] = a0r + tr;
          im[a] = a0i + ti;
          re[c] = a0r - tr;
          im[c] = a0i - ti;
          re[b] = a1r + ur;
          im[b] = a1i + ui;
          re[d] = a1r - ur;
          im[d] = a1i - ui;
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
