import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guarded, takeDown } from "../../../plugin/uxp/guard.ts";

let told: unknown[];
beforeEach(() => {
  told = [];
  vi.spyOn(console, "error").mockImplementation((...words: unknown[]) => told.push(words.at(-1)));
});
afterEach(() => vi.restoreAllMocks());

const FAULT = new Error("Invalid parameter.");
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("a guarded callback", () => {
  it("is called as it stands", () => {
    const heard: unknown[] = [];
    guarded((one: string, two: number) => heard.push(one, two))("a", 2);
    expect(heard).toEqual(["a", 2]);
    expect(told).toEqual([]);
  });

  it("lets no exception out, and tells of it", () => {
    guarded(() => {
      throw FAULT;
    })();
    expect(told).toEqual([FAULT]);
  });

  it("lets no rejection out, whichever context the promise comes from", async () => {
    guarded(() => Promise.reject(FAULT))();
    const foreign: unknown = runInNewContext("Promise.reject(fault)", { fault: FAULT });
    guarded(() => foreign)();
    await settled();
    expect(told).toEqual([FAULT, FAULT]);
  });
});

describe("taking down", () => {
  it("takes every step, also after one that fails", async () => {
    const taken: string[] = [];
    takeDown(
      () => taken.push("first"),
      () => {
        throw FAULT;
      },
      () => Promise.reject(FAULT),
      () => taken.push("last"),
    );
    await settled();
    expect(taken).toEqual(["first", "last"]);
    expect(told).toEqual([FAULT, FAULT]);
  });
});
