/** A stretch of decoded audio, one channel, -1..1. */
export interface MonoBlock {
  /** Hz. */
  readonly sampleRate: number;
  readonly samples: Float32Array;
}

/** The mean of all channels; values that are no number become silence, overshoots are clipped. */
export function mixToMono(channels: readonly Float32Array[]): Float32Array {
  const mono = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels) {
    for (let i = 0; i < mono.length; i++) mono[i]! += channel[i]!;
  }
  for (let i = 0; i < mono.length; i++) {
    const mean = mono[i]! / channels.length;
    mono[i] = mean > 1 ? 1 : mean < -1 ? -1 : mean || 0;
  }
  return mono;
}
