/** Likeness to itself `lag` frames later, 1 at no lag, for lags up to `longest`. */
export function autocorrelation(values: Float32Array, longest: number): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const centred = values.map((value) => value - mean);
  const result = new Float32Array(Math.max(0, longest + 1));
  for (let lag = 0; lag <= longest; lag += 1) {
    let sum = 0;
    for (let i = 0; i + lag < centred.length; i += 1) {
      sum += (centred[i] ?? 0) * (centred[i + lag] ?? 0);
    }
    // Of fewer pairs at longer lags: their mean, so that long lags are not taken for unlike.
    result[lag] = sum / (centred.length - lag);
  }
  const power = result[0] ?? 0;
  return power > 0 ? result.map((value) => value / power) : result;
}
