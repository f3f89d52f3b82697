import { describe, expect, it } from "vitest";
import { quantise } from "../../../src/engine/index/quantise.ts";
import { randomNumbers, randomVector } from "../toy.ts";

describe("quantise", () => {
  it("uses the whole range, symmetrically", () => {
    const steps = new Int8Array(4);
    expect(quantise(Float32Array.of(127, -127, 1, 0), steps)).toBe(1);
    expect([...steps]).toEqual([127, -127, 1, 0]);
  });

  it("keeps every number within half a step", () => {
    const next = randomNumbers(5);
    for (let i = 0; i < 50; i += 1) {
      const vector = randomVector(128, next);
      const steps = new Int8Array(128);
      const scale = quantise(vector, steps);
      vector.forEach((x, d) => {
        expect(Math.abs(x - (steps[d] ?? NaN) * scale)).toBeLessThanOrEqual(scale * 0.5001);
      });
    }
  });

  it("keeps a scale above zero for a vector of zeros", () => {
    const steps = new Int8Array(2);
    expect(quantise(new Float32Array(2), steps)).toBeGreaterThan(0);
    expect([...steps]).toEqual([0, 0]);
  });
});
