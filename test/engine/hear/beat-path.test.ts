import { describe, expect, it } from "vitest";
import {
  INTERVALS,
  LONGEST,
  MOST_ODDS,
  pathOf,
  REACH,
  SHORTEST,
  SPREAD,
  TIGHTNESS,
  WORTH,
} from "../../../src/engine/hear/beat-path.ts";
import { randomNumbers } from "../toy.ts";

const NO_PREFERENCE = new Float32Array(INTERVALS);

/** Probabilities that are high at these frames. */
function heardAt(frames: readonly number[], length: number): Float32Array {
  const probabilities = new Float32Array(length).fill(0.02);
  for (const frame of frames) probabilities[frame] = 0.9;
  return probabilities;
}

const every = (interval: number, length: number, from = 3): number[] =>
  Array.from({ length: Math.ceil((length - from) / interval) }, (_, i) => from + i * interval);

/** The score of the best row of beats, by trying each. */
function naiveScore(probabilities: Float32Array, preference: Float32Array): number {
  const odds = (frame: number): number => {
    const p = probabilities[frame];
    if (p === undefined) return WORTH - MOST_ODDS;
    return WORTH + Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(p / (1 - p))));
  };
  const from = (frame: number, interval: number): number => {
    const own = SPREAD.reduce((sum, weight, k) => sum + weight * odds(frame + k - 1), 0);
    const isLast = frame + interval >= probabilities.length;
    let best = isLast ? 0 : -Infinity;
    const reach = Math.max(1, Math.floor(REACH * interval));
    for (let next = SHORTEST; next <= LONGEST; next += 1) {
      const isNear = Math.abs(next - interval) <= Math.max(1, Math.floor(REACH * next));
      if (!isNear || Math.abs(next - interval) > 3 * reach) continue;
      if (frame + next >= probabilities.length) continue;
      const change = TIGHTNESS * Math.log(interval / next) ** 2;
      const liked = preference[next - SHORTEST] ?? 0;
      best = Math.max(best, liked - change + from(frame + next, next));
    }
    return own + best;
  };
  let best = -Infinity;
  for (let interval = SHORTEST; interval <= LONGEST; interval += 1) {
    for (let frame = 0; frame < Math.min(interval, probabilities.length); frame += 1) {
      best = Math.max(best, from(frame, interval));
    }
  }
  return best;
}

describe("the path of beats", () => {
  it("scores what trying each row of beats does", () => {
    const next = randomNumbers(5);
    for (let trial = 0; trial < 5; trial += 1) {
      const probabilities = Float32Array.from({ length: 45 }, () => 0.01 + 0.98 * next() ** 3);
      const preference = Float32Array.from({ length: INTERVALS }, () => -4 * next());
      const { score } = pathOf(probabilities, preference);
      expect(score).toBeCloseTo(naiveScore(probabilities, preference), 2);
    }
  });

  it.each([14, 25, 33, 50, 70])("finds beats that are %i frames apart", (interval) => {
    const beats = every(interval, 1000);
    const { beats: found } = pathOf(heardAt(beats, 1000), NO_PREFERENCE);
    expect(found).toEqual(beats);
  });

  it("goes on where some beats are not heard", () => {
    const beats = every(25, 1000);
    const heard = beats.filter((_, i) => i < 12 || i > 14);
    expect(pathOf(heardAt(heard, 1000), NO_PREFERENCE).beats).toEqual(beats);
  });

  it("follows a tempo that slows down", () => {
    const beats = [3];
    while ((beats.at(-1) ?? 0) < 900) {
      beats.push((beats.at(-1) ?? 0) + 20 + Math.floor(beats.length / 4));
    }
    expect(pathOf(heardAt(beats, 900 + 20), NO_PREFERENCE).beats).toEqual(
      beats.filter((frame) => frame < 920),
    );
  });

  it("passes over strokes between the beats where the slower tempo is preferred", () => {
    const probabilities = heardAt(every(20, 800), 800);
    const slower = NO_PREFERENCE.map((_, i) => (SHORTEST + i > 30 ? 0 : -30));
    const { beats } = pathOf(probabilities, slower);
    expect(new Set(beats.slice(1).map((beat, i) => beat - (beats[i] ?? 0)))).toEqual(new Set([40]));
  });

  it("is empty for no frames", () => {
    expect(pathOf(new Float32Array(0), NO_PREFERENCE).beats).toEqual([]);
  });
});
