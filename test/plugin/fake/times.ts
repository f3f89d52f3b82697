import type { FrameRate, TickTime } from "@adobe/premierepro";
import { handle, need, official } from "./parameters.ts";

/** Premiere counts time in these. */
export const TICKS_PER_SECOND = 254_016_000_000;

type UsedOfTickTime =
  "add" | "subtract" | "alignToFrame" | "alignToNearestFrame" | "seconds" | "ticks" | "ticksNumber";

class FakeTickTime implements Pick<TickTime, UsedOfTickTime> {
  constructor(readonly ticksNumber: number) {}

  get seconds(): number {
    return this.ticksNumber / TICKS_PER_SECOND;
  }

  get ticks(): string {
    return String(this.ticksNumber);
  }

  add(...given: [TickTime]): TickTime {
    return tickTime(this.ticksNumber + ticksOf(given));
  }

  subtract(...given: [TickTime]): TickTime {
    return tickTime(this.ticksNumber - ticksOf(given));
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
  readonly ticksPerFrame: number;
  constructor(readonly value: number) {
    this.ticksPerFrame = TICKS_PER_SECOND / value;
  }
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
  return handle(FakeFrameRate, given[0]).ticksPerFrame;
}
