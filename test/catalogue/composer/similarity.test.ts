import { describe, expect, it } from "vitest";
import { compose } from "../../../catalogue/composer/lib/compose.ts";
import { likeness, overlap, type Likeness } from "../../../catalogue/composer/lib/similarity.ts";
import { styles } from "../../../catalogue/composer/styles/index.ts";

/** Counts every common pair by crossing it out in both lists. */
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

  it("does not hear key or tempo", () => {
    const piece = compose(style, 8, 30);
    const moved = piece.score.tracks.map((track) => ({
      ...track,
      notes: track.notes.map((note) => ({ ...note, pitch: note.pitch + 5 })),
    }));
    const higher = { ...piece, bpm: piece.bpm * 2, score: { ...piece.score, tracks: moved } };
    expect(likeness(piece, higher)).toEqual({ motif: 1, harmony: 1, form: 1 });
  });

  it("is the same either way round", () => {
    const [a, b] = [compose(style, 1, 40), compose(style, 2, 40)];
    expect(likeness(a, b)).toEqual(likeness(b, a));
  });
});

/** Mean likeness of all pairs of pieces with different seeds. */
function meanLikeness(pieces: readonly ReturnType<typeof compose>[]): Likeness {
  const pairs = pieces.flatMap((a, i) => pieces.slice(i + 1).map((b) => likeness(a, b)));
  const mean = (of: keyof Likeness) =>
    pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  return { motif: mean("motif"), harmony: mean("harmony"), form: mean("form") };
}

describe("pieces of one style with different seeds", () => {
  const seeds = [101, 102, 103, 104, 105, 106];
  const forms = [30, 90].flatMap((seconds) =>
    styles.map((style) => {
      const pieces = seeds.map((seed) => compose(style, seed, seconds));
      return [`${style.name}, ${seconds} s`, meanLikeness(pieces).form] as const;
    }),
  );

  it.each(forms)("are built otherwise: %s", (_, alike) => {
    expect(alike).toBeLessThan(0.7);
  });

  it("share less than half of their form on average", () => {
    expect(forms.reduce((sum, [, alike]) => sum + alike, 0) / forms.length).toBeLessThan(0.5);
  });

  it.each(styles.map((style) => [style.name, style] as const))(
    "have other tunes and changes: %s",
    (_, style) => {
      const { motif, harmony } = meanLikeness(seeds.map((seed) => compose(style, seed, 30)));
      // Machines repeat figures and drones keep their chords, so neither is asked to differ wholly.
      expect(motif).toBeLessThan(0.6);
      expect(harmony).toBeLessThan(0.85);
      expect((motif + harmony) / 2).toBeLessThan(0.7);
    },
  );
});
