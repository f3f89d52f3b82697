import { FRAME_RATE } from "./beat-path.ts";
import { HOP, type Activations, type BeatNet } from "./beat-net.ts";
import { rhythmIn } from "./rhythm-in.ts";
import type { Rhythm, RhythmListener } from "./rhythm.ts";

/** HOPs that the net hears at once: a minute. */
const WINDOW = 60 * FRAME_RATE;
/** HOPs at either end of a window that another window hears better. */
const CONTEXT = 5 * FRAME_RATE;
/** The net needs at least so many HOPs. */
const LEAST = 4;

/** Finds the rhythm of a track with the net, window by window. */
export class NetRhythm implements RhythmListener {
  private readonly window = new Float32Array(WINDOW * HOP);
  private filled = 0;
  private isFirst = true;
  private readonly heard: Activations[] = [];
  /** The runs so far, one after the other. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly net: BeatNet) {}

  push(samples: Float32Array): void {
    let at = 0;
    while (at < samples.length) {
      const count = Math.min(this.window.length - this.filled, samples.length - at);
      this.window.set(samples.subarray(at, at + count), this.filled);
      this.filled += count;
      at += count;
      if (this.filled === this.window.length) this.hear(WINDOW, CONTEXT);
    }
  }

  async end(): Promise<Rhythm | null> {
    const hops = Math.floor(this.filled / HOP);
    if (hops >= LEAST) this.hear(hops, 0);
    await this.last;
    return rhythmIn(joined(this.heard));
  }

  /** Hears the first `hops` of the window and keeps all but `leave` frames at its end. */
  private hear(hops: number, leave: number): void {
    const samples = this.window.slice(0, hops * HOP);
    const from = this.isFirst ? 0 : CONTEXT;
    const to = leave === 0 ? hops + 1 : hops - leave;
    this.isFirst = false;
    this.window.copyWithin(0, (hops - 2 * leave) * HOP, this.filled);
    this.filled = 2 * leave * HOP;
    const run = async (): Promise<void> => {
      const { beat, downbeat } = await this.net.hear(samples);
      this.heard.push({ beat: beat.slice(from, to), downbeat: downbeat.slice(from, to) });
    };
    this.last = this.last.then(run);
    this.last.catch(() => undefined); // `end` reports it.
  }
}

function joined(parts: readonly Activations[]): Activations {
  const join = (of: (part: Activations) => Float32Array): Float32Array => {
    const whole = new Float32Array(parts.reduce((sum, part) => sum + of(part).length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(of(part), at);
      at += of(part).length;
    }
    return whole;
  };
  return { beat: join(({ beat }) => beat), downbeat: join(({ downbeat }) => downbeat) };
}
