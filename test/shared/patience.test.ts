import { expect, it } from "vitest";
import { within } from "../../src/shared/patience.ts";

it("passes on what came in time", async () => {
  expect(await within(1000, "late", Promise.resolve(7))).toBe(7);
  await expect(within(1000, "late", Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

it("gives up on what never comes", async () => {
  await expect(within(5, "It never came.", new Promise(() => undefined))).rejects.toThrow(
    "It never came.",
  );
});

it("gives up with the error that it is given", async () => {
  const late = new RangeError("late");
  await expect(within(5, () => late, new Promise(() => undefined))).rejects.toBe(late);
});
