/**
 * How well times fall on a beat of unknown phase, for many tempi at once: the length of the mean of
 * the unit vectors that stand for each time's place in its beat (Mardia and Jupp, "Directional
 * Statistics", 2000, section 2.3).
 * @param times seconds
 * @param first beats a second of the first tempo, and from each tempo to the next
 * @returns [count]: 0 where times fall anywhere, 1 where all fall on one place
 */
export function concentrations(
  times: readonly number[],
  first: number,
  step: number,
  count: number,
): Float64Array {
  const [re, im] = [new Float64Array(count), new Float64Array(count)];
  for (const time of times) {
    // From one tempo to the next each vector turns by the same angle.
    const [turnRe, turnIm] = unit(step * time);
    let [x, y] = unit(first * time);
    for (let k = 0; k < count; k += 1) {
      re[k] = (re[k] ?? 0) + x;
      im[k] = (im[k] ?? 0) + y;
      [x, y] = [x * turnRe - y * turnIm, x * turnIm + y * turnRe];
    }
  }
  return re.map((x, k) => Math.hypot(x, im[k] ?? 0) / times.length);
}

/** Where in its beat the mean of the times lies, in beats, 0 to 1. */
export function meanPhase(times: readonly number[], frequency: number): number {
  let [re, im] = [0, 0];
  for (const time of times) {
    const [x, y] = unit(frequency * time);
    re += x;
    im += y;
  }
  return (Math.atan2(im, re) / (2 * Math.PI) + 1) % 1;
}

const unit = (turns: number): [number, number] => [
  Math.cos(2 * Math.PI * turns),
  Math.sin(2 * Math.PI * turns),
];

/**
 * Natural logarithm of the probability that `count` times which fall anywhere are as concentrated:
 * the Rayleigh test, with Zar's approximation ("Biostatistical Analysis", equation 27.4).
 */
export function logChance(concentration: number, count: number): number {
  const length = concentration * count;
  return Math.sqrt(1 + 4 * count + 4 * (count ** 2 - length ** 2)) - (1 + 2 * count);
}
