/** A stretch of decoded audio. */
export interface AudioBlock {
  /** Hz. */
  readonly sampleRate: number;
  /** One array per channel, all of one length, at least one sample, -1..1. */
  readonly channels: readonly Float32Array[];
}
