/** Standard deviation of a colour, 0 to 255, up to which it is even. */
const EVEN = 4;
/**
 * Mean square of the difference between neighbours over the variance, from which a colour is noise.
 * Noise has 1.2 and more (2, less what resizing smooths), photographs at most 0.65: gravel and grass.
 */
const NOISE = 0.9;

/**
 * Whether there is nothing to look at: no colour varies, as in black, white and fades, or all of them
 * are noise. What a net says about such a picture is noise as well.
 * @param pixels [edge, edge, 3], 0 to 255
 */
export function showsNothing(pixels: Float32Array): boolean {
  return [0, 1, 2].every((channel) => {
    let sum = 0;
    let squares = 0;
    let steps = 0;
    let before = pixels[channel] ?? 0;
    const count = pixels.length / 3;
    for (let at = channel; at < pixels.length; at += 3) {
      const value = pixels[at] ?? 0;
      sum += value;
      squares += value * value;
      steps += (value - before) ** 2;
      before = value;
    }
    const variance = squares / count - (sum / count) ** 2;
    return variance < EVEN ** 2 || steps / count > NOISE * variance;
  });
}
