import type { Heard } from "../src/contract/heard.ts";
import type { Track } from "../src/contract/track.ts";
import type { PackIdentity } from "../src/engine/encode/pack.ts";
import type { SectionIndex } from "../src/engine/index/section-index.ts";
import { BROWSER_PATH } from "../src/shared/browser-files.ts";
import { BAR_DIGITS, PART_DIGITS, packTimes } from "../src/shared/packed-times.ts";

/** Sections of ten seconds every five seconds. */
const HOP_SECONDS = 5;
const SECTION_SECONDS = 10;
const PEAKS = 256;
const ARTISTS = 500;
/** Size of a file that exists only as a line in a list. */
const FILE_BYTES = 1000;
const WORDS = "calm tense bright dark warm slow fast gentle epic playful sad hopeful".split(" ");

/** Which tracks, and how long each is. */
export interface SyntheticTracks {
  /** Number of the first. */
  readonly from: number;
  /** Number after the last. */
  readonly to: number;
  readonly sectionsOf: (track: number) => number;
}

/** An index of random unit vectors: tracks 0 up to `tracks`, all of one length. */
export const syntheticIndex = (
  pack: PackIdentity,
  tracks: number,
  sectionsPerTrack: number,
): SectionIndex =>
  syntheticTracks(pack, { from: 0, to: tracks, sectionsOf: () => sectionsPerTrack });

/** An index of some tracks of a music folder. A track is the same in whichever index it is. */
export function syntheticTracks(
  { id: pack, dimension }: PackIdentity,
  { from, to, sectionsOf }: SyntheticTracks,
): SectionIndex {
  const numbers = Array.from({ length: to - from }, (_, t) => from + t);
  const firstSection = new Uint32Array(numbers.length + 1);
  numbers.forEach((track, t) => {
    firstSection[t + 1] = (firstSection[t] ?? 0) + sectionsOf(track);
  });
  const sections = firstSection[numbers.length] ?? 0;
  const index: SectionIndex = {
    pack,
    dimension,
    tracks: numbers.map((track) => trackOf(track, sectionsOf(track))),
    firstSection,
    peaksPerTrack: PEAKS,
    peaks: new Uint8Array(numbers.length * PEAKS),
    start: new Float32Array(sections),
    end: new Float32Array(sections),
    scale: new Float32Array(sections),
    vectors: new Int8Array(sections * dimension),
  };
  numbers.forEach((track, t) => fill(index, t, generator(track)));
  return index;
}

/** The file of a track, as its folder lists it. */
export const syntheticFile = (track: number) => ({
  name: `Artist ${track % ARTISTS}/track-${String(track).padStart(6, "0")}.wav`,
  bytes: FILE_BYTES + (track % 97),
  modified: 1_700_000_000_000 + track,
});

/** Name and id of the folder of the tracks, as of one that was chosen in a browser. */
export const SYNTHETIC_NAME = "Synthetic";
export const SYNTHETIC_FOLDER = BROWSER_PATH + SYNTHETIC_NAME;

function trackOf(track: number, sections: number): Track {
  const { name, bytes, modified } = syntheticFile(track);
  const artist = `Artist ${track % ARTISTS}`;
  const tag = (step: number): string => WORDS[(track * step) % WORDS.length] ?? "";
  return {
    id: `${SYNTHETIC_FOLDER}/${name}`,
    title: `Title ${track}`,
    artist,
    catalogue: SYNTHETIC_NAME,
    licence: {
      id: "CC-BY-4.0",
      name: "Creative Commons Attribution 4.0",
      url: "https://creativecommons.org/licenses/by/4.0/",
      attribution: `"Title ${track}" by ${artist}, Creative Commons Attribution 4.0`,
    },
    audio: { kind: "file", path: `${SYNTHETIC_FOLDER}/${name}` },
    seconds: (sections - 1) * HOP_SECONDS + SECTION_SECONDS - (track % 500) / 100,
    bpm: 60 + (track % 120),
    key: "A minor",
    vocals: null,
    tags: [...new Set([tag(1), tag(5), tag(7)])],
    evidence: "both",
    heard: heardIn(track, (sections - 1) * HOP_SECONDS + SECTION_SECONDS),
    file: { name, bytes, modified, hash: track.toString(16).padStart(64, "0"), listed: "" },
  };
}

/** As much as is heard in a piece with a bar every two seconds and four parts. */
function heardIn(track: number, seconds: number): Heard {
  const every = (step: number): number[] =>
    Array.from({ length: Math.floor(seconds / step) }, (_, n) => n * step);
  return {
    tempo: { bpm: 60 + (track % 120), confidence: 0.9 },
    bars: { beatsPerBar: 4, starts: packTimes(every(2), BAR_DIGITS) },
    key: "A minor",
    parts: packTimes(every(seconds / 4), PART_DIGITS),
    loudness: { integrated: -14.2, range: 6.1, peak: -0.8 },
    energy: "k".repeat(64),
    vocals: (track % 100) / 100,
  };
}

/** Random peaks, and vectors that are the quantised direction of random numbers. */
function fill(index: SectionIndex, t: number, random: () => number): void {
  const { dimension, firstSection } = index;
  for (let p = t * PEAKS; p < (t + 1) * PEAKS; p += 4) putBytes(index.peaks, p, random());
  const [from, to] = [firstSection[t] ?? 0, firstSection[t + 1] ?? 0];
  for (let s = from; s < to; s += 1) {
    const row = index.vectors.subarray(s * dimension, (s + 1) * dimension);
    for (let d = 0; d < dimension; d += 4) putBytes(row, d, random());
    let squares = 0;
    for (let d = 0; d < dimension; d += 1) {
      if (row[d] === -128) row[d] = -127;
      squares += (row[d] ?? 0) ** 2;
    }
    index.scale[s] = 1 / (Math.sqrt(squares) || 1);
    index.start[s] = (s - from) * HOP_SECONDS;
    index.end[s] = (s - from) * HOP_SECONDS + SECTION_SECONDS;
  }
}

/** Puts the four bytes of a number in a row; those beyond the end of the array go nowhere. */
function putBytes(to: Uint8Array | Int8Array, at: number, bits: number): void {
  to[at] = bits;
  to[at + 1] = bits >>> 8;
  to[at + 2] = bits >>> 16;
  to[at + 3] = bits >>> 24;
}

/** Random 32-bit numbers that are the same in every run (mulberry32's mixing of a counter). */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return mixed ^ (mixed >>> 14);
  };
}
