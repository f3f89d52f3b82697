// As in clock.ts: every place this code runs in has it, and no library that all of them share.
declare const console: { error(...told: unknown[]): void };

/**
 * Runs an action whose failure concerns nobody else. In UXP an exception that leaves an event's
 * callback damages the host's script thread, so it ends here, told to the console.
 */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (thrown) {
    report(thrown);
  }
}

/** Tells the console of a failure that concerns nobody else. */
export function report(thrown: unknown): void {
  console.error("Needledrop:", thrown);
}

/** Tells every listener; one that throws keeps none of the others from hearing. */
export function tellAll<T>(listeners: Iterable<(news: T) => void>, news: T): void {
  for (const listener of [...listeners]) attempt(() => listener(news));
}
