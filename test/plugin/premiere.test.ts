import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { turns, type Turns } from "../../plugin/premiere.ts";

let inTurn: Turns;
let done: string[];
beforeEach(() => {
  vi.useFakeTimers();
  inTurn = turns();
  done = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const work =
  (name: string, ms = 0) =>
  async (): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    done.push(name);
    return name;
  };

describe("turns", () => {
  it("does one after the other, however long the first takes", async () => {
    const both = [inTurn(work("slow", 1000)), inTurn(work("quick"))];
    await vi.advanceTimersByTimeAsync(2000);
    expect([await Promise.all(both), done]).toEqual([
      ["slow", "quick"],
      ["slow", "quick"],
    ]);
  });

  it("goes on after one that failed", async () => {
    const failed = inTurn(() => Promise.reject(new Error("A fault of the host's.")));
    const next = inTurn(work("next"));
    await expect(failed).rejects.toThrow(/host's/);
    await vi.advanceTimersByTimeAsync(10);
    expect(await next).toBe("next");
  });

  it("goes on when nobody waits any more for one that the host never answers", async () => {
    void inTurn(() => new Promise(() => undefined));
    const next = inTurn(work("next"));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(await next).toBe("next");
  });

  it("leaves no timer behind", async () => {
    void inTurn(work("one"));
    void inTurn(work("two"));
    await vi.advanceTimersByTimeAsync(10);
    expect([done, vi.getTimerCount()]).toEqual([["one", "two"], 0]);
  });
});
