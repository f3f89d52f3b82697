import { describe, expect, it } from "vitest";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import {
  AUDIO,
  BOTH,
  METADATA,
  bestSection,
  evidenceOf,
  handicap,
  handicapsOf,
  penalise,
  raiseTagged,
  scoreTracks,
  standardise,
  unwantedIn,
} from "../../../src/engine/query/scores.ts";
import { planeIndex, randomNumbers, remote, sections, track, without } from "../toy.ts";

/** Zero mean and unit variance within each kind: the naive twin. */
function naive(scores: readonly number[], evidence: readonly number[]): number[] {
  return scores.map((score, s) => {
    const kind = scores.filter((_, other) => evidence[other] === evidence[s]);
    const mean = kind.reduce((sum, x) => sum + x, 0) / kind.length;
    const variance = kind.reduce((sum, x) => sum + (x - mean) ** 2, 0) / kind.length;
    return (score - mean) / Math.sqrt(variance);
  });
}

function standardised(scores: readonly number[], evidence: readonly number[]): number[] {
  const result = Float32Array.from(scores);
  standardise(result, Uint8Array.from(evidence));
  return [...result];
}

describe("evidenceOf", () => {
  it("is metadata for the sections of remote tracks, and audio for all others", () => {
    const index = planeIndex([
      { track: track("a"), sections: sections([1, 0], [0, 1]) },
      { track: remote("b"), sections: sections([1, 0]) },
      { track: remote("c"), sections: [] },
      {
        track: track("d", { audio: { kind: "bundled", path: "d.mp3" } }),
        sections: sections([1, 0]),
      },
    ]);
    expect([...evidenceOf(index)]).toEqual([AUDIO, AUDIO, METADATA, AUDIO]);
  });
});

describe("evidenceOf, where the index says what a track was embedded from", () => {
  it("goes by that, wherever the audio is", () => {
    const index = planeIndex([
      { track: remote("a", { evidence: "audio" }), sections: sections([1, 0], [0, 1]) },
      { track: remote("b", { evidence: "metadata" }), sections: sections([1, 0]) },
      { track: track("c", { evidence: "metadata" }), sections: sections([1, 0]) },
      { track: track("d", { evidence: "audio" }), sections: sections([1, 0]) },
      { track: remote("e", { evidence: "both" }), sections: sections([1, 0]) },
    ]);
    expect([...evidenceOf(index)]).toEqual([AUDIO, AUDIO, METADATA, METADATA, AUDIO, BOTH]);
  });
});

describe("standardise", () => {
  it("gives the same as the plain formula, kinds mixed in any way", () => {
    const next = randomNumbers(7);
    for (const length of [2, 3, 10, 257]) {
      const kinds = [AUDIO, METADATA, BOTH];
      const evidence = Array.from({ length }, () => kinds[Math.floor(next() * 3)] ?? AUDIO);
      const scores = evidence.map((kind) => (kind === METADATA ? 0.5 + next() / 4 : next() - 0.5));
      // A kind with a single score has no deviation; see below.
      if (kinds.some((kind) => evidence.filter((e) => e === kind).length === 1)) continue;
      const expected = naive(scores, evidence);
      standardised(scores, evidence).forEach((score, s) => {
        expect(score).toBeCloseTo(expected[s] ?? NaN, 4);
      });
    }
  });

  it("does not let metadata win because texts lie nearer to texts", () => {
    const [fits, , , metadataFits, metadataNot] = standardised(
      [0.4, 0.1, 0.1, 0.6, 0.5, 0.5],
      [AUDIO, AUDIO, AUDIO, METADATA, METADATA, METADATA],
    );
    expect(fits).toBeCloseTo(metadataFits ?? NaN, 5);
    expect(metadataFits).toBeGreaterThan(metadataNot ?? NaN);
  });

  it("keeps the order within a kind", () => {
    const scores = [0.3, -0.2, 0.1, 0.25];
    const order = (values: readonly number[]) =>
      [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    for (const kind of [AUDIO, METADATA]) {
      expect(order(standardised(scores, [kind, kind, kind, kind]))).toEqual(order(scores));
    }
  });

  it("takes no rounding error for a difference", () => {
    expect(standardised(Array<number>(9).fill(0.3), Array<number>(9).fill(AUDIO))).toEqual(
      Array<number>(9).fill(0),
    );
    expect(standardised([0.7], [METADATA])).toEqual([0]);
    expect(standardised([], [])).toEqual([]);
  });
});

describe("the handicap", () => {
  const index = planeIndex([
    { track: track("a"), sections: sections([1, 0], [0, 1]) },
    { track: remote("b"), sections: sections([1, 0]) },
    { track: remote("c", { evidence: "both" }), sections: sections([1, 0]) },
    { track: track("d", { evidence: "metadata" }), sections: sections([1, 0]) },
  ]);

  it("is there for what is remote, and for what is known by its metadata alone", () => {
    expect([...handicapsOf(index)]).toEqual([0, 0, 1, 0.75, 0.25]);
  });

  it("puts the local track first unless another stands out by more", () => {
    const scores = Float32Array.of(0.5, 0.4, 1.4, 1.3, 0.8);
    handicap(scores, handicapsOf(index));
    [0.5, 0.4, 0.4, 0.55, 0.55].forEach((x, s) => expect(scores[s]).toBeCloseTo(x, 6));
  });
});

describe("the penalty", () => {
  it("lowers sections by how much nearer than usual they are, and raises none", () => {
    const scores = Float32Array.of(1, 1, 1, -1);
    penalise(scores, Float32Array.of(2, 0, -2, 0.5), 0.5);
    expect([...scores]).toEqual([0, 1, 1, -1.25]);
  });

  it("treats all sections of a tagged track as near", () => {
    const nearness = Float32Array.of(-1, 3, 0.5, 0);
    raiseTagged(nearness, { firstSection: Uint32Array.of(0, 2, 4) }, [0]);
    expect([...nearness]).toEqual([2.5, 3, 0.5, 0]);
  });
});

describe("what is not wanted", () => {
  it("is penalised less if it is only wanted less", () => {
    const [none, less] = unwantedIn({ items: [without("drums", 1), without("dark", 0.5)] });
    expect([none?.concept, less?.concept]).toEqual(["drums", "dark"]);
    expect(less?.strength).toBeCloseTo(0.5 * (none?.strength ?? 0));
  });

  it("is vocals, once, if the music is to be instrumental", () => {
    const instrumental: UnderstoodItem = { kind: "vocals", text: "", label: { sung: false } };
    expect(unwantedIn({ items: [without("vocals", 1), instrumental] })).toHaveLength(1);
  });

  it("is nothing if somebody is to sing", () => {
    expect(unwantedIn({ items: [{ kind: "vocals", text: "", label: { sung: true } }] })).toEqual(
      [],
    );
  });
});

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

/** One track whose sections of 10 s start every 5 s, with scores in deviations. */
function best(...scores: number[]) {
  const start = Float32Array.from(scores, (_, i) => 5 * i);
  const end = start.map((from) => from + 10);
  const firstSection = Uint32Array.of(0, scores.length);
  return bestSection({ firstSection, start, end }, Float32Array.from(scores), 0);
}

describe("bestSection", () => {
  it("is the best section alone when its neighbours fall off", () => {
    expect(best(1, 3, 1)).toEqual({ section: 1, stretch: { start: 5, end: 15 } });
  });

  it("extends over neighbours that score nearly as well", () => {
    expect(best(1, 2.7, 3, 2.6, 1).stretch).toEqual({ start: 5, end: 25 });
  });

  it("does not jump over a section that fits badly", () => {
    expect(best(3, 1, 2.9).stretch).toEqual({ start: 0, end: 10 });
  });

  it("grows towards the better neighbour first, and stops at half a minute", () => {
    expect(best(2.8, 2.8, 3, 2.9, 2.9, 2.9, 2.9, 2.8).stretch).toEqual({
      start: 10,
      end: 40,
    });
  });

  it("takes the earlier of two equally good sections", () => {
    expect(best(1, 3, 1, 3).section).toBe(1);
  });

  it("stays within the track", () => {
    const start = Float32Array.of(0, 0, 0);
    const end = Float32Array.of(10, 7, 10);
    const index = { firstSection: Uint32Array.of(0, 1, 2, 3), start, end };
    const found = bestSection(index, Float32Array.of(1, 0.9, 1), 1);
    expect(found).toEqual({ section: 1, stretch: { start: 0, end: 7 } });
  });

  it("gives times to the millisecond, without the noise of their storage", () => {
    const index = {
      firstSection: Uint32Array.of(0, 1),
      start: Float32Array.of(72.9436),
      end: Float32Array.of(82.9436),
    };
    const found = bestSection(index, Float32Array.of(1), 0);
    expect(found.stretch).toEqual({ start: 72.944, end: 82.944 });
  });

  it("returns a single section longer than half a minute whole", () => {
    const index = {
      firstSection: Uint32Array.of(0, 1),
      start: Float32Array.of(0),
      end: Float32Array.of(60),
    };
    expect(bestSection(index, Float32Array.of(1), 0).stretch).toEqual({ start: 0, end: 60 });
  });
});
