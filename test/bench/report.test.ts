import { describe, expect, it } from "vitest";
import { keeps, type Figure } from "../../bench/figure.ts";
import { report } from "../../bench/report.ts";

const query: Figure = { name: "query", unit: "ms", value: 42, p95: 55.5, runs: 40 };
const most = { bound: "most", value: 50 } as const;

describe("keeps", () => {
  it("compares with the bound, from below or above", () => {
    expect(keeps(query)).toBeNull();
    expect(keeps({ ...query, target: most })).toBe(true);
    expect(keeps({ ...query, target: most, value: 51 })).toBe(false);
    expect(keeps({ ...query, target: { bound: "least", value: 50 } })).toBe(false);
  });
});

describe("report", () => {
  it("puts the target beside the figure and says whether it was kept", () => {
    const missed = { ...query, name: "slow query", value: 123.4, target: most };
    const [, first, second] = report([{ ...query, target: most }, missed]).split("\n");
    expect(first).toMatch(/^query +42\.0 ms +55\.5 ms +40 +≤ 50\.0 ms +kept$/);
    expect(second).toMatch(/^slow query +123 ms +55\.5 ms +40 +≤ 50\.0 ms +MISSED$/);
  });

  it("leaves out what was not measured", () => {
    const size: Figure = { name: "pack", unit: "MB", value: 9.5, runs: 1 };
    expect(report([size]).split("\n")[1]).toMatch(/^pack +9\.50 MB +1$/);
  });
});
