import type { SequencePlayback } from "../contract/sequence-playback.ts";
import { after } from "../shared/clock.ts";
import type { TimelineStore } from "./store.ts";
import { movePlayhead } from "./timeline/marks.ts";
import { sequenceSeconds, type Timeline } from "./timeline/model.ts";

/** How often it tells where it is, in frames: five times a second at 25 frames. */
const TOLD_EVERY = 5;

/** Plays the picture of the sequence: the playhead runs, by the clock and not by counting frames. */
export class Playback {
  private stopTimer = (): void => undefined;
  /** Where it was at what time; null while it does not play. */
  private base: { at: number; time: number } | null = null;
  /** Where the playhead was put last: elsewhere means that somebody has moved it. */
  private playhead = 0;
  private frames = 0;

  constructor(
    private readonly store: TimelineStore,
    private readonly tell: (playback: SequencePlayback) => void,
  ) {}

  get isPlaying(): boolean {
    return this.base !== null;
  }

  /** Plays from `from` seconds on, or goes there; returns how it then stands. */
  play(from: number): SequencePlayback {
    this.stopTimer();
    this.base = { at: from, time: performance.now() };
    this.frames = 0;
    this.step();
    return this.state;
  }

  stop(): void {
    if (this.base === null) return;
    this.stopTimer();
    this.base = null;
    this.tell(this.state);
  }

  private get state(): SequencePlayback {
    const frameRate = this.store.timeline?.sequence.frameRate ?? 25;
    const at = this.now() ?? this.store.timeline?.playhead ?? 0;
    return { isPlaying: this.isPlaying, at, frame: 1 / frameRate };
  }

  private now(): number | null {
    return this.base && this.base.at + (performance.now() - this.base.time) / 1000;
  }

  private readonly step = (): void => {
    const { timeline } = this.store;
    if (timeline === null || this.base === null) return this.stop();
    if (this.frames > 0 && timeline.playhead !== this.playhead) {
      this.base = { at: timeline.playhead, time: performance.now() };
      this.frames = 0;
    }
    this.show(timeline);
    if (this.state.at >= sequenceSeconds(timeline.sequence)) return this.stop();
    if (this.frames % TOLD_EVERY === 0) this.tell(this.state);
    this.frames += 1;
    this.stopTimer = after(1000 / timeline.sequence.frameRate, this.step);
  };

  private show(timeline: Timeline): void {
    const shown = movePlayhead(timeline, this.state.at);
    this.playhead = shown.playhead;
    this.store.open(shown);
  }
}
