import type { Track } from "../../contract/track.ts";
import { sectionVector, type SectionIndex } from "./section-index.ts";

/**
 * Indexes that are searched as one; `joinIndexes` makes it. Its tracks and sections are those of the
 * first part, then those of the second, and so on. Sections are not copied.
 */
export interface JoinedIndex {
  /** Pack id, `name@version`. */
  readonly pack: string;
  readonly dimension: number;
  readonly parts: readonly SectionIndex[];
  /** Of all parts; their ids differ. */
  readonly tracks: readonly Track[];
  /** [tracks + 1]: the sections of track t are firstSection[t] up to firstSection[t + 1]. */
  readonly firstSection: Uint32Array;
  /** Number of the first track of each part. */
  readonly firstTrack: readonly number[];
}

/** A track or a section of a joined index, in the part that holds it. */
export interface Place {
  readonly part: SectionIndex;
  /** Its number in the part. */
  readonly at: number;
}

/** Where a track lies. @throws RangeError there is no such track */
export function placeOfTrack({ parts, firstTrack }: JoinedIndex, track: number): Place {
  const p = lastAtMost(firstTrack.length, track, (other) => firstTrack[other] ?? 0);
  const part = parts[p];
  if (part === undefined) throw new RangeError(`no track ${track}`);
  return { part, at: track - (firstTrack[p] ?? 0) };
}

/** Where a section lies. @throws RangeError there is no such section */
export function placeOfSection(
  { parts, firstTrack, firstSection }: JoinedIndex,
  section: number,
): Place {
  const firstOf = (p: number): number => firstSection[firstTrack[p] ?? 0] ?? 0;
  const p = lastAtMost(parts.length, section, firstOf);
  const part = parts[p];
  if (part === undefined) throw new RangeError(`no section ${section}`);
  return { part, at: section - firstOf(p) };
}

/** The last of `count` ascending numbers that is at most `limit`; of equal ones, the last. */
function lastAtMost(count: number, limit: number, numberAt: (i: number) => number): number {
  let [low, high] = [0, count];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numberAt(middle) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

/** A copy of the peaks of one track, u8 [peaks per track]; undefined if the track is not there. */
export function peaksOf(index: JoinedIndex, trackId: string): Uint8Array | undefined {
  const track = index.tracks.findIndex(({ id }) => id === trackId);
  if (track < 0) return undefined;
  const { part, at } = placeOfTrack(index, track);
  return part.peaks.slice(at * part.peaksPerTrack, (at + 1) * part.peaksPerTrack);
}

/** The embedding of a section, float32 [dimension], as far as int8 keeps it. */
export function embeddingOf(index: JoinedIndex, section: number): Float32Array {
  const { part, at } = placeOfSection(index, section);
  return sectionVector(part, at);
}
