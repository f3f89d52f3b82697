/** Samples per second of the audio that is listened to: that of the audio tower. */
export const SAMPLE_RATE = 16_000;

/** Cuts a stream of samples into overlapping frames under a window. */
export class Framer {
  private readonly buffer: Float32Array;
  private readonly window: Float32Array;
  private readonly frame: Float32Array;
  private filled: number;

  /**
   * The middle of frame n is sample n * hop: half a frame of silence comes before the first sample.
   * @param size samples in a frame
   * @param hop samples from one frame to the next, at most `size`
   */
  constructor(
    readonly size: number,
    readonly hop: number,
  ) {
    this.buffer = new Float32Array(size);
    this.frame = new Float32Array(size);
    this.window = Float32Array.from(
      { length: size },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / size), // Hann
    );
    this.filled = size / 2;
  }

  /** Calls `use` for every frame that is complete. The frame is overwritten by the next one. */
  push(samples: Float32Array, use: (frame: Float32Array) => void): void {
    let at = 0;
    while (at < samples.length) {
      const count = Math.min(this.size - this.filled, samples.length - at);
      this.buffer.set(samples.subarray(at, at + count), this.filled);
      at += count;
      this.filled += count;
      if (this.filled === this.size) this.emit(use);
    }
  }

  /** Calls `use` for the frames whose middle lies within the samples; silence follows them. */
  end(use: (frame: Float32Array) => void): void {
    let left = this.filled - this.size / 2;
    while (left > 0) {
      this.buffer.fill(0, this.filled);
      this.emit(use);
      left -= this.hop;
    }
  }

  private emit(use: (frame: Float32Array) => void): void {
    const { buffer, frame, window, hop, size } = this;
    for (let i = 0; i < size; i += 1) frame[i] = (buffer[i] ?? 0) * (window[i] ?? 0);
    buffer.copyWithin(0, hop);
    this.filled = Math.max(0, this.filled - hop);
    use(frame);
  }
}
