import { isLocal } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** What a section was embedded from: its sound, or, while that is not here, its facts as text. */
export const AUDIO = 0;
export const FACTS = 1;

/**
 * Deviations by which a track known by its facts alone must be better to go before one that can be
 * heard.
 */
const HANDICAP = 1;
/** Scores (cosines, float32) that differ by less than this do not differ. */
const NOISE = 1e-6;

/** `AUDIO` or `FACTS` for each section, u8 [S]. */
export function evidenceOf({
  tracks,
  firstSection,
}: Pick<SectionIndex, "tracks" | "firstSection">): Uint8Array {
  const evidence = new Uint8Array(firstSection[tracks.length] ?? 0);
  tracks.forEach((track, t) => {
    evidence.fill(isLocal(track) ? AUDIO : FACTS, firstSection[t], firstSection[t + 1]);
  });
  return evidence;
}

/**
 * Makes the scores of one query comparable, in place. A text lies nearer to texts than to sounds,
 * and both spread differently, so each score becomes its distance from the mean of its own kind of
 * evidence, in deviations of that kind (zero mean, unit variance: Montague and Aslam, Relevance
 * score normalization for metasearch, CIKM 2001); 0 where all of a kind score alike. Facts then
 * stand back by `HANDICAP`. Within one kind the order stays as it was.
 *
 * Before the handicap this is fair: over 25 tags and 40 recordings known both ways, a track that
 * bears the tag scored 0.1 deviations less from facts than from sound.
 */
export function standardise(scores: Float32Array, evidence: Uint8Array): void {
  toDeviations(scores, evidence, AUDIO, 0);
  toDeviations(scores, evidence, FACTS, HANDICAP);
}

function toDeviations(
  scores: Float32Array,
  evidence: Uint8Array,
  kind: number,
  handicap: number,
): void {
  let count = 0;
  let sum = 0;
  for (let s = 0; s < scores.length; s += 1) {
    if (evidence[s] !== kind) continue;
    count += 1;
    sum += scores[s] ?? 0;
  }
  const mean = sum / count;
  let squares = 0;
  for (let s = 0; s < scores.length; s += 1) {
    if (evidence[s] === kind) squares += ((scores[s] ?? 0) - mean) ** 2;
  }
  const deviation = Math.sqrt(squares / count);
  const scale = deviation > NOISE ? 1 / deviation : 0;
  for (let s = 0; s < scores.length; s += 1) {
    if (evidence[s] === kind) scores[s] = ((scores[s] ?? 0) - mean) * scale - handicap;
  }
}
