import { after } from "../src/shared/clock.ts";

/** Runs what it is given one after the other, also after one that failed. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

// As long as the page waits for an answer. What the host never answers must not hold up the rest.
const PATIENCE = 300_000;

export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    let free = (): void => undefined;
    const isFree = new Promise<void>((resolve) => {
      free = resolve;
    });
    const done = last.then(async () => {
      const stop = after(PATIENCE, free);
      try {
        return await work();
      } finally {
        stop();
        free();
      }
    });
    last = isFree;
    return done;
  };
}
