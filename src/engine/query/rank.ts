import { isLocal, isOffered, type Track } from "../../contract/track.ts";
import type { UnderstoodItem } from "../../contract/understanding.ts";
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
 * Numbers of the tracks, best first, as far as they are asked for. Ties are ordered by track id, so
 * that the same input always gives the same list, and no artist fills the first ten places. Tracks
 * without sections are left out. Only as many tracks are sorted as it takes to find these.
 * @param tierOf whole tiers come one after the other, the lowest first, whatever the scores; null
 *   leaves a track out
 */
export function* rankTracks(
  tracks: readonly Track[],
  trackScores: Float64Array,
  tierOf: (track: number) => number | null = () => 0,
): Generator<number, void> {
  const id = (t: number): string => tracks[t]?.id ?? "";
  const score = (t: number): number => trackScores[t] ?? -Infinity;
  const isBetter = (a: number, b: number): boolean => {
    const [one, other] = [score(a), score(b)];
    return one > other || (one === other && id(a) < id(b));
  };
  for (const tier of inTiers(trackScores, tierOf)) {
    const artists = createArtists(tier, tracks);
    yield* spreadArtists(bestFirst(tier, isBetter), artists);
  }
}

/** The tracks of each tier, the lowest tier first. */
function inTiers(
  trackScores: Float64Array,
  tierOf: (track: number) => number | null,
): readonly Int32Array[] {
  const tiers = new Uint8Array(trackScores.length); // From 1; 0 for a track that is left out.
  const sizes = new Uint32Array(MOST_TIERS + 1);
  for (let t = 0; t < tiers.length; t += 1) {
    const tier = (trackScores[t] ?? -Infinity) > -Infinity ? tierOf(t) : null;
    if (tier === null) continue;
    tiers[t] = tier + 1;
    sizes[tier + 1] = (sizes[tier + 1] ?? 0) + 1;
  }
  const tracks = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (let t = 0; t < tiers.length; t += 1) {
    const tier = tiers[t] ?? 0;
    const own = tracks[tier];
    const at = sizes[tier] ?? 0;
    if (tier === 0 || own === undefined) continue;
    own[at] = t;
    sizes[tier] = at + 1;
  }
  return tracks.filter(({ length }) => length > 0);
}

/** Tiers are numbered from 0 up to this. */
const MOST_TIERS = 8;

/** By whom the tracks of a tier are. */
interface Artists {
  /** How many of the first places can be filled with at most three tracks by one artist. */
  readonly places: number;
  /** How many of the tracks are on this machine, as far as they can be put in places that are left. */
  readonly local: number;
  /** In lower case; empty for tracks whose artist is unknown, who are not one artist. */
  of(track: number): string;
  isLocal(track: number): boolean;
}

function createArtists(tier: Int32Array, tracks: readonly Track[]): Artists {
  const of = (t: number): string => tracks[t]?.artist.trim().toLowerCase() ?? "";
  const isHere = (t: number): boolean => {
    const track = tracks[t];
    return track !== undefined && isLocal(track);
  };
  const counts = new Map<string, number>();
  let places = 0;
  for (const t of tier) {
    if (places === HEAD) break;
    const count = (counts.get(of(t)) ?? 0) + 1;
    counts.set(of(t), count);
    if (of(t) === "" || count <= PER_ARTIST) places += 1;
  }
  const local = places === HEAD ? 0 : tier.reduce((sum, t) => sum + Number(isHere(t)), 0);
  return { places, local, of, isLocal: isHere };
}

/**
 * The tracks after those of artists with enough places have been moved out of the first ten; otherwise
 * the order stays. Places that no other artist can fill go to local tracks first.
 * @param ranked as many of them are read as it takes to fill the first ten, and then one by one
 */
function* spreadArtists(ranked: Iterator<number, void>, artists: Artists): Generator<number, void> {
  const had = new Map<string, number>();
  const rest: number[] = [];
  const read = (): number | null => {
    const next = ranked.next();
    return next.done === true ? null : next.value;
  };
  let heads = 0;
  let localHeads = 0;
  while (heads < artists.places) {
    const track = read();
    if (track === null) break;
    const artist = artists.of(track);
    const count = had.get(artist) ?? 0;
    if (count < PER_ARTIST || artist === "") {
      heads += 1;
      localHeads += Number(artists.isLocal(track));
      had.set(artist, count + 1);
      yield track;
    } else {
      rest.push(track);
    }
  }
  const filling = new Set<number>();
  const wanted = Math.min(HEAD - heads, artists.local - localHeads);
  for (const track of rest) {
    if (filling.size < wanted && artists.isLocal(track)) filling.add(track);
  }
  while (filling.size < wanted) {
    const track = read();
    if (track === null) break;
    rest.push(track);
    if (artists.isLocal(track)) filling.add(track);
  }
  yield* filling;
  for (const track of rest) if (!filling.has(track)) yield track;
  for (let track = read(); track !== null; track = read()) yield track;
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
): (items: readonly UnderstoodItem[]) => Tiers {
  const titled = createTitleSearch(tracks);
  const offered = Uint8Array.from(tracks, (track) => Number(isOffered(track)));
  const isSung = (t: number, { heard }: Track): boolean | null =>
    heard?.vocals === undefined ? hearsVoice(t) : heard.vocals > 0.5;
  return (asked) => {
    const filters = filtersOf(asked);
    const voice = wantsVoice(asked);
    const isOpen = filters.length === 0 && voice === null;
    const withTitle = new Set<number>();
    const items = asked.map((item): UnderstoodItem => {
      if (item.kind !== "title") return item;
      const those = titled(item.label.words);
      for (const track of those) withTitle.add(track);
      return { ...item, label: { ...item.label, tracks: those.size } };
    });

    function tierOf(t: number): number | null {
      if (offered[t] !== 1) return null;
      const untitled = withTitle.has(t) ? 0 : UNTITLED;
      const track = isOpen ? undefined : tracks[t];
      if (track === undefined) return untitled;
      if (voice !== null && track.vocals === !voice) return null;
      // By ear is not for certain: such tracks come last, and are not left out.
      const seemsUnfit = voice !== null && track.vocals === null && isSung(t, track) === !voice;
      let tier = seemsUnfit ? TIERS.unlikely : TIERS.yes;
      for (const filter of filters) {
        const fit = filter(track);
        if (fit === "no") return null;
        tier = Math.max(tier, TIERS[fit]);
      }
      return tier + untitled;
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
