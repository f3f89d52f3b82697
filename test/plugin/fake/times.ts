import type { FrameRate, TickTime, TickTimeStatic } from "@adobe/premierepro";
import { handle, need, official } from "./parameters.ts";

/** Premiere counts time in these. */
export const TICKS_PER_SECOND = 254_016_000_000;
/** One sample of audio at 48 kHz. */
export const TICKS_PER_SAMPLE = TICKS_PER_SECOND / 48_000;

type UsedOfTickTime =
  | "add"
  | "alignToFrame"
  | "alignToNearestFrame"
  | "divide"
  | "equals"
  | "multiply"
  | "seconds"
  | "subtract"
  | "ticks"
  | "ticksNumber";

export class FakeTickTime implements Pick<TickTime, UsedOfTickTime> {
  constructor(readonly ticksNumber: number) {}

  get seconds(): number {
    return this.ticksNumber / TICKS_PER_SECOND;
  }

  get ticks(): string {
    return String(this.ticksNumber);
  }

  equals(...given: [TickTime]): boolean {
    return this.ticksNumber === ticksOf(given);
  }

  add(...given: [TickTime]): TickTime {
    return tickTime(this.ticksNumber + ticksOf(given));
  }

  subtract(...given: [TickTime]): TickTime {
    return tickTime(this.ticksNumber - ticksOf(given));
  }

  multiply(...given: [number]): TickTime {
    need(given, 1);
    return tickTime(Math.round(this.ticksNumber * given[0]));
  }

  divide(...given: [number]): TickTime {
    need(given, 1);
    return tickTime(Math.round(this.ticksNumber / given[0]));
  }

  alignToFrame(...given: [FrameRate]): TickTime {
    const frame = frameOf(given);
    return tickTime(Math.floor(this.ticksNumber / frame) * frame);
  }

  alignToNearestFrame(...given: [FrameRate]): TickTime {
    const frame = frameOf(given);
    return tickTime(Math.round(this.ticksNumber / frame) * frame);
  }
}

export class FakeFrameRate implements Pick<FrameRate, "ticksPerFrame" | "value"> {
  /** For the host itself. */
  readonly frame: number;

  /** @param isReadable whether a script may read what Adobe's reference marks as write-only */
  constructor(
    readonly value: number,
    private readonly isReadable = false,
  ) {
    this.frame = frameTicks(value);
  }

  get ticksPerFrame(): number {
    return this.isReadable ? this.frame : (undefined as unknown as number);
  }
}

/** Ticks of a frame; 23.976, 29.97 and their like stand for fractions over 1001. */
export function frameTicks(framesPerSecond: number): number {
  const whole = Math.round(framesPerSecond);
  const isDropped = whole !== framesPerSecond && Math.abs(framesPerSecond * 1.001 - whole) < 0.01;
  return isDropped
    ? Math.round((TICKS_PER_SECOND * 1001) / (whole * 1000))
    : Math.round(TICKS_PER_SECOND / framesPerSecond);
}

export function tickTime(ticks: number): TickTime {
  return official<TickTime>(new FakeTickTime(ticks));
}

export function fromSeconds(seconds: number): TickTime {
  return tickTime(Math.round(seconds * TICKS_PER_SECOND));
}

/** The ticks of the first parameter. @throws Error it is missing or no TickTime */
export function ticksOf(given: readonly unknown[]): number {
  need(given, 1);
  return handle(FakeTickTime, given[0]).ticksNumber;
}

function frameOf(given: readonly unknown[]): number {
  need(given, 1);
  return handle(FakeFrameRate, given[0]).frame;
}

type UsedOfTickTimes =
  "createWithFrameAndFrameRate" | "createWithSeconds" | "createWithTicks" | "TIME_ZERO";

export const tickTimes: Pick<TickTimeStatic, UsedOfTickTimes> = {
  createWithFrameAndFrameRate: (...given) => {
    need(given, 2);
    return tickTime(given[0] * frameOf(given.slice(1)));
  },
  createWithSeconds: (...given) => {
    need(given, 1);
    return fromSeconds(given[0]);
  },
  createWithTicks: (...given) => {
    need(given, 1);
    return tickTime(Number(given[0]));
  },
  TIME_ZERO: tickTime(0),
};
