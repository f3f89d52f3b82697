import { describe, expect, it } from "vitest";
import { rankTracks, scoreTracks } from "../../../src/engine/query/rank.ts";
import { track } from "../toy.ts";

/** Tracks with these scores, by artists "A", "B", ... in turn, or as `artists` says. */
function ranked(
  scores: readonly number[],
  limit: number,
  artists: readonly string[] = [],
): string[] {
  const tracks = scores.map((_, i) =>
    track(String.fromCharCode(97 + i), { artist: artists[i] ?? `Artist ${i}` }),
  );
  return rankTracks({ tracks }, Float64Array.from(scores), limit).map((t) => tracks[t]?.id ?? "?");
}

describe("the score of a track", () => {
  it("is half its best section and half the mean of its best three", () => {
    const scores = Float32Array.of(0.25, 1, 0.5, 0.75);
    const [score] = scoreTracks({ firstSection: Uint32Array.of(0, 4) }, scores);
    expect(score).toBeCloseTo(0.5 * 1 + 0.5 * 0.75, 10);
  });

  it("takes the mean of what there is when there are fewer than three", () => {
    const scores = Float32Array.of(0.5, 1, 0.25);
    const tracks = scoreTracks({ firstSection: Uint32Array.of(0, 1, 3) }, scores);
    expect([...tracks]).toEqual([0.5, 0.5 * 1 + 0.5 * 0.625]);
  });

  it("prefers music that fits throughout to one lucky section", () => {
    const scores = Float32Array.of(0.9, 0.1, 0.1, 0.1, 0.8, 0.8, 0.8);
    const [lucky, steady] = scoreTracks({ firstSection: Uint32Array.of(0, 4, 7) }, scores);
    expect(steady).toBeGreaterThan(lucky ?? 1);
  });

  it("works where every section scores below zero", () => {
    const scores = Float32Array.of(-0.5, -0.25, -1, -0.75);
    const [score] = scoreTracks({ firstSection: Uint32Array.of(0, 4) }, scores);
    expect(score).toBeCloseTo(0.5 * -0.25 + 0.5 * -0.5, 10);
  });
});

describe("the ranking", () => {
  it("goes by score, and by track id where scores are equal", () => {
    expect(ranked([0.5, 0.9, 0.5, 0.7], 4)).toEqual(["b", "d", "a", "c"]);
  });

  it("stops at the limit", () => {
    expect(ranked([0.1, 0.2, 0.3], 2)).toEqual(["c", "b"]);
  });

  it("leaves out tracks without sections", () => {
    expect(ranked([0.1, -Infinity, 0.3], 3)).toEqual(["c", "a"]);
  });

  it("leaves out tracks that are not wanted, and counts nothing for them", () => {
    const tracks = ["a", "b", "c", "d", "e"].map((id) => track(id, { artist: "X" }));
    const wanted = (t: number): boolean => t > 1;
    const scores = Float64Array.of(5, 4, 3, 2, 1);
    expect(rankTracks({ tracks }, scores, 2, (t) => (wanted(t) ? 0 : null))).toEqual([2, 3]);
    expect(rankTracks({ tracks }, scores, 2, () => null)).toEqual([]);
  });

  const falling = (n: number): number[] => Array.from({ length: n }, (_, i) => -i);

  it("gives one artist three of the first ten places while others are left", () => {
    const artists = "XXXXXXABCDEFGH".split("");
    expect(ranked(falling(14), 14, artists).join("")).toBe("abcghijklm" + "defn");
  });

  it("lets an artist have the places nobody else can fill", () => {
    expect(ranked(falling(6), 6, "XXXXXA".split("")).join("")).toBe("abcf" + "de");
    expect(ranked(falling(12), 12, Array<string>(12).fill("X")).join("")).toBe("abcdefghijkl");
  });

  it("gives the places that are then still free to tracks that can be heard now", () => {
    // What it was embedded from does not matter here.
    const far = { artist: "Far", audio: { kind: "remote" }, evidence: "audio" } as const;
    const tracks = [
      ...Array.from({ length: 8 }, (_, i) => track(`far ${i}`, far)),
      ...Array.from({ length: 8 }, (_, i) => track(`near ${i}`, { artist: "Near" })),
    ];
    const list = rankTracks({ tracks }, Float64Array.from(falling(16)), 16);
    const names = list.map((t) => tracks[t]?.id);
    expect(names.slice(0, 10)).toEqual([
      ...["far 0", "far 1", "far 2", "near 0", "near 1", "near 2"],
      ...["near 3", "near 4", "near 5", "near 6"],
    ]);
    expect(names.slice(10)).toEqual(["far 3", "far 4", "far 5", "far 6", "far 7", "near 7"]);
  });

  it("knows an artist however the name is typed", () => {
    expect(ranked(falling(5), 5, ["Bo", "bo ", "BO", "bo", "A"]).join("")).toBe("abced");
  });

  it("does not take unknown artists for one artist", () => {
    expect(ranked(falling(5), 5, ["", "", "", "", "A"]).join("")).toBe("abcde");
  });

  it("is the start of the longer list when the list is shorter", () => {
    const artists = "XXXXXXABCDEFGH".split("");
    const long = ranked(falling(14), 14, artists);
    for (let n = 1; n < 14; n += 1)
      expect(ranked(falling(14), n, artists)).toEqual(long.slice(0, n));
  });
});

describe("tiers", () => {
  const tracks = ["a", "b", "c", "d"].map((id) => track(id, { artist: "One" }));
  const scores = Float64Array.of(1, 2, 3, 4);

  it("come one after the other, whatever the scores", () => {
    const tierOf = (t: number): number => (t === 0 ? 0 : 3);
    expect(rankTracks({ tracks }, scores, 4, tierOf)).toEqual([0, 3, 2, 1]);
  });

  it("are not mixed to spread artists", () => {
    const mixed = [...tracks, track("e", { artist: "Two" })];
    const tierOf = (t: number): number => (t < 4 ? 0 : 1);
    expect(rankTracks({ tracks: mixed }, Float64Array.of(1, 2, 3, 4, 5), 5, tierOf)).toEqual([
      ...[3, 2, 1, 0, 4],
    ]);
  });
});
