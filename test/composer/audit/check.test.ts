import { describe, expect, it } from "vitest";
import { faultsOf, measure } from "../../../composer/audit/check.ts";
import type { CorpusPiece } from "../../../composer/render/corpus.ts";
import { clicks, join32, promised, rate, silence, sine } from "./sounds.ts";

describe("a piece", () => {
  const soft = clicks(120, 5, () => 0.1);
  const loud = clicks(120, 5, () => 0.6);
  const good = join32(soft, loud, silence(0.2));

  const faults = (samples: Float32Array, changes: Partial<CorpusPiece> = {}): string[] => {
    const piece = promised(10.2, changes);
    return faultsOf(measure({ rate, channels: [samples] }, piece), piece);
  };

  it("without faults passes", () => {
    expect(faults(good)).toEqual([]);
  });

  it.each([
    ["is silent for", join32(soft.subarray(0, rate), silence(4), loud, silence(0.2))],
    ["clips", good.map((sample) => Math.max(-1, Math.min(1, sample * 8)))],
    ["is cut off", join32(soft, loud, sine(200, 0.2, 0.5))],
    ["lasts 9.0 s instead of 10.2 s", join32(soft, loud.subarray(0, rate * 3.9), silence(0.1))],
    ["has sections alike", join32(loud, loud, silence(0.2))],
  ])("that %s is caught", (fault, samples) => {
    expect(faults(samples).join("; ")).toContain(fault);
  });

  it("is checked for tempo only if it has drums", () => {
    const sound = { rate, channels: [clicks(120, 20, (i) => (i % 4 === 0 ? 0.9 : 0.4))] };
    expect(measure(sound, promised(20)).tempo).toBeUndefined();
    expect(measure(sound, promised(20, { tags: [] })).tempo?.fits).toBe(true);
    expect(measure(sound, promised(20, { tags: [], bpm: 100 })).tempo?.fits).toBe(false);
  });

  it("in stereo clips if either channel does", () => {
    const hot = good.map((sample) => Math.max(-1, Math.min(1, sample * 8)));
    const piece = promised(10.2);
    expect(measure({ rate, channels: [good, hot] }, piece).clip).toBeGreaterThan(2);
  });
});
