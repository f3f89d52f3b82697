import { isLocal, isOffered, type Track } from "../../contract/track.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
import type { SearchFilters } from "../../contract/filters.ts";
import { bestFirst } from "./best-first.ts";
import { filtersOf, type Fit } from "./filters.ts";
import { VOCALS } from "./scores.ts";
import type { Hearing } from "./tags.ts";
import { foldWords } from "./understand/tokens.ts";

/**
 * Among the first ten, no artist has more than three tracks while others are left. If places stay
 * free, local tracks fill them first.
 */
const HEAD = 10;
const PER_ARTIST = 3;

/**
 * Numbers of the best `limit` tracks, best first. Ties are ordered by track id, so that the same
 * input always gives the same list, and no artist fills the first ten places. Tracks without
 * sections are left out. Only as many tracks are sorted as it takes to find these.
 * @param tierOf whole tiers come one after the other, the lowest first, whatever the scores; null
 *   leaves a track out
 */
export function rankTracks(
  { tracks }: { readonly tracks: readonly Track[] },
  trackScores: Float64Array,
  limit: number,
  tierOf: (track: number) => number | null = () => 0,
): number[] {
  const id = (t: number): string => tracks[t]?.id ?? "";
  const score = (t: number): number => trackScores[t] ?? -Infinity;
  const isBetter = (a: number, b: number): boolean => {
    const [one, other] = [score(a), score(b)];
    return one > other || (one === other && id(a) < id(b));
  };
  const ranked: number[] = [];
  for (const tier of inTiers(trackScores, tierOf)) {
    if (ranked.length >= limit) break;
    const best = bestFirst(tier, isBetter);
    ranked.push(...spreadArtists(best, limit - ranked.length, (t) => tracks[t]));
  }
  return ranked;
}

/** The tracks of each tier, the lowest tier first. */
function inTiers(
  trackScores: Float64Array,
  tierOf: (track: number) => number | null,
): readonly number[][] {
  const tiers: number[][] = []; // With holes where a tier has no track.
  trackScores.forEach((score, track) => {
    const tier = score > -Infinity ? tierOf(track) : null;
    if (tier !== null) (tiers[tier] ??= []).push(track);
  });
  return tiers.flatMap((tier) => [tier]);
}

/**
 * The first `limit` tracks after tracks of artists with enough places have been moved out of the first
 * ten; otherwise the order stays.
 * @param ranked as many of them are read as it takes to fill the first ten
 */
function spreadArtists(
  ranked: Iterable<number>,
  limit: number,
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
    if (head.length === HEAD && head.length + rest.length >= limit) break;
  }
  const local = rest.filter((t) => {
    const track = trackOf(t);
    return track !== undefined && isLocal(track);
  });
  const filling = new Set(local.slice(0, HEAD - head.length));
  return [...head, ...filling, ...rest.filter((track) => !filling.has(track))].slice(0, limit);
}

/** Which tracks a query admits, and which of them come before the others whatever their scores. */
export interface Tiers {
  /** The tier of a track, the lowest first; null leaves it out. */
  readonly tierOf: (track: number) => number | null;
  /** The query's items, with the number of tracks that have each title. */
  readonly items: readonly UnderstoodItem[];
}

/** By what fits least. */
const TIERS: Record<Exclude<Fit, "no">, number> = { yes: 0, likely: 1, unknown: 2, unlikely: 3 };
/** Tracks with a quoted title come first, and then the same tiers again. */
const UNTITLED = 4;

/**
 * Prepares to put the tracks of an index into tiers.
 * @param hearsVoice whether a track is heard to be sung, for tracks of which that was not heard when
 *   they were embedded
 */
export function createTiers(
  tracks: readonly Track[],
  hearsVoice: Hearing = () => null,
): (items: readonly UnderstoodItem[], filters?: SearchFilters) => Tiers {
  const titled = createTitleSearch(tracks);
  const isSung = (t: number, { heard }: Track): boolean | null =>
    heard?.vocals === undefined ? hearsVoice(t) : heard.vocals > 0.5;
  return (asked, only = {}) => {
    const filters = filtersOf(asked);
    const voice = wantsVoice(asked);
    const withTitle = new Set<number>();
    const items = asked.map((item): UnderstoodItem => {
      if (item.kind !== "title") return item;
      const those = titled(item.label.words);
      for (const track of those) withTitle.add(track);
      return { ...item, label: { ...item.label, tracks: those.size } };
    });

    function tierOf(t: number): number | null {
      const track = tracks[t];
      if (track === undefined || !isOffered(track)) return null;
      if (only.playable === true && !isLocal(track)) return null;
      if (voice !== null && track.vocals === !voice) return null;
      // By ear is not for certain: such tracks come last, and are not left out.
      const seemsUnfit = voice !== null && track.vocals === null && isSung(t, track) === !voice;
      let tier = seemsUnfit ? TIERS.unlikely : TIERS.yes;
      for (const filter of filters) {
        const fit = filter(track);
        if (fit === "no") return null;
        tier = Math.max(tier, TIERS[fit]);
      }
      return tier + (withTitle.has(t) ? 0 : UNTITLED);
    }
    return { tierOf, items };
  };
}

/**
 * Whether tracks must have a voice (true), must have none (false), or may (null). Most catalogues do
 * not say which of their tracks are sung, so those that are not known are left to the ranking.
 */
export function wantsVoice(items: readonly UnderstoodItem[]): boolean | null {
  let wanted: boolean | null = null;
  for (const item of items) {
    if (item.kind === "vocals") wanted = item.label.sung;
    else if (item.kind === "without" && item.label.concept === VOCALS) {
      if (item.label.strength === 1) wanted = false;
    }
  }
  return wanted;
}

/** Numbers of the tracks whose title, or whose artist, has these words in a row. */
export type TitleSearch = (words: string) => ReadonlySet<number>;

/** Prepares to look for titles; they are folded when the first one is asked for. */
export function createTitleSearch(tracks: readonly Pick<Track, "title" | "artist">[]): TitleSearch {
  let names: readonly string[] | undefined;
  return (words) => {
    names ??= tracks.map(({ title, artist }) => ` ${foldWords(title)} \n ${foldWords(artist)} `);
    const wanted = foldWords(words);
    if (wanted === "") return new Set();
    return new Set([...names.keys()].filter((t) => names?.[t]?.includes(` ${wanted} `) === true));
  };
}
