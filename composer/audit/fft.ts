/** Transforms `size` real samples into the powers of bins 0..size/2. The next call overwrites the result. */
export type PowerSpectrum = (samples: Float32Array) => Float32Array;

/** Order of the samples after a radix-2 transform has split them recursively into even and odd ones. */
function bitReversed(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let i = 1; i < size; i += 1) {
    order[i] = ((order[i >>> 1] ?? 0) >>> 1) | (i & 1 ? size >>> 1 : 0);
  }
  return order;
}

/**
 * Prepares a Hann window and a radix-2 Fourier transform (Cooley and Tukey, 1965) for a size.
 * Throws a RangeError if the size is not a power of two.
 */
export function powerSpectrum(size: number): PowerSpectrum {
  if (size < 2 || (size & (size - 1)) !== 0) {
    throw new RangeError(`A transform takes a power of two, not ${size}`);
  }
  const order = bitReversed(size);
  const window = Float64Array.from(order, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size));
  const cosines = Float64Array.from({ length: size / 2 }, (_, i) =>
    Math.cos((2 * Math.PI * i) / size),
  );
  const sines = Float64Array.from({ length: size / 2 }, (_, i) =>
    Math.sin((2 * Math.PI * i) / size),
  );
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  const power = new Float32Array(size / 2 + 1);
  return (samples) => {
    for (let i = 0; i < size; i += 1) {
      const from = order[i] ?? 0;
      real[i] = (samples[from] ?? 0) * (window[from] ?? 0);
      imaginary[i] = 0;
    }
    for (let half = 1; half < size; half *= 2) {
      const stride = size / (2 * half);
      for (let start = 0; start < size; start += 2 * half) {
        for (let k = 0; k < half; k += 1) {
          // No destructuring here: this loop takes most of an audit's time.
          const even = start + k;
          const odd = even + half;
          const c = cosines[k * stride] ?? 0;
          const s = sines[k * stride] ?? 0;
          const oddReal = real[odd] ?? 0;
          const oddImaginary = imaginary[odd] ?? 0;
          const turnedReal = oddReal * c + oddImaginary * s;
          const turnedImaginary = oddImaginary * c - oddReal * s;
          const evenReal = real[even] ?? 0;
          const evenImaginary = imaginary[even] ?? 0;
          real[odd] = evenReal - turnedReal;
          imaginary[odd] = evenImaginary - turnedImaginary;
          real[even] = evenReal + turnedReal;
          imaginary[even] = evenImaginary + turnedImaginary;
        }
      }
    }
    for (let i = 0; i < power.length; i += 1) {
      power[i] = (real[i] ?? 0) ** 2 + (imaginary[i] ?? 0) ** 2;
    }
    return power;
  };
}
