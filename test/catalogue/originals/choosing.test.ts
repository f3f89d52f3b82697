import { describe, expect, it } from "vitest";
import { compose } from "../../../composer/lib/compose.ts";
import { secondsAt } from "../../../composer/lib/score.ts";
import { soundQuality } from "../../../composer/originals/best-take.ts";
import { promise } from "../../../composer/originals/judge.ts";
import { programme } from "../../../composer/originals/programme.ts";
import { lastCorpusSeed, seedsOf, slotOf } from "../../../composer/originals/seeds.ts";
import { shortlist } from "../../../composer/originals/shortlist.ts";
import { sampleRate } from "../../../composer/originals/takes.ts";
import { idFor, titleFor } from "../../../composer/originals/titles.ts";
import { styleNamed } from "../../../composer/styles/index.ts";

const waltz = styleNamed("waltz");
if (!waltz) throw new Error("The waltz is missing");
const piece = compose(waltz, 7, 20);

describe("seeds", () => {
  it("belong to one slot each and to no corpus", () => {
    const all = programme.flatMap((_, slot) => seedsOf(slot, 64));
    expect(new Set(all).size).toBe(all.length);
    expect(Math.min(...all)).toBeGreaterThan(lastCorpusSeed);
    programme.forEach((_, slot) => {
      expect(new Set(seedsOf(slot, 64).map(slotOf))).toEqual(new Set([slot]));
    });
  });
});

describe("a title", () => {
  it("is always the same for a piece, from its style's words", () => {
    const title = titleFor(piece, new Set());
    expect(titleFor(piece, new Set())).toBe(title);
    const [first, second] = waltz.titles;
    expect(first.some((word) => title.startsWith(word))).toBe(true);
    expect(second.some((word) => title.endsWith(word))).toBe(true);
  });

  it("differs from titles that are taken", () => {
    const taken = new Set<string>();
    for (let i = 0; i < 10; i += 1) {
      const title = titleFor(piece, taken);
      expect(taken.has(title)).toBe(false);
      taken.add(title);
    }
  });

  it("makes a file name without spaces, accents and punctuation", () => {
    expect(idFor("Café The Miller's Farewell")).toBe("cafe-the-millers-farewell");
  });
});

describe("a shortlist", () => {
  const slot = { style: "waltz", seconds: 80 };

  const best = shortlist(slot, 28, 4, []);

  it("ranks the slot's own seeds of the right length by their scores", () => {
    expect(best).toHaveLength(4);
    const promises = best.map(promise);
    expect(promises).toEqual([...promises].sort((a, b) => b - a));
    for (const { seed, score } of best) {
      expect(slotOf(seed)).toBe(28);
      const seconds = secondsAt(score, score.end);
      expect(seconds).toBeGreaterThanOrEqual(77);
      expect(seconds).toBeLessThanOrEqual(104);
    }
  });

  it("skips duplicates of pieces that are already there", () => {
    const [first] = best;
    if (!first) throw new Error("Nothing is promising");
    const [other] = shortlist(slot, 28, 1, [first]);
    expect(other?.seed).not.toBe(first.seed);
  });

  it("keeps a short slot short", () => {
    for (const { score } of shortlist({ ...slot, seconds: 70, longest: 80 }, 58, 8, [])) {
      expect(secondsAt(score, score.end)).toBeLessThanOrEqual(80);
    }
  });
});

describe("the better take", () => {
  /** The sum of several sines, two seconds in stereo. */
  const sounding = (...hertz: number[]): Float32Array =>
    Float32Array.from({ length: sampleRate * 4 }, (_, i) => {
      const at = (2 * Math.PI * Math.floor(i / 2)) / sampleRate;
      return hertz.reduce((sum, each) => sum + Math.sin(at * each), 0) / (hertz.length * 2);
    });
  const quality = (samples: Float32Array, range = 9): number =>
    soundQuality({ samples, piece }, { range });

  const fair = sounding(80, 900, 1500);

  it("has the dynamics of its style", () => {
    expect(quality(fair, 9)).toBeGreaterThan(quality(fair, 3));
    expect(quality(fair, 9)).toBeGreaterThan(quality(fair, 16));
  });

  it("has no gap", () => {
    const hole = new Float32Array(sampleRate * 2 * 3);
    const broken = Float32Array.from([...fair, ...hole, ...fair]);
    expect(quality(fair)).toBeGreaterThan(quality(broken));
  });
});
