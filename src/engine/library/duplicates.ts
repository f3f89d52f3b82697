import { UNKNOWN_LICENCE, type Track } from "../../contract/track.ts";
import { after } from "../../shared/clock.ts";
import { isImportable } from "../../shared/importable.ts";
import { joinIndexes } from "../index/join.ts";
import type { JoinedIndex } from "../index/joined-index.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { groupedBy } from "./grouped-by.ts";
import { withTracks } from "./parts.ts";
import { STRETCHES, isFarOff, isSameRecording, soundOf, writeOutline } from "./recordings.ts";

/** Copies of one recording differ by less: encoders pad, and cut, a few hundredths of a second. */
const SECONDS_APART = 0.3;
/** After so many tracks, a search that waits has its turn: a hundred thousand take seconds. */
const BREATHER = 2000;
const breather = (): Promise<void> => new Promise((resolve) => after(0, resolve));

/**
 * Finds tracks that are the same recording: the same file, or, by its sound, of the same length, with
 * the same waveform and the same embeddings, section by section.
 * @param preferred sorts tracks so that the first of a group of copies is the one to offer
 * @returns for the number of each further copy, the number of the one to offer
 */
export async function duplicatesIn(
  index: JoinedIndex,
  preferred: (a: Track, b: Track) => number,
): Promise<Map<number, number>> {
  const { tracks } = index;
  const id = (t: number): string => tracks[t]?.id ?? "";
  const seconds = (t: number): number => tracks[t]?.seconds ?? 0;
  const sounds = tracks.map((_, t) => soundOf(index, t));
  const order = [...tracks.keys()].filter((t) => sounds[t] !== null);
  order.sort((a, b) => seconds(a) - seconds(b) || (id(a) < id(b) ? -1 : 1));
  const lengths = Float64Array.from(order, seconds);
  const outlines = new Float32Array(order.length * STRETCHES);
  for (const [at, t] of order.entries()) {
    const sound = sounds[t] ?? null;
    if (sound !== null) writeOutline(sound, outlines, at * STRETCHES);
    if (at % BREATHER === 0) await breather();
  }

  // A copy of a copy belongs to the first of them.
  const group = new Map<number, number>();
  for (const [at, t] of order.entries()) {
    if (at % BREATHER === 0) await breather();
    const longest = (lengths[at] ?? 0) + SECONDS_APART;
    for (let next = at + 1; (lengths[next] ?? Infinity) <= longest; next += 1) {
      if (isFarOff(outlines, at * STRETCHES, next * STRETCHES)) continue;
      const other = order[next] ?? t;
      if (group.has(other)) continue;
      const [one, two] = [sounds[t] ?? null, sounds[other] ?? null];
      const isSame =
        isSameFile(tracks[t], tracks[other]) ||
        (one !== null && two !== null && isSameRecording(one, two));
      if (isSame) {
        group.set(other, group.get(t) ?? t);
      }
    }
  }
  return offered(group, tracks, preferred);
}

/** Whether two files have the same content. Their embeddings may differ, since tags are part of them. */
const isSameFile = (one: Track | undefined, other: Track | undefined): boolean =>
  one?.file !== undefined && one.file.hash === other?.file?.hash;

/** Parts of a library with further copies of a recording marked as such, and no others. */
export async function withDuplicates(parts: readonly SectionIndex[]): Promise<SectionIndex[]> {
  if (parts.length === 0) return [];
  const joined = joinIndexes(parts);
  const copies = await duplicatesIn(joined, byUse);
  return parts.map((part, p) =>
    withTracks(
      part,
      part.tracks.map((track, at) => {
        const original = joined.tracks[copies.get((joined.firstTrack[p] ?? 0) + at) ?? -1];
        if (track.file === undefined || track.file.duplicateOf === original?.id) return track;
        const file = { ...track.file };
        delete file.duplicateOf;
        return {
          ...track,
          file: original === undefined ? file : { ...file, duplicateOf: original.id },
        };
      }),
    ),
  );
}

/**
 * The copy that is there, that Premiere imports, and that is larger comes first; of the same file, the
 * one whose licence is known.
 */
function byUse(a: Track, b: Track): number {
  const rank = ({ file }: Track): number =>
    file === undefined || file.missing === true ? 0 : isImportable(file.name) ? 2 : 1;
  const isStated = ({ licence }: Track): number => (licence.id === UNKNOWN_LICENCE.id ? 0 : 1);
  return (
    rank(b) - rank(a) || (b.file?.bytes ?? 0) - (a.file?.bytes ?? 0) || isStated(b) - isStated(a)
  );
}

/** Re-roots each group at the copy that is preferred. */
function offered(
  group: ReadonlyMap<number, number>,
  tracks: readonly Track[],
  preferred: (a: Track, b: Track) => number,
): Map<number, number> {
  const copies = groupedBy(group.keys(), (t) => group.get(t) ?? t);
  const result = new Map<number, number>();
  for (const [root, others] of copies) {
    const all = [root, ...others].sort((a, b) => {
      const [one, other] = [tracks[a], tracks[b]];
      if (one === undefined || other === undefined) return a - b;
      return preferred(one, other) || (one.id < other.id ? -1 : 1);
    });
    const best = all[0] ?? root;
    for (const copy of all) if (copy !== best) result.set(copy, best);
  }
  return result;
}
