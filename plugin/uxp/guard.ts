import { attempt, report } from "../../src/shared/attempt.ts";

/**
 * The callback, with whatever it throws or rejects with logged and kept from UXP: an
 * exception that leaves an event's callback damages Premiere's script thread, and a later event may
 * take Premiere down (reported on 26.x).
 */
export function guarded<Given extends unknown[]>(
  callback: (...given: Given) => unknown,
): (...given: Given) => void {
  return (...given) => {
    attempt(() => {
      // Resolved rather than asked for its class: a promise may come from another context.
      Promise.resolve(callback(...given)).catch(report);
    });
  };
}

/** Takes every step, also after one that failed. */
export function takeDown(...steps: (() => unknown)[]): void {
  for (const step of steps) guarded(step)();
}

/** What the action answers; null where it throws. */
export function orNull<T>(action: () => T): T | null {
  try {
    return action();
  } catch {
    return null;
  }
}
