import { describe, expect, it } from "vitest";
import { AUDIO, METADATA, evidenceOf, standardise } from "../../../src/engine/query/evidence.ts";
import { planeIndex, randomNumbers, remote, sections, track } from "../toy.ts";

/** Zero mean and unit variance within each kind, metadata one deviation lower: the naive twin. */
function naive(scores: readonly number[], evidence: readonly number[]): number[] {
  return scores.map((score, s) => {
    const kind = scores.filter((_, other) => evidence[other] === evidence[s]);
    const mean = kind.reduce((sum, x) => sum + x, 0) / kind.length;
    const variance = kind.reduce((sum, x) => sum + (x - mean) ** 2, 0) / kind.length;
    return (score - mean) / Math.sqrt(variance) - (evidence[s] === METADATA ? 1 : 0);
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
    ]);
    expect([...evidenceOf(index)]).toEqual([AUDIO, AUDIO, METADATA, METADATA, AUDIO]);
  });
});

describe("standardise", () => {
  it("gives the same as the plain formula, kinds mixed in any way", () => {
    const next = randomNumbers(7);
    for (const length of [2, 3, 10, 257]) {
      const evidence = Array.from({ length }, () => (next() < 0.5 ? AUDIO : METADATA));
      const scores = evidence.map((kind) => (kind === METADATA ? 0.5 + next() / 4 : next() - 0.5));
      // A kind with a single score has no deviation; see below.
      if ([AUDIO, METADATA].some((kind) => evidence.filter((e) => e === kind).length === 1))
        continue;
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
    expect(fits).toBeGreaterThan(metadataFits ?? NaN);
    expect(metadataFits).toBeGreaterThan(metadataNot ?? NaN);
  });

  it("lets metadata go first where it stands out by more than a deviation", () => {
    const scores = [0.2, 0.1, 0, 0.1, ...Array<number>(20).fill(0.3), 0.9];
    const evidence = [AUDIO, AUDIO, AUDIO, AUDIO, ...Array<number>(21).fill(METADATA)];
    const found = standardised(scores, evidence);
    expect(found.indexOf(Math.max(...found))).toBe(scores.length - 1);
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
    expect(standardised([0.7], [METADATA])).toEqual([-1]);
    expect(standardised([], [])).toEqual([]);
  });
});
