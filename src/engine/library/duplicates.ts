import { UNKNOWN_LICENCE, type Track } from "../../contract/track.ts";
import { after } from "../../shared/clock.ts";
import { isImportable } from "../../shared/importable.ts";
import { joinIndexes } from "../index/join.ts";
import { placeOfTrack, type JoinedIndex } from "../index/joined-index.ts";
import { sectionVector, type SectionIndex } from "../index/section-index.ts";
import { groupedBy } from "./grouped-by.ts";
import { withTracks } from "./parts.ts";

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

/** What a comparison reads of a track. */
interface Sound {
  readonly part: SectionIndex;
  /** Number of the track in the part. */
  readonly at: number;
}

/** Null for a track known by its metadata alone: it has no sound to compare. */
function soundOf(index: JoinedIndex, t: number): Sound | null {
  const { part, at } = placeOfTrack(index, t);
  const sections = (part.firstSection[at + 1] ?? 0) - (part.firstSection[at] ?? 0);
  const hasSound = part.peaksPerTrack > 0 && sections > 0 && (part.tracks[at]?.seconds ?? 0) > 0;
  return hasSound ? { part, at } : null;
}

/**
 * The peaks less their mean, at unit length, or all 0 if they are all alike. The dot product of two
 * shapes is Pearson's correlation of the peaks.
 */
function shapeOf(sound: Sound): Float32Array {
  const peaks = peaksOf(sound);
  const { mean, length } = spreadOf(peaks);
  return Float32Array.from(peaks, (peak) => (length > 0 ? (peak - mean) / length : 0));
}

function peaksOf({ part, at }: Sound): Uint8Array {
  const { peaksPerTrack } = part;
  return part.peaks.subarray(at * peaksPerTrack, (at + 1) * peaksPerTrack);
}

/** The mean of peaks, and the length of what is left of them without it. */
function spreadOf(peaks: Uint8Array): { readonly mean: number; readonly length: number } {
  let [sum, squares] = [0, 0];
  for (const peak of peaks) {
    sum += peak;
    squares += peak * peak;
  }
  // Sums of whole numbers are exact, so that this is 0 for peaks that are all alike.
  const rest = squares - (sum * sum) / peaks.length;
  return { mean: sum / peaks.length, length: Math.sqrt(Math.max(0, rest)) };
}

/** Stretches of an outline: a quarter of the peaks. */
const STRETCHES = 64;

/**
 * Writes the projection of a track's shape onto those that are constant over each stretch, [STRETCHES].
 * Projections shorten distances, so shapes whose outlines lie far apart do so themselves.
 */
function writeOutline(sound: Sound, to: Float32Array, at: number): void {
  const peaks = peaksOf(sound);
  const { mean, length } = spreadOf(peaks);
  if (length === 0) return;
  for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
    const from = Math.ceil((stretch * peaks.length) / STRETCHES);
    const end = Math.ceil(((stretch + 1) * peaks.length) / STRETCHES);
    let sum = 0;
    for (let i = from; i < end; i += 1) sum += (peaks[i] ?? 0) - mean;
    to[at + stretch] = sum / (length * Math.sqrt(end - from || 1));
  }
}

/** The square of the distance of two shapes with the least correlation, and a rounding error. */
const FURTHEST = 2 * (1 - LEAST_CORRELATION) + 1e-4;

/** Whether two tracks need not be compared; for most pairs, the first few stretches tell. */
function isFarOff(outlines: Float32Array, one: number, other: number): boolean {
  let squares = 0;
  for (let i = 0; i < STRETCHES && squares <= FURTHEST; i += 1) {
    squares += ((outlines[one + i] ?? 0) - (outlines[other + i] ?? 0)) ** 2;
  }
  return squares > FURTHEST;
}

function isSameRecording(one: Sound, other: Sound): boolean {
  return (
    correlation(shapeOf(one), shapeOf(other)) >= LEAST_CORRELATION && sectionsAgree(one, other)
  );
}

/** Pearson's; 1 for two constants, 0 for one. */
function correlation(one: Float32Array, other: Float32Array): number {
  const [isOne, isOther] = [isConstant(one), isConstant(other)];
  return isOne || isOther ? Number(isOne === isOther) : dot(one, other);
}

const isConstant = (shape: Float32Array): boolean => shape.every((value) => value === 0);

function sectionsAgree(one: Sound, other: Sound): boolean {
  const [from, to] = sectionsOf(one);
  const [otherFrom, otherTo] = sectionsOf(other);
  const count = Math.min(to - from, otherTo - otherFrom);
  let sum = 0;
  for (let s = 0; s < count; s += 1) {
    const near = dot(sectionVector(one.part, from + s), sectionVector(other.part, otherFrom + s));
    if (near < LEAST_COSINE) return false;
    sum += near;
  }
  return sum >= count * MEAN_COSINE;
}

const sectionsOf = ({ part, at }: Sound): [from: number, to: number] => [
  part.firstSection[at] ?? 0,
  part.firstSection[at + 1] ?? 0,
];

/** The dot product; of unit vectors, their cosine. */
function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i += 1) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
