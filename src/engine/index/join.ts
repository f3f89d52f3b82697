import { IndexFormatError, IndexPackMismatchError } from "../../contract/errors.ts";
import { isLocal, isOffered, trackEvidence, type Track } from "../../contract/track.ts";
import { byId } from "./entries.ts";
import { groupedBy } from "../library/grouped-by.ts";
import type { JoinedIndex } from "./joined-index.ts";
import type { SectionIndex } from "./section-index.ts";

/** A track, and the index that holds its sections. */
export interface TrackSource {
  readonly track: Track;
  readonly index: SectionIndex;
  /** Number of the track in `index`. */
  readonly at: number;
}

/**
 * Joins indexes that were made with the same pack, so that they are searched as one. If two hold the
 * same track (the same id in the same catalogue), the index where it is local is used, or else the
 * first that embedded it from its audio, or else the first. If two catalogues use the same id, the
 * later track's id is prefixed with the name of its catalogue.
 * @throws IndexPackMismatchError they were made with different packs.
 * @throws IndexFormatError they keep different numbers of peaks.
 */
export function joinIndexes(indexes: readonly SectionIndex[]): JoinedIndex {
  const { pack, dimension } = checked(indexes);
  const used = haveOwnIds(indexes)
    ? indexes.map((part) => ({ part, tracks: part.tracks }))
    : usedParts(indexes);
  const parts = used.map(({ part }) => part);
  const firstTrack: number[] = [];
  const tracks: Track[] = [];
  for (const part of used) {
    firstTrack.push(tracks.length);
    for (const track of part.tracks) tracks.push(track);
  }
  return { pack, dimension, parts, tracks, firstTrack, firstSection: firstSections(parts) };
}

/** Whether no two tracks have the same id, as in one library. */
function haveOwnIds(indexes: readonly SectionIndex[]): boolean {
  const ids = new Set<string>();
  let count = 0;
  for (const { tracks } of indexes) {
    count += tracks.length;
    for (const { id } of tracks) ids.add(id);
  }
  return ids.size === count;
}

/** Each index with the tracks of it that are used, under the ids by which they are known. */
function usedParts(
  indexes: readonly SectionIndex[],
): { readonly part: SectionIndex; readonly tracks: readonly Track[] }[] {
  const sources = groupedBy(withOwnIds(chosen(indexes)), ({ index }) => index);
  return indexes.map((index) => {
    const used = (sources.get(index) ?? []).sort((a, b) => a.at - b.at);
    if (used.length === index.tracks.length) {
      return { part: index, tracks: used.map(({ track }) => track) };
    }
    const part = gather([index], used);
    return { part, tracks: part.tracks };
  });
}

/** [tracks + 1], over all parts. */
function firstSections(parts: readonly SectionIndex[]): Uint32Array {
  const tracks = parts.reduce((sum, part) => sum + part.tracks.length, 0);
  const first = new Uint32Array(tracks + 1);
  let [track, section] = [0, 0];
  for (const { firstSection } of parts) {
    for (let t = 1; t < firstSection.length; t += 1) {
      first[(track += 1)] = section + (firstSection[t] ?? 0);
    }
    section += firstSection.at(-1) ?? 0;
  }
  return first;
}

/**
 * One index of the same tracks as `joinIndexes`, sorted by id, as a file holds it. Tracks of an index
 * without peaks get peaks of 0.
 * @throws IndexPackMismatchError @throws IndexFormatError as `joinIndexes`.
 */
export function mergeIndexes(indexes: readonly SectionIndex[]): SectionIndex {
  const first = checked(indexes);
  return indexes.length === 1 ? first : gather(indexes, withOwnIds(chosen(indexes)));
}

/** The first of indexes that can be joined. */
function checked(indexes: readonly SectionIndex[]): SectionIndex {
  const [first] = indexes;
  if (first === undefined) throw new RangeError("there is no index to join");
  indexes.forEach((index) => checkPack(index, first));
  commonPeaks(indexes);
  return first;
}

/**
 * An index of tracks that lie in these indexes, sorted by id. Their ids must differ.
 * @throws RangeError there is no index.
 * @throws IndexPackMismatchError @throws IndexFormatError as `joinIndexes`.
 */
export function gather(
  indexes: readonly SectionIndex[],
  tracks: readonly TrackSource[],
): SectionIndex {
  const { pack, dimension } = checked(indexes);
  const peaksPerTrack = commonPeaks(indexes);
  const sources = [...tracks].sort(byId);

  const firstSection = new Uint32Array(sources.length + 1);
  sources.forEach((source, t) => {
    const [from, to] = sectionsOf(source);
    firstSection[t + 1] = (firstSection[t] ?? 0) + (to - from);
  });
  const sections = firstSection[sources.length] ?? 0;
  const joined: SectionIndex = {
    pack,
    dimension,
    tracks: sources.map(({ track }) => track),
    firstSection,
    peaksPerTrack,
    peaks: new Uint8Array(sources.length * peaksPerTrack),
    start: new Float32Array(sections),
    end: new Float32Array(sections),
    scale: new Float32Array(sections),
    vectors: new Int8Array(sections * dimension),
  };
  sources.forEach((source, t) => copyTrack(source, joined, t));
  return joined;
}

/** The source to use for each track. */
function chosen(indexes: readonly SectionIndex[]): TrackSource[] {
  const sources = new Map<string, TrackSource>();
  for (const index of indexes) {
    index.tracks.forEach((track, at) => {
      const key = trackKey(track);
      const before = sources.get(key);
      const better = before === undefined || worth(track) > worth(before.track);
      if (better) sources.set(key, { track, index, at });
    });
  }
  return [...sources.values()];
}

function worth(track: Track): number {
  // A file that is gone must not hide where the track can be had.
  if (!isOffered(track)) return -1;
  return isLocal(track) ? 2 : trackEvidence(track) === "metadata" ? 0 : 1;
}

function withOwnIds(sources: readonly TrackSource[]): TrackSource[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const id = joinedId(source.track, taken);
    return id === source.track.id ? source : { ...source, track: { ...source.track, id } };
  });
}

/** Tracks with the same key are the same: the same id in the same catalogue. */
export const trackKey = ({ catalogue, id }: Pick<Track, "catalogue" | "id">): string =>
  `${catalogue.length} ${catalogue}${id}`;

/** The id of a track that none in `taken` has, prefixed with its catalogue at need; it is taken now. */
export function joinedId(
  { catalogue, id: own }: Pick<Track, "catalogue" | "id">,
  taken: Set<string>,
): string {
  let id = own;
  while (taken.has(id)) id = `${catalogue}/${id}`;
  taken.add(id);
  return id;
}

function copyTrack(source: TrackSource, to: SectionIndex, t: number): void {
  const { index, at } = source;
  const [from, end] = sectionsOf(source);
  const place = to.firstSection[t] ?? 0;
  to.start.set(index.start.subarray(from, end), place);
  to.end.set(index.end.subarray(from, end), place);
  to.scale.set(index.scale.subarray(from, end), place);
  const { dimension } = to;
  to.vectors.set(index.vectors.subarray(from * dimension, end * dimension), place * dimension);
  const peaks = index.peaksPerTrack;
  to.peaks.set(index.peaks.subarray(at * peaks, (at + 1) * peaks), t * to.peaksPerTrack);
}

function sectionsOf({ index, at }: TrackSource): [from: number, to: number] {
  return [index.firstSection[at] ?? 0, index.firstSection[at + 1] ?? 0];
}

function checkPack(index: SectionIndex, first: SectionIndex): void {
  if (index.pack === first.pack && index.dimension === first.dimension) return;
  throw new IndexPackMismatchError({
    what: `One index was made with the pack ${first.pack}, another with ${index.pack}.`,
    input: index.pack,
    next: "Make all of them with one pack.",
  });
}

function commonPeaks(indexes: readonly SectionIndex[]): number {
  const counts = new Set(indexes.map((index) => index.peaksPerTrack).filter((peaks) => peaks > 0));
  if (counts.size < 2) return [...counts][0] ?? 0;
  throw new IndexFormatError({
    what: `The indexes keep different numbers of peaks per track: ${[...counts].join(", ")}.`,
    next: "Make all of them with one version of Needledrop.",
  });
}
