import { isLocal, trackEvidence, type Section } from "../../contract/track.ts";
import type { Understood } from "../../contract/understanding.ts";
import type { JoinedIndex } from "../index/joined-index.ts";
import type { SectionIndex } from "../index/section-index.ts";

/** A section that was embedded from its audio. */
export const AUDIO = 0;
/** A section that was embedded from the metadata of its track, as text. */
export const METADATA = 1;
/** A section that was embedded from its audio and the metadata of its track. */
export const BOTH = 2;
/** The kinds of evidence by name. */
export const KINDS = { audio: AUDIO, metadata: METADATA, both: BOTH } as const;

/**
 * Handicaps in standard deviations, chosen with scenes of kinds that the measurements leave out: a
 * track that must be fetched costs an editor more than one that plays, and metadata does not say
 * where in a track a scene fits.
 */
const REMOTE = 0.75;
const METADATA_ALONE = 0.25;
/** Standard deviations of scores (cosines, float32) below this are rounding noise. */
const NOISE = 1e-6;
/**
 * Cosines, and squares of their distances, are summed as multiples of 1 / WHOLE. Sums of whole numbers
 * are exact, so they do not depend on the order of the sections: up to four million fit.
 */
const WHOLE = 2 ** 30;

/** `AUDIO`, `METADATA` or `BOTH` for each section, u8 [S]. */
export function evidenceOf({
  tracks,
  firstSection,
}: Pick<JoinedIndex, "tracks" | "firstSection">): Uint8Array {
  const evidence = new Uint8Array(firstSection[tracks.length] ?? 0);
  tracks.forEach((track, t) => {
    evidence.fill(KINDS[trackEvidence(track)], firstSection[t], firstSection[t + 1]);
  });
  return evidence;
}

/** By how much the scores of each section are lowered for what its track lacks, float32 [S]. */
export function handicapsOf({
  tracks,
  firstSection,
}: Pick<JoinedIndex, "tracks" | "firstSection">): Float32Array {
  const handicaps = new Float32Array(firstSection[tracks.length] ?? 0);
  tracks.forEach((track, t) => {
    const handicap =
      (isLocal(track) ? 0 : REMOTE) + (trackEvidence(track) === "metadata" ? METADATA_ALONE : 0);
    handicaps.fill(handicap, firstSection[t], firstSection[t + 1]);
  });
  return handicaps;
}

/** Lowers standardised scores by the handicaps of their sections, in place. */
export function handicap(scores: Float32Array, handicaps: Float32Array): void {
  for (let s = 0; s < scores.length; s += 1) scores[s] = (scores[s] ?? 0) - (handicaps[s] ?? 0);
}

/**
 * Makes the scores of one query comparable across kinds of evidence, in place. A query is nearer to
 * metadata, which is text too, than to audio, and the two spread differently. So the scores of each
 * kind are standardised to zero mean and unit variance (Montague and Aslam, Relevance score
 * normalization for metasearch, CIKM 2001), or set to 0 if they are all alike. The order within one
 * kind does not change.
 *
 * Neither kind has an advantage: over 25 tags and 40 recordings with both kinds
 * of evidence, a track with the tag scored 0.1 standard deviations less by its metadata.
 */
export function standardise(scores: Float32Array, evidence: Uint8Array): void {
  const runs = runsOf(evidence);
  for (const kind of Object.values(KINDS)) {
    const own = runs.filter((run) => run.kind === kind);
    const count = own.reduce((sum, { from, to }) => sum + (to - from), 0);
    const mean = sumOver(own, scores, (score) => score) / count;
    const squares = sumOver(own, scores, (score) => (score - mean) * (score - mean));
    const deviation = Math.sqrt(squares / count);
    const scale = deviation > NOISE ? 1 / deviation : 0;
    for (const { from, to } of own) {
      for (let s = from; s < to; s += 1) scores[s] = ((scores[s] ?? 0) - mean) * scale;
    }
  }
}

/** Sections in a row with the same kind of evidence. */
interface Run {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

function runsOf(evidence: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < evidence.length; from = to) {
    const kind = evidence[from] ?? AUDIO;
    while (to < evidence.length && evidence[to] === kind) to += 1;
    runs.push({ kind, from, to });
  }
  return runs;
}

/** The sum of what each score gives. */
function sumOver(
  runs: readonly Run[],
  scores: Float32Array,
  termOf: (score: number) => number,
): number {
  let sum = 0;
  for (const { from, to } of runs) {
    for (let s = from; s < to; s += 1) sum += Math.floor(termOf(scores[s] ?? 0) * WHOLE);
  }
  return sum / WHOLE;
}

/**
 * By how much a section is lowered for each standard deviation that it is nearer than usual to music
 * that is not wanted. Chosen with `tools/evaluate/negations.ts`.
 */
const STRENGTH = 1;

/** A tag is a fact: a section of a tagged track counts as this many standard deviations near. */
const TAGGED = 2.5;

/** The concept of music that is sung. */
export const VOCALS = "vocals";

/** Music that is not wanted. */
export interface Unwanted {
  readonly concept: string;
  /** Standard deviations of penalty for each of nearness. */
  readonly strength: number;
}

/** What a query does not want; "instrumental" says it of vocals. */
export function unwantedIn({ items }: Pick<Understood, "items">): Unwanted[] {
  const unwanted = new Map<string, number>();
  for (const item of items) {
    if (item.kind === "without") unwanted.set(item.label.concept, STRENGTH * item.label.strength);
    if (item.kind === "vocals" && !item.label.sung) unwanted.set(VOCALS, STRENGTH);
  }
  return [...unwanted].map(([concept, strength]) => ({ concept, strength }));
}

/** Raises the nearness of all sections of these tracks to that of tagged ones, in place. */
export function raiseTagged(
  nearness: Float32Array,
  { firstSection }: Pick<JoinedIndex, "firstSection">,
  tracks: readonly number[],
): void {
  for (const t of tracks) {
    for (let s = firstSection[t] ?? 0; s < (firstSection[t + 1] ?? 0); s += 1) {
      nearness[s] = Math.max(nearness[s] ?? 0, TAGGED);
    }
  }
}

/**
 * Lowers scores in place by how near each section is to something unwanted. A section that is no
 * nearer than usual is not raised, since being far from drums does not make music fit.
 * @param scores standardised, of the query, float32 [S]
 * @param nearness standardised in the same way, of the unwanted concept, float32 [S]
 */
export function penalise(scores: Float32Array, nearness: Float32Array, strength: number): void {
  for (let s = 0; s < scores.length; s += 1) {
    scores[s] = (scores[s] ?? 0) - strength * Math.max(0, nearness[s] ?? 0);
  }
}

/**
 * A track's score is half that of its best section and half the mean of its best three. With the
 * best section alone, one lucky section among many would rank long tracks above short ones that fit
 * throughout.
 */
const BEST_WEIGHT = 0.5;
const BEST_OF = 3;

/** The score of each track, [tracks], from those of its sections; -Infinity if it has none. */
export function scoreTracks(
  { firstSection }: Pick<JoinedIndex, "firstSection">,
  scores: Float32Array,
): Float64Array {
  const trackScores = new Float64Array(firstSection.length - 1);
  for (let t = 0; t < trackScores.length; t += 1) {
    trackScores[t] = scoreTrack(scores, firstSection[t] ?? 0, firstSection[t + 1] ?? 0);
  }
  return trackScores;
}

function scoreTrack(scores: Float32Array, from: number, to: number): number {
  let first = -Infinity;
  let second = -Infinity;
  let third = -Infinity;
  for (let s = from; s < to; s += 1) {
    const score = scores[s] ?? 0;
    if (score > first) {
      third = second;
      second = first;
      first = score;
    } else if (score > second) {
      third = second;
      second = score;
    } else if (score > third) {
      third = score;
    }
  }
  const count = Math.min(BEST_OF, to - from);
  if (count === 0) return -Infinity;
  const sum = first + (count > 1 ? second : 0) + (count > 2 ? third : 0);
  return BEST_WEIGHT * first + ((1 - BEST_WEIGHT) * sum) / count;
}

/** Longest stretch returned, seconds; a single section may be longer. */
const LONGEST = 30;
/** How far below the best section a neighbour may score, in standard deviations. */
const NEARLY = 0.5;

/** The section of a track that fits best, and the stretch of similar music around it. */
export interface BestSection {
  /** Number of the section in the index. */
  readonly section: number;
  readonly stretch: Section;
}

/**
 * Finds the best section of `track` and extends it over neighbours that score nearly as well, the
 * better neighbour first, up to half a minute.
 * @param scores of all sections for one query, as `standardise` leaves them
 * @throws RangeError the track has no sections.
 */
export function bestSection(
  { firstSection, start, end }: Pick<SectionIndex, "firstSection" | "start" | "end">,
  scores: Float32Array,
  track: number,
): BestSection {
  const from = firstSection[track] ?? 0;
  const to = firstSection[track + 1] ?? 0;
  if (from >= to) throw new RangeError(`track ${track} has no sections`);
  const score = (s: number): number => (s < from || s >= to ? -Infinity : (scores[s] ?? -Infinity));
  const seconds = (first: number, last: number): number => (end[last] ?? 0) - (start[first] ?? 0);

  let best = from;
  for (let s = from + 1; s < to; s += 1) if (score(s) > score(best)) best = s;
  const enough = score(best) - NEARLY;

  let first = best;
  let last = best;
  for (;;) {
    const forward = score(last + 1) >= score(first - 1);
    const next = forward ? last + 1 : first - 1;
    if (score(next) < enough) break;
    if (seconds(Math.min(first, next), Math.max(last, next)) > LONGEST) break;
    if (forward) last = next;
    else first = next;
  }
  return { section: best, stretch: { start: toSeconds(start[first]), end: toSeconds(end[last]) } };
}

/** Rounds to the millisecond; further digits of a float32 are noise. */
export function toSeconds(stored = 0): number {
  return Math.round(stored * 1000) / 1000;
}
