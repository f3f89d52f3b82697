import type { Track } from "../../contract/track.ts";
import { gather, type TrackSource } from "../index/join.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { groupedBy } from "./grouped-by.ts";

/** About as many tracks as a part of a large library has: four megabytes, written in no time. */
export const PART_TRACKS = 1000;

/**
 * The parts of a library after a change. A part of which no track has changed is the same object; one
 * whose tracks have other facts shares its sections with the part that it was.
 * @param before the parts that there were
 * @param tracks all tracks that there are now, each from one of `before`
 */
export function changedParts(
  before: readonly SectionIndex[],
  tracks: readonly TrackSource[],
): SectionIndex[] {
  const sources = groupedBy(tracks, ({ index }) => index);
  return before.flatMap((part) => {
    const used = (sources.get(part) ?? []).sort((a, b) => a.at - b.at);
    if (used.length === 0) return [];
    const isWhole =
      used.length === part.tracks.length && used.every(({ at }, position) => at === position);
    if (!isWhole) return [gather([part], used)];
    return [
      withTracks(
        part,
        used.map(({ track }) => track),
      ),
    ];
  });
}

/** A part with other facts about its tracks; the part itself if they are the same. */
export function withTracks(part: SectionIndex, tracks: readonly Track[]): SectionIndex {
  const isSame = tracks.every((track, t) => isSameTrack(track, part.tracks[t]));
  return isSame ? part : { ...part, tracks };
}

/** Joins parts that are less than half full, so that a library does not fall to pieces. */
export function regrouped(parts: readonly SectionIndex[]): SectionIndex[] {
  const isSmall = ({ tracks }: SectionIndex): boolean => tracks.length < PART_TRACKS / 2;
  const small = parts.filter(isSmall);
  if (small.length < 2) return [...parts];
  const large = parts.filter((part) => !isSmall(part));
  const groups: SectionIndex[][] = [[]];
  let size = 0;
  for (const part of small) {
    if (size + part.tracks.length > PART_TRACKS) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(part);
    size += part.tracks.length;
  }
  return [...large, ...groups.map(gatherAll)];
}

/** One index of all tracks of some, whose ids differ. */
export const gatherAll = (parts: readonly SectionIndex[]): SectionIndex =>
  gather(
    parts,
    parts.flatMap((index) => index.tracks.map((track, at) => ({ track, index, at }))),
  );

/** Whether two descriptions of a track say the same; of lists, whether they are the same one. */
function isSameTrack(one: Track, other: Track | undefined): boolean {
  if (other === undefined || one === other) return one === other;
  const { audio, file, ...facts } = one;
  const { audio: otherAudio, file: otherFile, ...otherFacts } = other;
  return (
    isShallowEqual(facts, otherFacts) &&
    isShallowEqual(audio, otherAudio) &&
    isShallowEqual(file ?? {}, otherFile ?? {})
  );
}

function isShallowEqual(
  one: Readonly<Record<string, unknown>>,
  other: Readonly<Record<string, unknown>>,
): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
