import type { Vocabulary } from "../encode/vocabulary.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** Most words given as a reason. */
const MOST = 3;
/** How far above the usual a word must stand on both sides, in standard deviations. */
const LEAST = 0.5;
/** Sections from which a word's usual nearness to music is judged, spread evenly over the index. */
const SAMPLE = 1000;
/** Words whose embeddings are closer than this (cosine) say the same thing. */
const SAME = 0.85;

/** Why a section answers one query: at most three vocabulary words, best first. */
export type Reasons = (section: number) => string[];

/** A vocabulary word, and how near it usually is to the other words and to music. */
interface Word {
  readonly text: string;
  readonly vector: Float32Array;
  readonly toTexts: Usual;
  readonly toSections: Usual;
}

interface Usual {
  readonly mean: number;
  readonly deviation: number;
}

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
  const { dimension } = index;
  const section = (s: number): Float32Array =>
    Float32Array.from(
      index.vectors.subarray(s * dimension, (s + 1) * dimension),
      (step) => step * (index.scale[s] ?? 0),
    );
  const sample = evenlySpread(index.scale.length, SAMPLE).map(section);
  const vectors = vocabulary.words.map((_, w) =>
    vocabulary.vectors.subarray(w * dimension, (w + 1) * dimension),
  );
  const words = vectors.map((vector, w): Word => ({
    text: vocabulary.words[w] ?? "",
    vector,
    toTexts: usual(vectors.filter((other) => other !== vector).map((other) => dot(vector, other))),
    toSections: usual(sample.map((music) => dot(vector, music))),
  }));

  return (query) => {
    const nearQuery = words
      .map((word) => ({ word, strength: standing(dot(word.vector, query), word.toTexts) }))
      .filter(({ strength }) => strength > LEAST);
    return (s) => {
      const music = section(s);
      const candidates = nearQuery
        .map(({ word, strength }) => ({
          word,
          strength: Math.min(strength, standing(dot(word.vector, music), word.toSections)),
        }))
        .filter(({ strength }) => strength > LEAST)
        .sort((a, b) => b.strength - a.strength);
      return mostTelling(candidates.map(({ word }) => word));
    };
  };
}

/** The first few words that each say something of their own. */
function mostTelling(words: readonly Word[]): string[] {
  const chosen: Word[] = [];
  for (const word of words) {
    if (chosen.length === MOST) break;
    if (!chosen.some((other) => sayTheSame(word, other))) chosen.push(word);
  }
  return chosen.map(({ text }) => text);
}

function sayTheSame(a: Word, b: Word): boolean {
  const parts = a.text.split(" ");
  return b.text.split(" ").some((part) => parts.includes(part)) || dot(a.vector, b.vector) > SAME;
}

function usual(values: readonly number[]): Usual {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** How many deviations above the usual; 0 where nothing is usual yet (one section, one word). */
function standing(value: number, { mean, deviation }: Usual): number {
  return deviation > 0 ? (value - mean) / deviation : 0;
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
