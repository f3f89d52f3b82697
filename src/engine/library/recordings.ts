import { placeOfTrack, type JoinedIndex } from "../index/joined-index.ts";
import { sectionVector, type SectionIndex } from "../index/section-index.ts";

/**
 * Between a WAV, its MP3 at 96 kbit/s and its Opus at 64, sections at the same place had cosines of
 * 0.968 and more, 0.995 in the mean, and waveforms correlated by 0.969 and more. The nearest of other
 * pairs of one length, two originals of one form and tempo, had 0.953, 0.987 and 0.911.
 */
const LEAST_COSINE = 0.95;
const MEAN_COSINE = 0.99;
const LEAST_CORRELATION = 0.95;

/** What a comparison reads of a track. */
export interface Sound {
  readonly part: SectionIndex;
  /** Number of the track in the part. */
  readonly at: number;
}

/** Null for a track known by its metadata alone: it has no sound to compare. */
export function soundOf(index: JoinedIndex, t: number): Sound | null {
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
export const STRETCHES = 64;

/**
 * Writes the projection of a track's shape onto those that are constant over each stretch, [STRETCHES].
 * Projections shorten distances, so shapes whose outlines lie far apart do so themselves.
 */
export function writeOutline(sound: Sound, to: Float32Array, at: number): void {
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
export function isFarOff(outlines: Float32Array, one: number, other: number): boolean {
  let squares = 0;
  for (let i = 0; i < STRETCHES && squares <= FURTHEST; i += 1) {
    squares += ((outlines[one + i] ?? 0) - (outlines[other + i] ?? 0)) ** 2;
  }
  return squares > FURTHEST;
}

/** Whether two tracks are the same recording, by their waveforms and their embeddings. */
export function isSameRecording(one: Sound, other: Sound): boolean {
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
