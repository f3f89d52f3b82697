import { expect, it } from "vitest";
import { clockTime } from "../../../src/cli/text/clock-time.ts";

it.each([
  [0, "0:00"],
  [7.4, "0:07"],
  [59.6, "1:00"],
  [750, "12:30"],
  [3599.9, "1:00:00"],
  [7205, "2:00:05"],
])("shows %d seconds as %s", (seconds, shown) => {
  expect(clockTime(seconds)).toBe(shown);
});
