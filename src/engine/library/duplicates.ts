import type { Track } from "../../contract/track.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { isImportable } from "../../shared/importable.ts";
import { groupedBy } from "./grouped-by.ts";

/** Copies of one recording differ by less: encoders pad, and cut, a few hundredths of a second. */
const SECONDS_APART = 0.3;
/**
 * Between a WAV, its MP3 at 96 kbit/s and its Opus at 64, sections at the same place had cosines of
 * 0.968 and more, 0.995 in the mean, and waveforms correlated by 0.969 and more. The nearest of other
 * pairs of one length, two originals of one form and tempo, had 0.953, 0.987 and 0.911.
 */
const LEAST_COSINE = 0.95;
const MEAN_COSINE = 0.99;
const LEAST_CORRELATION = 0.95;

/**
 * Finds tracks that are the same recording, by its sound: of the same length, with the same waveform
 * and the same embeddings, section by section.
 * @param preferred sorts tracks so that the first of a group of copies is the one to offer
 * @returns for the number of each further copy, the number of the one to offer
 */
export function duplicatesIn(
  index: SectionIndex,
  preferred: (a: Track, b: Track) => number,
): Map<number, number> {
  const { tracks } = index;
  const order = tracks.map((_, t) => t).filter((t) => isComparable(index, t));
  const seconds = (t: number): number => tracks[t]?.seconds ?? 0;
  order.sort((a, b) => seconds(a) - seconds(b) || a - b);

  // A copy of a copy belongs to the first of them.
  const group = new Map<number, number>();
  order.forEach((t, at) => {
    for (let next = at + 1; next < order.length; next += 1) {
      const other = order[next] ?? t;
      if (seconds(other) - seconds(t) > SECONDS_APART) break;
      if (!group.has(other) && isSameRecording(index, t, other)) {
        group.set(other, group.get(t) ?? t);
      }
    }
  });
  return offered(group, tracks, preferred);
}

/** The index with further copies of a recording marked as such, and no others; see `duplicatesIn`. */
export function withDuplicates(index: SectionIndex): SectionIndex {
  const copies = duplicatesIn(index, byUse);
  const tracks = index.tracks.map((track, t) => {
    const original = index.tracks[copies.get(t) ?? -1];
    if (track.file === undefined) return track;
    const file = { ...track.file };
    delete file.duplicateOf;
    return {
      ...track,
      file: original === undefined ? file : { ...file, duplicateOf: original.id },
    };
  });
  return { ...index, tracks };
}

/** The copy that is there, that Premiere imports, and that is larger comes first. */
function byUse(a: Track, b: Track): number {
  const rank = ({ file }: Track): number =>
    file === undefined || file.missing === true ? 0 : isImportable(file.name) ? 2 : 1;
  return rank(b) - rank(a) || (b.file?.bytes ?? 0) - (a.file?.bytes ?? 0);
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
      return one === undefined || other === undefined ? a - b : preferred(one, other) || a - b;
    });
    const best = all[0] ?? root;
    for (const copy of all) if (copy !== best) result.set(copy, best);
  }
  return result;
}

/** Tracks known by their metadata alone have no sound to compare. */
function isComparable({ tracks, firstSection, peaksPerTrack }: SectionIndex, t: number): boolean {
  const sections = (firstSection[t + 1] ?? 0) - (firstSection[t] ?? 0);
  return peaksPerTrack > 0 && sections > 0 && (tracks[t]?.seconds ?? 0) > 0;
}

function isSameRecording(index: SectionIndex, one: number, other: number): boolean {
  return (
    correlation(peaksAt(index, one), peaksAt(index, other)) >= LEAST_CORRELATION &&
    sectionsAgree(index, one, other)
  );
}

const peaksAt = ({ peaks, peaksPerTrack }: SectionIndex, t: number): Uint8Array =>
  peaks.subarray(t * peaksPerTrack, (t + 1) * peaksPerTrack);

/** Pearson's correlation; 1 for two constants, 0 for one. */
function correlation(a: Uint8Array, b: Uint8Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  if (aa === 0 || bb === 0) return aa === bb ? 1 : 0;
  return ab / Math.sqrt(aa * bb);
}

const mean = (values: Uint8Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function sectionsAgree(index: SectionIndex, one: number, other: number): boolean {
  const { firstSection } = index;
  const [from, to] = [firstSection[one] ?? 0, firstSection[one + 1] ?? 0];
  const start = firstSection[other] ?? 0;
  const count = Math.min(to - from, (firstSection[other + 1] ?? 0) - start);
  let sum = 0;
  for (let s = 0; s < count; s += 1) {
    const near = cosine(index, from + s, start + s);
    if (near < LEAST_COSINE) return false;
    sum += near;
  }
  return sum >= count * MEAN_COSINE;
}

/** Of two sections; their vectors are unit vectors as far as int8 keeps them. */
function cosine(
  { vectors, scale, dimension }: Pick<SectionIndex, "vectors" | "scale" | "dimension">,
  one: number,
  other: number,
): number {
  let sum = 0;
  for (let d = 0; d < dimension; d += 1) {
    sum += (vectors[one * dimension + d] ?? 0) * (vectors[other * dimension + d] ?? 0);
  }
  return sum * (scale[one] ?? 0) * (scale[other] ?? 0);
}
