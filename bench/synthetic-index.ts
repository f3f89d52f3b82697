import { UNKNOWN_LICENCE } from "../src/contract/track.ts";
import type { PackIdentity } from "../src/engine/encode/pack.ts";
import { readIndex } from "../src/engine/index/reader.ts";
import type { SectionIndex } from "../src/engine/index/section-index.ts";
import type { IndexEntry } from "../src/engine/index/entries.ts";
import { writeIndex } from "../src/engine/index/writer.ts";

/** Sections of ten seconds every five seconds, as in a track of a minute and a half. */
const HOP_SECONDS = 5;
const SECTION_SECONDS = 10;
const PEAKS = 256;
const ARTISTS = 500;

/** An index of random unit vectors, read from its bytes like a real one. */
export function syntheticIndex(
  pack: PackIdentity,
  tracks: number,
  sectionsPerTrack: number,
): SectionIndex {
  const random = generator(1);
  const entries = Array.from({ length: tracks }, (_, t): IndexEntry => {
    const id = `track-${String(t).padStart(6, "0")}`;
    const sections = Array.from({ length: sectionsPerTrack }, (_, s) => ({
      start: s * HOP_SECONDS,
      end: s * HOP_SECONDS + SECTION_SECONDS,
      embedding: unitVector(pack.dimension, random),
    }));
    const track = {
      id,
      title: `Title ${t}`,
      artist: `Artist ${t % ARTISTS}`,
      catalogue: "Synthetic",
      licence: UNKNOWN_LICENCE,
      audio: { kind: "file", path: `/music/${id}.wav` },
      seconds: (sectionsPerTrack - 1) * HOP_SECONDS + SECTION_SECONDS,
      bpm: 120,
      key: null,
      vocals: null,
      tags: ["synthetic"],
    } as const;
    return { track: { ...track, tags: [...track.tags] }, peaks: new Uint8Array(PEAKS), sections };
  });
  return readIndex(writeIndex(pack, entries), pack);
}

function unitVector(dimension: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimension }, () => random() + random() - 1);
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}

/** Numbers in 0..1 that are the same in every run (mulberry32's mixing of a counter). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
