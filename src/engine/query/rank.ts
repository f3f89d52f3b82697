import { isLocal, type Track } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";

/**
 * A track's score is half that of its best section and half the mean of its best three. With the
 * best section alone, one lucky section among many would rank long tracks above short ones that fit
 * throughout.
 */
const BEST_WEIGHT = 0.5;
const BEST_OF = 3;

/**
 * Among the first ten, no artist has more than three tracks while others are left. If places stay
 * free, local tracks fill them first.
 */
const HEAD = 10;
const PER_ARTIST = 3;

/** The score of each track, [tracks], from those of its sections; -Infinity if it has none. */
export function scoreTracks(
  { firstSection }: Pick<SectionIndex, "firstSection">,
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
  const best = [first, second, third].slice(0, Math.min(BEST_OF, to - from));
  const mean = best.reduce((sum, score) => sum + score, 0) / best.length;
  return best.length === 0 ? -Infinity : BEST_WEIGHT * first + (1 - BEST_WEIGHT) * mean;
}

/**
 * Numbers of the best `limit` tracks, best first. Ties are ordered by track id, so that the same
 * input always gives the same list, and no artist fills the first ten places. Tracks without
 * sections are left out.
 * @param tierOf whole tiers come one after the other, the lowest first, whatever the scores; null
 *   leaves a track out
 */
export function rankTracks(
  { tracks }: Pick<SectionIndex, "tracks">,
  trackScores: Float64Array,
  limit: number,
  tierOf: (track: number) => number | null = () => 0,
): number[] {
  const id = (t: number): string => tracks[t]?.id ?? "";
  const score = (t: number): number => trackScores[t] ?? -Infinity;
  const ranked = [...trackScores.keys()]
    .filter((t) => score(t) > -Infinity)
    .sort((a, b) => score(b) - score(a) || (id(a) < id(b) ? -1 : 1));
  return inTiers(ranked, tierOf)
    .flatMap((tier) => spreadArtists(tier, (t) => tracks[t]))
    .slice(0, limit);
}

/** The tracks of each tier, in the order that they had; the lowest tier first. */
function inTiers(
  ranked: readonly number[],
  tierOf: (track: number) => number | null,
): readonly number[][] {
  const tiers: number[][] = []; // With holes where a tier has no track.
  for (const track of ranked) {
    const tier = tierOf(track);
    if (tier !== null) (tiers[tier] ??= []).push(track);
  }
  return tiers.flatMap((tier) => [tier]);
}

/** Moves tracks of artists with enough places out of the first ten; otherwise keeps the order. */
function spreadArtists(
  ranked: readonly number[],
  trackOf: (track: number) => Track | undefined,
): number[] {
  const had = new Map<string, number>();
  const head: number[] = [];
  const rest: number[] = [];
  for (const track of ranked) {
    const artist = trackOf(track)?.artist.trim().toLowerCase() ?? "";
    const count = had.get(artist) ?? 0;
    // Tracks whose artist is unknown are not by one artist.
    if (head.length < HEAD && (count < PER_ARTIST || artist === "")) {
      head.push(track);
      had.set(artist, count + 1);
    } else {
      rest.push(track);
    }
  }
  const local = rest.filter((t) => {
    const track = trackOf(t);
    return track !== undefined && isLocal(track);
  });
  const filling = new Set(local.slice(0, HEAD - head.length));
  return [...head, ...filling, ...rest.filter((track) => !filling.has(track))];
}
