import type { Calibration, Vocabulary } from "../encode/vocabulary.ts";
import { embeddingOf, type JoinedIndex } from "../index/joined-index.ts";
import { AUDIO } from "./scores.ts";

/** Most words given as a reason. */
const MOST = 3;
/** How far above its usual similarity a word must be on both sides, in standard deviations. */
const LEAST = 0.5;
/** How many sections of each kind to sample for a word's usual similarity. */
const SAMPLE = 500;
/** Words with a greater cosine similarity than this count as synonyms. */
const SAME = 0.85;

/** At most three vocabulary words for a section, best first. */
export type Why = (section: number) => string[];

/** What words are compared with: text, whose `evidence` is null, or music. */
export interface Asked {
  /** At unit length, float32 [dimension]. */
  readonly vector: Float32Array;
  readonly evidence: number | null;
}

/** Words that say what a section is like. */
export interface Reasons {
  /**
   * Why a section fits a query, or several as one: words that are near to one of them, and to the
   * section. What is most present in the section, if there is no query.
   * @param unwanted music that no reason may name
   */
  readonly nearBoth: (queries: readonly Asked[], unwanted?: readonly string[]) => Why;
  /** What a section is most like, whatever was asked for. */
  readonly present: Why;
}

/** A vocabulary word, and its usual similarity to other words and to sections. */
interface Word {
  readonly text: string;
  readonly vector: Float32Array;
  readonly toTexts: Usual;
  /** To sections of a kind of evidence. Measured when it is first asked for, as few words are. */
  readonly toSections: (kind: number) => Usual;
  /** Whether it is heard in music at that cosine. */
  readonly isHeard: (cosine: number) => boolean;
}

interface Usual {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * Prepares to give reasons for results of `index`.
 * Some words are near everything (hubs), so the similarity of a word is compared with what is usual
 * for that word: to the query, with its similarity to the other words; to a section, with its
 * similarity to sections of the same kind, since every word is nearer to metadata than to audio.
 * A word is a reason only if it is well above its usual similarity on both sides, and is as strong
 * as the weaker side. If the pack is calibrated, a word is a reason for music only if it can be heard
 * and its presence in the section is above its mean presence in the index.
 * @param evidence what each section was embedded from, as `evidenceOf` gives it
 */
export function prepareReasons(
  vocabulary: Vocabulary,
  index: JoinedIndex,
  evidence: Uint8Array,
): Reasons {
  let ordered: readonly Range[] | null = null;
  const sampleOf = remembered((kind) => {
    ordered ??= byTrackId(index);
    const ofKind = ordered.filter(({ from }) => evidence[from] === kind);
    return evenlySpread(ofKind, SAMPLE).map((s) => embeddingOf(index, s));
  });
  const words = vectorsOf(vocabulary).map(({ vector, toTexts }, w): Word => {
    const cosinesTo = (kind: number): number[] => sampleOf(kind).map((other) => dot(vector, other));
    return {
      text: vocabulary.words[w] ?? "",
      vector,
      toTexts,
      toSections: remembered((kind) => usual(cosinesTo(kind))),
      isHeard: hearing(vocabulary.calibration?.[w], () => cosinesTo(AUDIO)),
    };
  });

  /** The words that stand out in a section, as strong as the weaker side. */
  function telling(s: number, wanted: readonly { word: Word; strength: number }[]): string[] {
    const kind = evidence[s] ?? AUDIO;
    const music = embeddingOf(index, s);
    const candidates = wanted
      .map(({ word, strength }) => ({ word, strength, cosine: dot(word.vector, music) }))
      .filter(({ word, cosine }) => kind !== AUDIO || word.isHeard(cosine))
      .map(({ word, strength, cosine }) => ({
        word,
        strength: Math.min(strength, standing(cosine, word.toSections(kind))),
      }))
      .filter(({ strength }) => strength > LEAST)
      .sort((a, b) => b.strength - a.strength);
    return mostTelling(candidates.map(({ word }) => word));
  }
  const strengthOf = (word: Word, queries: readonly Asked[]): number =>
    queries.reduce(
      (most, { vector, evidence: kind }) => {
        const usually = kind === null ? word.toTexts : word.toSections(kind);
        return Math.max(most, standing(dot(word.vector, vector), usually));
      },
      queries.length === 0 ? Infinity : -Infinity,
    );
  const all = words.map((word) => ({ word, strength: Infinity }));
  return {
    nearBoth: (queries, unwanted = []) => {
      const near = all
        .filter(({ word }) => !unwanted.some((concept) => shareAPart(word.text, concept)))
        .map(({ word }) => ({ word, strength: strengthOf(word, queries) }))
        .filter(({ strength }) => strength > LEAST);
      return (s) => telling(s, near);
    },
    present: (s) => telling(s, all),
  };
}

type WordVector = Pick<Word, "vector" | "toTexts">;
const measured = new WeakMap<Vocabulary, readonly WordVector[]>();

/** The words' vectors, and their usual similarity to the other words; measured once. */
function vectorsOf(vocabulary: Vocabulary): readonly WordVector[] {
  const known = measured.get(vocabulary);
  if (known !== undefined) return known;
  const { words, vectors } = vocabulary;
  const dimension = vectors.length / words.length;
  const rows = words.map((_, w) => vectors.subarray(w * dimension, (w + 1) * dimension));
  const cosines = rows.map(() => new Float64Array(rows.length));
  cosines.forEach((own, a) => {
    cosines.slice(0, a).forEach((other, b) => {
      own[b] = other[a] = dot(rows[a] ?? vectors, rows[b] ?? vectors);
    });
  });
  const made = rows.map((vector, w) => {
    const others = [...(cosines[w] ?? [])].filter((_, other) => other !== w);
    return { vector, toTexts: usual(others) };
  });
  measured.set(vocabulary, made);
  return made;
}

/**
 * Whether a word is heard in a section at a cosine: where its presence is above its base rate, which
 * is its mean presence in the music of the index.
 * @param calibration null for a word that cannot be heard, undefined if the pack is not calibrated
 * @param cosines of the word with a sample of the music
 */
function hearing(
  calibration: Calibration | null | undefined,
  cosines: () => readonly number[],
): (cosine: number) => boolean {
  if (calibration === undefined) return () => true;
  if (calibration === null) return () => false;
  let baseRate: number | null = null;
  return (cosine) => {
    baseRate ??= usual(cosines().map((other) => presence(other, calibration))).mean;
    return presence(cosine, calibration) > baseRate;
  };
}

/** Computes the value of a number once. */
function remembered<T>(compute: (key: number) => T): (key: number) => T {
  const values = new Map<number, T>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = compute(key);
    values.set(key, value);
    return value;
  };
}

/** The first few words that are no synonyms of each other. */
function mostTelling(words: readonly Word[]): string[] {
  const chosen: Word[] = [];
  for (const word of words) {
    if (chosen.length === MOST) break;
    if (!chosen.some((other) => sayTheSame(word, other))) chosen.push(word);
  }
  return chosen.map(({ text }) => text);
}

function sayTheSame(a: Word, b: Word): boolean {
  return shareAPart(a.text, b.text) || dot(a.vector, b.vector) > SAME;
}

/** Whether two words have a part in common, as "rock" and "hard rock" do. */
function shareAPart(a: string, b: string): boolean {
  const parts = a.split(" ");
  return b.split(" ").some((part) => parts.includes(part));
}

function usual(values: readonly number[]): Usual {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

/** Standard deviations above the usual; 0 if there is too little to compare with. */
function standing(value: number, among: Usual | undefined): number {
  return among !== undefined && among.deviation > 0 ? (value - among.mean) / among.deviation : 0;
}

/** Numbers from `from` on, `count` of them. */
interface Range {
  readonly from: number;
  readonly count: number;
}

/**
 * The sections of each track that has some, in the order of the tracks' ids: so the same tracks give
 * the same sample, however they are spread over the parts of an index.
 */
function byTrackId({ tracks, firstSection }: JoinedIndex): Range[] {
  const id = (t: number): string => tracks[t]?.id ?? "";
  return [...tracks.keys()]
    .sort((a, b) => (id(a) < id(b) ? -1 : 1))
    .map((t) => {
      const from = firstSection[t] ?? 0;
      return { from, count: (firstSection[t + 1] ?? 0) - from };
    })
    .filter(({ count }) => count > 0);
}

/** At most `most` of the numbers in these ranges, evenly spread over them. */
function evenlySpread(ranges: readonly Range[], most: number): number[] {
  const total = ranges.reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.min(total, most);
  const numbers: number[] = [];
  let passed = 0;
  for (const { from, count } of ranges) {
    const nextOf = (): number => Math.floor((numbers.length * total) / wanted);
    while (numbers.length < wanted && nextOf() < passed + count) {
      numbers.push(from + nextOf() - passed);
    }
    passed += count;
  }
  return numbers;
}

/**
 * The probability that a section embedded from audio has a tag, as the pack calibrated it: logistic
 * regression on one number (Platt, Probabilistic outputs for support vector machines, 1999).
 * @param cosine of the section and the word
 */
export function presence(cosine: number, { scale, bias }: Calibration): number {
  return 1 / (1 + Math.exp(-(scale * cosine + bias)));
}

/** The dot product; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
