import type { Track } from "../../contract/track.ts";
import { joinedId, trackKey } from "../index/join.ts";
import { peaksOf } from "../index/joined-index.ts";
import { createAnswering, type Answering, type Ranker, type ScoredTracks } from "./answer.ts";
import { firstEarOf, type TrackEar } from "./ear.ts";
import { hasAims, type EmbeddedQuery } from "./aims.ts";
import { NO_REFERENCES, type References } from "./liked.ts";
import type { SearcherInParts } from "./search.ts";

/**
 * How much less a place counts the further down it is: place r counts 1 / (K + r). With 60 (Cormack,
 * Clarke and Büttcher, Reciprocal rank fusion outperforms Condorcet and individual rank learning
 * methods, SIGIR 2009) the first place of one pack does not outweigh a good place in both.
 */
export const K = 60;

/** Answers requests over the indexes of one pack or several. */
export interface FusedSearcher extends Answering {
  /** All tracks, each once, whichever packs know it. */
  readonly tracks: readonly Track[];
  /** The waveform of a track, u8 [peaks]; undefined if there is no such track. */
  peaks(trackId: string): Uint8Array | undefined;
}

/** A pack's searcher, and where its tracks are among all tracks. */
interface Member {
  readonly searcher: SearcherInParts;
  /** [tracks of the index]: the number of each among all. */
  readonly among: Int32Array;
  /** [all tracks]: the number of each in the index, -1 if the pack does not know it. */
  readonly own: Int32Array;
}

/** All tracks of several indexes, and the members that know them. */
interface Union {
  readonly tracks: readonly Track[];
  readonly members: readonly Member[];
}

/**
 * One search over several packs, by reciprocal rank fusion: a track's score is the sum over the packs
 * of 1 / (K + its place there), so scores that cannot be compared need not be. A pack that knows few
 * of the tracks says little by a first place, so places count as what they would be among all tracks:
 * the r-th of n known ones is expected at r (N + 1) / (n + 1) among N. What the query says beyond its mood is read once, by the
 * first pack; filters and tiers hold for all. Section and reasons come from the pack in which the
 * track has the better place, and the first of equals.
 * @param searchers at least one, in order of preference
 */
export function createFusedSearcher(
  searchers: readonly SearcherInParts[],
  references: References = NO_REFERENCES,
): FusedSearcher {
  const first = at(searchers, 0);
  if (searchers.length === 1) {
    const { tracks, index } = first;
    const answering = createAnswering(first, references);
    return { tracks, ...answering, peaks: (id) => peaksOf(index, id) };
  }
  const union = unite(searchers);
  const { tracks, members } = union;
  const answering = createAnswering(rankerOf(union), references);

  function peaks(id: string): Uint8Array | undefined {
    const track = tracks.findIndex((each) => each.id === id);
    const member = members.find(({ own }) => (own[track] ?? -1) >= 0);
    if (member === undefined) return undefined;
    const { index } = member.searcher;
    return peaksOf(index, at(index.tracks, at(member.own, track)).id);
  }
  return { tracks, ...answering, peaks };
}

/** One ranker over all members. */
function rankerOf({ tracks, members }: Union): Ranker<readonly EmbeddedQuery[]> {
  const searchers = members.map(({ searcher }) => searcher);
  const first = at(searchers, 0);
  return {
    tracks,
    ear: firstEarOf(members.map(earAmongAll)),
    packId: searchers.map(({ packId }) => packId).join(" + "),
    device: first.device,
    understand: (request) => first.understand(request),
    embed: (understanding, request, { numberOf, references }) =>
      Promise.all(
        members.map(({ searcher, own }) => {
          const ownNumber = (id: string): number | undefined => {
            const t = own[numberOf(id) ?? -1] ?? -1;
            return t < 0 ? undefined : t;
          };
          return searcher.embed(understanding, request, { numberOf: ownNumber, references });
        }),
      ),
    isScored: (queries, track) =>
      members.some(({ searcher, own }, p) => {
        const t = at(own, track);
        return t >= 0 && searcher.isScored(at(queries, p), t);
      }),
    score: (queries, tierOf) => {
      const rankings = members.map((member, p) => rankingOf(member, at(queries, p), tierOf));
      const isOrdered = queries.some(hasAims);
      const scores = isOrdered
        ? fuse(rankings, tracks.length)
        : bestScores(rankings, tracks.length);
      return {
        scores,
        resultOf: (track, rank) => {
          const best = bestOf(rankings, track);
          const found = best.scored.resultOf(at(best.own, track), rank);
          const score = isOrdered ? shown(scores, track, rankings.length) : at(scores, track);
          return { ...found, track: at(tracks, track), score };
        },
      };
    },
    suggest: first.suggest,
    typical: (track) => {
      for (const { searcher, own } of members) {
        const t = at(own, track);
        if (t >= 0) return searcher.typical(t);
      }
      return null;
    },
  };
}

/** A member's ear, asked by the numbers of all tracks. */
function earAmongAll({ searcher: { ear }, own }: Member): TrackEar {
  const ask =
    <T>(question: (t: number) => T | null) =>
    (track: number): T | null => {
      const t = own[track] ?? -1;
      return t < 0 ? null : question(t);
    };
  return {
    hearsVoice: ask((t) => ear.hearsVoice(t)),
    vocals: ask((t) => ear.vocals(t)),
    energy: ask((t) => ear.energy(t)),
  };
}

/** Tracks are the same if joining would take them for the same; the first pack's facts hold. */
function unite(searchers: readonly SearcherInParts[]): Union {
  const tracks: Track[] = [];
  const numberOf = new Map<string, number>();
  const taken = new Set<string>();
  const numbers = searchers.map(({ index }) =>
    Int32Array.from(index.tracks, (track) => {
      const key = trackKey(track);
      const known = numberOf.get(key);
      if (known !== undefined) return known;
      const id = joinedId(track, taken);
      numberOf.set(key, tracks.length);
      return tracks.push(id === track.id ? track : { ...track, id }) - 1;
    }),
  );
  const members = searchers.map((searcher, p): Member => {
    const among = at(numbers, p);
    const own = new Int32Array(tracks.length).fill(-1);
    among.forEach((track, t) => (own[track] = t));
    return { searcher, among, own };
  });
  return { tracks, members };
}

/** The places that tracks have in one pack. */
interface Ranking extends Pick<Member, "own"> {
  readonly scored: ScoredTracks;
  /** [all tracks]: from 1; 0 for a track that has none. */
  readonly place: Int32Array;
  /** How many have one. */
  readonly places: number;
}

/** The places of the tracks that a query admits: by score, and by id where scores are equal. */
function rankingOf(
  { searcher, among, own }: Member,
  query: EmbeddedQuery,
  tierOf: (track: number) => number | null,
): Ranking {
  const scored = searcher.score(query, (t) => tierOf(at(among, t)));
  const { scores } = scored;
  const { tracks } = searcher.index;
  const score = (t: number): number => scores[t] ?? -Infinity;
  const id = (t: number): string => tracks[t]?.id ?? "";
  const place = new Int32Array(own.length);
  const ranked = [...scores.keys()]
    .filter((t) => score(t) > -Infinity && tierOf(at(among, t)) !== null)
    .sort((a, b) => score(b) - score(a) || (id(a) < id(b) ? -1 : 1));
  ranked.forEach((t, before) => (place[at(among, t)] = before + 1));
  return { own, scored, place, places: ranked.length };
}

/** [tracks]: the sum of 1 / (K + place) over the packs; -Infinity for a track without a place. */
function fuse(rankings: readonly Ranking[], tracks: number): Float64Array {
  const scores = new Float64Array(tracks).fill(-Infinity);
  const placed = (track: number): boolean => rankings.some(({ place }) => at(place, track) > 0);
  const all = [...scores.keys()].filter(placed).length;
  for (const { place, places } of rankings) {
    place.forEach((r, track) => {
      const among = (r * (all + 1)) / (places + 1);
      if (r > 0) scores[track] = Math.max(0, at(scores, track)) + 1 / (K + among);
    });
  }
  return scores;
}

/** [tracks]: the best score in any pack, where nothing brings tracks into an order of fit. */
function bestScores(rankings: readonly Ranking[], tracks: number): Float64Array {
  const best = new Float64Array(tracks).fill(-Infinity);
  for (const { own, scored } of rankings) {
    own.forEach((t, track) => {
      best[track] = Math.max(at(best, track), scored.scores[t] ?? -Infinity);
    });
  }
  return best;
}

/** The pack in which a track has the best place among all tracks, the first of equals. */
function bestOf(rankings: readonly Ranking[], track: number): Ranking {
  const share = ({ place, places }: Ranking): number => at(place, track) / (places + 1);
  const placed = rankings.filter(({ place }) => at(place, track) > 0);
  return placed.reduce((best, each) => (share(each) < share(best) ? each : best));
}

/** A score as it is shown: 1 for the first place in every pack. */
const shown = (scores: Float64Array, track: number, packs: number): number =>
  ((K + 1) * at(scores, track)) / packs;

function at<T>(array: { readonly [index: number]: T; readonly length: number }, index: number): T {
  const value = array[index];
  if (value === undefined) throw new RangeError(`nothing at ${index}`);
  return value;
}
