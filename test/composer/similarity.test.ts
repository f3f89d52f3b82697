import { describe, expect, it } from "vitest";
import { likenessFigures } from "../../composer/cli/likeness.ts";
import { compose } from "../../composer/lib/compose.ts";
import { likeness, meanLikeness, overlap } from "../../composer/lib/similarity.ts";
import { styles } from "../../composer/styles/index.ts";

/** The naive twin: counts every common item by crossing it out in both lists. */
function naiveOverlap(a: readonly string[], b: readonly string[]): number {
  const rest = [...b];
  const common = a.filter((item) => {
    const at = rest.indexOf(item);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (a.length + b.length);
}

describe("overlap", () => {
  it("counts each item as often as both have it", () => {
    expect(overlap(["a", "a", "b"], ["a", "c", "c"])).toBeCloseTo(2 / 6);
    expect(overlap(["a"], ["b"])).toBe(0);
    expect(overlap([], [])).toBe(1);
    const words = (step: number) => Array.from({ length: 60 }, (_, i) => `w${(i * step) % 17}`);
    expect(overlap(words(3), words(5))).toBe(naiveOverlap(words(3), words(5)));
    expect(overlap(words(4), words(11).slice(9))).toBe(naiveOverlap(words(4), words(11).slice(9)));
  });
});

describe("likeness", () => {
  const [style] = styles;
  if (!style) throw new Error("There are no styles");

  it("is 1 for the same seed, whatever the style", () => {
    for (const each of styles) {
      const [once, again] = [compose(each, 8, 30), compose(each, 8, 30)];
      expect(likeness(once, again), each.name).toEqual({ motif: 1, harmony: 1, form: 1 });
    }
  });

  it("ignores key and tempo", () => {
    const piece = compose(style, 8, 30);
    const moved = piece.score.tracks.map((track) => ({
      ...track,
      notes: track.notes.map((note) => ({ ...note, pitch: note.pitch + 5 })),
    }));
    const higher = { ...piece, bpm: piece.bpm * 2, score: { ...piece.score, tracks: moved } };
    expect(likeness(piece, higher)).toEqual({ motif: 1, harmony: 1, form: 1 });
  });

  it("is symmetric", () => {
    const [a, b] = [compose(style, 1, 40), compose(style, 2, 40)];
    expect(likeness(a, b)).toEqual(likeness(b, a));
  });
});

describe("the figures of likeness", () => {
  it("are means over styles, and the style with the most alike pieces", () => {
    const some = styles.filter(({ name }) => ["blues", "waltz", "trap"].includes(name));
    const { mean, most } = likenessFigures(some, 30, 7);
    const rows = some.map((each) => {
      const seeds = [7, 8, 9, 10, 11, 12];
      return { style: each.name, ...meanLikeness(seeds.map((seed) => compose(each, seed, 30))) };
    });
    for (const of of ["motif", "harmony", "form"] as const) {
      const values = rows.map((row) => row[of]);
      expect(mean[of]).toBeCloseTo(values.reduce((a, b) => a + b, 0) / 3);
      expect(most[of].likeness).toBe(Math.max(...values));
      expect(rows.find(({ style }) => style === most[of].style)?.[of]).toBe(Math.max(...values));
    }
  });

  it("compare every pair of pieces once", () => {
    const [style] = styles;
    if (!style) throw new Error("There are no styles");
    const [a, b, c] = [1, 2, 3].map((seed) => compose(style, seed, 30));
    if (!a || !b || !c) throw new Error("There are no pieces");
    const forms = [likeness(a, b).form, likeness(a, c).form, likeness(b, c).form];
    expect(meanLikeness([a, b, c]).form).toBeCloseTo(forms.reduce((x, y) => x + y, 0) / 3);
  });
});

describe("pieces of one style with different seeds", () => {
  const seeds = [101, 102, 103, 104, 105, 106];
  const forms = [30, 90].flatMap((seconds) =>
    styles.map((style) => {
      const pieces = seeds.map((seed) => compose(style, seed, seconds));
      return [`${style.name}, ${seconds} s`, meanLikeness(pieces).form] as const;
    }),
  );

  it.each(forms)("have different forms: %s", (_, alike) => {
    expect(alike).toBeLessThan(0.7);
  });

  it("share less than half of their form on average", () => {
    expect(forms.reduce((sum, [, alike]) => sum + alike, 0) / forms.length).toBeLessThan(0.5);
  });

  it.each(styles.map((style) => [style.name, style] as const))(
    "have other tunes and changes: %s",
    (_, style) => {
      const { motif, harmony } = meanLikeness(seeds.map((seed) => compose(style, seed, 30)));
      // Machines repeat figures and drones keep their chords, so neither must differ completely.
      expect(motif).toBeLessThan(0.6);
      expect(harmony).toBeLessThan(0.85);
      expect((motif + harmony) / 2).toBeLessThan(0.7);
    },
  );
});
