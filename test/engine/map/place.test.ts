import { describe, expect, it } from "vitest";
import { createPlacer, largest } from "../../../src/engine/map/place.ts";
import { dot } from "../../../src/engine/map/vectors.ts";
import { randomNumbers, randomVector } from "../toy.ts";

const random = randomNumbers(5);

describe("a placer", () => {
  const vectors = Array.from({ length: 40 }, () => randomVector(16, random));
  const anchors = {
    vectors,
    x: Float32Array.from(vectors, () => random()),
    y: Float32Array.from(vectors, () => random()),
  };
  const place = createPlacer(anchors);

  it("puts a track beside the anchor that sounds most alike, as a naive search finds it", () => {
    for (let n = 0; n < 50; n += 1) {
      const vector = randomVector(16, random);
      const best = vectors.reduce(
        (found, other, a) =>
          dot(other, vector) > dot(vectors[found] ?? other, vector) ? a : found,
        0,
      );
      const { x, y } = place(vector, `track ${n}`);
      // Only neighbours within 0.08 of the best one draw it away, and luck by 0.008.
      expect(Math.hypot(x - (anchors.x[best] ?? 0), y - (anchors.y[best] ?? 0))).toBeLessThan(
        0.089,
      );
    }
  });

  it("goes between anchors that lie together and sound alike", () => {
    const pair = createPlacer({
      vectors: [Float32Array.of(1, 0.1), Float32Array.of(1, -0.1), Float32Array.of(-1, 0)],
      x: Float32Array.of(0.5, 0.5, 0.1),
      y: Float32Array.of(0.5, 0.56, 0.1),
    });
    const { x, y } = pair(Float32Array.of(1, 0), "between");
    expect(x).toBeCloseTo(0.5, 1);
    expect(Math.abs(y - 0.53)).toBeLessThan(0.012);
  });

  it("sets tracks apart that would lie on each other, the same way every time", () => {
    const [vector = new Float32Array(16)] = vectors;
    expect(place(vector, "one")).toEqual(place(vector, "one"));
    expect(place(vector, "one")).not.toEqual(place(vector, "other"));
  });

  it("puts tracks in the middle where there is no anchor", () => {
    const { x, y } = createPlacer({ vectors: [], x: new Float32Array(0), y: new Float32Array(0) })(
      new Float32Array(16),
      "alone",
    );
    expect(Math.hypot(x - 0.5, y - 0.5)).toBeLessThan(0.009);
  });
});

describe("the largest of some values", () => {
  it("are those that sorting gives, the first of equal ones", () => {
    for (let n = 0; n < 100; n += 1) {
      const values = Float32Array.from({ length: 30 }, () => Math.floor(random() * 12));
      const sorted = [...values.keys()].sort(
        (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b,
      );
      expect(largest(values, 7)).toEqual(sorted.slice(0, 7));
    }
  });

  it("are all of them where there are fewer", () => {
    expect(largest(Float32Array.of(1, 3, 2), 5)).toEqual([1, 2, 0]);
  });
});
