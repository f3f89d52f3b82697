import { after } from "./clock.ts";

/**
 * Settles as `work` does, or rejects after `ms` milliseconds.
 * @param problem the error, or what it says
 */
export async function within<T>(
  ms: number,
  problem: string | (() => Error),
  work: Promise<T>,
): Promise<T> {
  let stopTimer = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    stopTimer = after(ms, () =>
      reject(typeof problem === "string" ? new Error(problem) : problem()),
    );
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    stopTimer();
  }
}
