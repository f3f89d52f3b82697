import { after } from "../../shared/clock.ts";

/** Settles as `work` does, or rejects with `problem` after `ms` milliseconds. */
export async function within<T>(ms: number, problem: string, work: Promise<T>): Promise<T> {
  let stopTimer = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    stopTimer = after(ms, () => reject(new Error(problem)));
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    stopTimer();
  }
}
