import type { Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Most words given as a reason. */
const MOST = 3;
/** How far above the usual a word must stand on both sides, in standard deviations. */
const LEAST = 0.5;
/** Sections from which a word's usual nearness to music is judged, spread evenly over the index. */
const SAMPLE = 1000;
/** Words whose embeddings are closer than this (cosine) say the same thing. */
const SAME = 0.9;

/** Why a section answers one query: at most three vocabulary words, best first. */
export type Reasons = (section: number) => string[];

/**
 * Prepares to give reasons for results of `index`.
 * Some words are near to everything (hubs), so nearness is judged word by word against what is
 * usual for that word: on the text side over the other words, on the audio side over the index.
 * A word is a reason only if it is clearly nearer than usual on both sides, and it is as strong as
 * the weaker of the two.
 */
export function prepareReasons(
  vocabulary: Vocabulary,
  index: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
): (query: Float32Array) => Reasons {
  const { words, vectors } = vocabulary;
  const { dimension } = index;
  const word = (w: number): Float32Array => vectors.subarray(w * dimension, (w + 1) * dimension);
  const section = (s: number): Float32Array =>
    Float32Array.from(
      index.vectors.subarray(s * dimension, (s + 1) * dimension),
      (step) => step * (index.scale[s] ?? 0),
    );
  const all = [...words.keys()];
  const sampled = evenlySpread(index.scale.length, SAMPLE).map(section);
  const amongTexts = all.map((w) =>
    usual(all.filter((other) => other !== w).map((other) => dot(word(w), word(other)))),
  );
  const amongSections = all.map((w) => usual(sampled.map((vector) => dot(word(w), vector))));

  return (query) => {
    const nearQuery = all.map((w) => standing(dot(word(w), query), amongTexts[w]));
    return (s) => {
      const vector = section(s);
      const strength = all.map((w) =>
        Math.min(nearQuery[w] ?? 0, standing(dot(word(w), vector), amongSections[w])),
      );
      const candidates = all
        .filter((w) => (strength[w] ?? 0) > LEAST)
        .sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0) || a - b);
      const chosen: number[] = [];
      for (const w of candidates) {
        if (chosen.length === MOST) break;
        if (chosen.every((other) => dot(word(w), word(other)) < SAME)) chosen.push(w);
      }
      return chosen.map((w) => words[w] ?? "");
    };
  };
}

interface Usual {
  readonly mean: number;
  readonly deviation: number;
}

function usual(values: readonly number[]): Usual {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** How many deviations above the usual; 0 where nothing is usual yet (one section, one word). */
function standing(value: number, of: Usual | undefined): number {
  return of !== undefined && of.deviation > 0 ? (value - of.mean) / of.deviation : 0;
}

/** At most `most` of the numbers below `count`, evenly spread. */
function evenlySpread(count: number, most: number): number[] {
  const length = Math.min(count, most);
  return Array.from({ length }, (_, i) => Math.floor((i * count) / length));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
