/**
 * Collects the peak magnitudes of a stream of unknown length in equal bins. When all bins are full,
 * neighbours are merged, and from then on each bin covers twice as many samples.
 */
export class PeakPicker {
  private readonly count: number;
  private readonly bins: Float32Array;
  private samplesPerBin = 1;
  private received = 0;

  /** @param count how many peaks to give for the whole stream */
  constructor(count: number) {
    this.count = count;
    // After a merge there are at least four bins to a peak, so a border is off by a quarter at most.
    this.bins = new Float32Array(8 * Math.max(1, count));
  }

  push(samples: Float32Array): void {
    const bins = this.bins;
    for (let at = 0; at < samples.length;) {
      if (this.received === bins.length * this.samplesPerBin) this.merge();
      const bin = Math.floor(this.received / this.samplesPerBin);
      const left = (bin + 1) * this.samplesPerBin - this.received;
      const end = Math.min(samples.length, at + left);
      this.received += end - at;
      let largest = bins[bin] ?? 0;
      for (; at < end; at += 1) {
        const sample = samples[at] ?? 0;
        const magnitude = sample < 0 ? -sample : sample;
        if (magnitude > largest) largest = magnitude;
      }
      bins[bin] = largest;
    }
  }

  /** The peaks, evenly spaced over the stream: 0 is silence, 255 full scale. */
  end(): Uint8Array {
    const peaks = new Uint8Array(this.count);
    const bin = (sample: number): number => sample / this.samplesPerBin;
    for (let p = 0; p < this.count && this.received > 0; p += 1) {
      const first = Math.floor(bin((p * this.received) / this.count));
      const last = Math.ceil(bin(((p + 1) * this.received) / this.count));
      const loudest = this.bins.subarray(first, last).reduce((a, b) => Math.max(a, b), 0);
      peaks[p] = Math.round(255 * Math.min(1, loudest));
    }
    return peaks;
  }

  private merge(): void {
    const half = this.bins.length / 2;
    for (let i = 0; i < half; i += 1) {
      this.bins[i] = Math.max(this.bins[2 * i] ?? 0, this.bins[2 * i + 1] ?? 0);
    }
    this.bins.fill(0, half);
    this.samplesPerBin *= 2;
  }
}
