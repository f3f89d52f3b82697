import { after } from "../../src/shared/clock.ts";

/**
 * What the call answers, unless it takes longer than `ms`: some of UXP's calls are never answered
 * where the system fails (Adobe, "File", Premiere UXP reference), and network drives stall.
 */
export function soon<T>(ms: number, call: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const answer = Promise.resolve(call());
    const stop = after(ms, () => reject(new Error("no answer")));
    void answer.then(resolve, reject).finally(stop);
  });
}
