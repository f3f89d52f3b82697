import { expect, it } from "vitest";
import { clock, counted } from "../../../plugin/timeline/clips.ts";

it.each([
  [0, "0:00.0"],
  [59.96, "1:00.0"],
  [72.34, "1:12.3"],
  [3599.99, "1:00:00.0"],
  [3723.5, "1:02:03.5"],
])("%s seconds read %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

it.each([
  [0, "0 clips"],
  [1, "1 clip"],
  [2, "2 clips"],
])("%s is %s", (count, text) => {
  expect(counted(count, "clip")).toBe(text);
});
