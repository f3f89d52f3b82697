import { expect, it } from "vitest";
import { nextPoint, type Direction } from "../../../src/panel/map/step.ts";

/**
 *     3
 *  1  0  2 . 5
 *      4
 */
const POINTS = {
  x: Float32Array.of(0.5, 0.4, 0.6, 0.5, 0.52, 0.8),
  y: Float32Array.of(0.5, 0.5, 0.5, 0.4, 0.6, 0.5),
};

it.each<[Direction, number]>([
  ["left", 1],
  ["right", 2],
  ["up", 3],
  ["down", 4],
])("goes %s to the nearest point there", (direction, next) => {
  expect(nextPoint(POINTS, 0, direction, 400, 400)).toBe(next);
});

it("goes nowhere where there is no point", () => {
  expect(nextPoint(POINTS, 5, "right", 400, 400)).toBeNull();
  expect(nextPoint(POINTS, 3, "up", 400, 400)).toBeNull();
});

it("prefers what lies straight ahead to what is nearer but aside", () => {
  const points = { x: Float32Array.of(0, 0.1, 0.2), y: Float32Array.of(0, 0.09, 0) };
  expect(nextPoint(points, 0, "right", 400, 400)).toBe(2);
});
