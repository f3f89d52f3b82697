import { describe, expect, it } from "vitest";
import { clockTime } from "../../src/shared/clock-time.ts";

describe("a length", () => {
  it.each([
    [0, "0:00"],
    [7.4, "0:07"],
    [59.99, "0:59"],
    [65.7, "1:05"],
    [750, "12:30"],
    [3599.9, "59:59"],
    [3600, "1:00:00"],
    [7205, "2:00:05"],
    [-1, "0:00"],
  ])("of %d s is written %s", (seconds, text) => {
    expect(clockTime(seconds)).toBe(text);
  });
});
