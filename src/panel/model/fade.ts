import { after } from "../../shared/clock.ts";

/** Long enough to hide the click of a cut, too short to be heard as a fade. */
const FADE_MS = 30;
const STEP_MS = 5;

/** A change of volume under way. */
export interface Fade {
  /** Ends it at once, where it was going. */
  end(): void;
}

/** Moves the volume of a sound from where it is to `to`, 0 to 1, and calls `done` when it is there. */
export function fade(
  media: HTMLMediaElement,
  to: number,
  done: () => void = () => undefined,
): Fade {
  const from = media.volume;
  const began = performance.now();
  let stopTimer: (() => void) | null = null;
  const end = (): void => {
    if (stopTimer === null) return;
    stopTimer();
    stopTimer = null;
    media.volume = to;
    done();
  };
  // By the clock: where timers are slow, it takes fewer steps and no longer.
  const step = (): void => {
    const share = (performance.now() - began) / FADE_MS;
    if (share >= 1) return end();
    media.volume = from + (to - from) * share;
    stopTimer = after(STEP_MS, step);
  };
  stopTimer = after(STEP_MS, step);
  return { end };
}
