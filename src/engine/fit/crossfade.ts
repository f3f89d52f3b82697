/** No sample is louder. */
const FULL_SCALE = 1;

/**
 * Crossfades two places of a track so that the power stays even: the gains are cosine and sine,
 * divided by what the likeness of both sides adds (M. Fink, M. Holters, U. Zölzer, *Signal-matched
 * power-complementary cross-fading and dry-wet mixing*, DAFx 2016). Where that would be louder than full
 * scale, gains that add up to one take its place, since these cannot be.
 * @param channels of the track; what is outside of it is silence
 * @param leaving first sample of what fades out
 * @param coming first sample of what fades in
 * @param length samples of the crossfade
 * @returns as many samples of each channel
 */
export function mixSeam(
  channels: readonly Float32Array[],
  leaving: number,
  coming: number,
  length: number,
): Float32Array[] {
  const likeness = likenessOf(channels, leaving, coming, length);
  const [even, safe] = [gains(length, likeness), linear(length)];
  return channels.map((samples) => {
    const mixed = mix(samples, leaving, coming, even);
    return mixed.some((value) => Math.abs(value) > FULL_SCALE)
      ? mix(samples, leaving, coming, safe)
      : mixed;
  });
}

/** What each side counts, sample by sample. */
type Gains = readonly (readonly [number, number])[];

function gains(length: number, likeness: number): Gains {
  return Array.from({ length }, (_, i) => {
    const angle = (Math.PI / 2) * ((i + 0.5) / length);
    const [down, up] = [Math.cos(angle), Math.sin(angle)];
    const power = Math.sqrt(1 + 2 * likeness * down * up);
    return [down / power, up / power];
  });
}

const linear = (length: number): Gains =>
  Array.from({ length }, (_, i) => [1 - (i + 0.5) / length, (i + 0.5) / length]);

function mix(samples: Float32Array, leaving: number, coming: number, by: Gains): Float32Array {
  return Float32Array.from(
    by,
    ([down, up], i) => down * (samples[leaving + i] ?? 0) + up * (samples[coming + i] ?? 0),
  );
}

/** Correlation of both sides over all channels, 0 to 1. */
function likenessOf(
  channels: readonly Float32Array[],
  leaving: number,
  coming: number,
  length: number,
): number {
  let [both, one, other] = [0, 0, 0];
  for (const samples of channels) {
    for (let i = 0; i < length; i += 1) {
      const [a, b] = [samples[leaving + i] ?? 0, samples[coming + i] ?? 0];
      both += a * b;
      one += a * a;
      other += b * b;
    }
  }
  const power = Math.sqrt(one * other);
  return power > 0 ? Math.max(0, both / power) : 0;
}
