import { describe, expect, it } from "vitest";
import { packEnergy, unpackEnergy } from "../../src/shared/energy-curve.ts";

describe("a coded energy curve", () => {
  it("comes back in whole LUFS", () => {
    expect(unpackEnergy(packEnergy([-14.2, -30.6, -8]))).toEqual([-14, -31, -8]);
  });

  it("keeps what is louder or softer than it can say as its loudest or softest", () => {
    expect(unpackEnergy(packEnergy([3, -90, -Infinity]))).toEqual([0, -63, -63]);
  });
});
