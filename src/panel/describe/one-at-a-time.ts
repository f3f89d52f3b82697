import type { RunSearch } from "../model/search-flow.ts";

/**
 * Runs one search at a time. The engine answers in order, so a search that was superseded while it
 * waited for its turn never reaches it: however fast one types, one runs and one waits.
 */
export function oneAtATime(run: RunSearch): RunSearch {
  let last: Promise<unknown> = Promise.resolve();
  return (request, signal) => {
    const mine = last.then(() => {
      signal.throwIfAborted();
      return run(request, signal);
    });
    // A failure is its caller's; the next one has its turn all the same.
    last = mine.catch(() => undefined);
    return mine;
  };
}
