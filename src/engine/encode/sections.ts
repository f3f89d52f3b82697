/** The samples of a section, and its place in the track in samples; `end` is exclusive. */
export interface SectionSamples {
  readonly start: number;
  readonly end: number;
  /** Exactly one section long: a track shorter than a section is repeated until it fills one. */
  readonly samples: Float32Array;
}

/**
 * Cuts a stream of samples into overlapping sections, holding little more than one of them.
 * Sections start at 0, hop, 2 hop, ... as long as they fit; if the last of these leaves more than
 * half a hop uncovered, one more ends where the track ends. Nothing is random, so a track always
 * has the same sections, however its samples were handed over.
 */
export class SectionCutter {
  private readonly length: number;
  private readonly hop: number;
  /** Samples from `start` on: the section last cut (if any), and what came after it. */
  private readonly held: Float32Array;
  private filled = 0;
  private start = 0;
  private cutAny = false;

  constructor(length: number, hop: number) {
    this.length = length;
    this.hop = hop;
    this.held = new Float32Array(length + hop);
  }

  /** The sections that `samples` complete, in order. */
  *push(samples: Float32Array): Generator<SectionSamples> {
    for (let read = 0; read < samples.length;) {
      const wanted = (this.cutAny ? this.held.length : this.length) - this.filled;
      const taken = samples.subarray(read, read + wanted);
      this.held.set(taken, this.filled);
      this.filled += taken.length;
      read += taken.length;
      if (taken.length < wanted) return;
      if (this.cutAny) this.advance();
      this.cutAny = true;
      yield this.section(0);
    }
  }

  /** What remains when the track ends: its tail, or all of it if it is short. */
  *end(): Generator<SectionSamples> {
    if (!this.cutAny) {
      if (this.filled > 0) yield this.repeated();
    } else {
      const uncovered = this.filled - this.length;
      if (uncovered > this.hop / 2) yield this.section(uncovered);
    }
  }

  private advance(): void {
    this.held.copyWithin(0, this.hop, this.filled);
    this.filled -= this.hop;
    this.start += this.hop;
  }

  private section(offset: number): SectionSamples {
    const start = this.start + offset;
    return {
      start,
      end: start + this.length,
      samples: this.held.slice(offset, offset + this.length),
    };
  }

  private repeated(): SectionSamples {
    const samples = new Float32Array(this.length);
    for (let at = 0; at < samples.length; at += this.filled) {
      samples.set(this.held.subarray(0, Math.min(this.filled, samples.length - at)), at);
    }
    return { start: 0, end: this.filled, samples };
  }
}
