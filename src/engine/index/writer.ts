import { hexToBytes } from "@noble/hashes/utils.js";
import { IndexFormatError } from "../../contract/errors.ts";
import type { Track } from "../../contract/track.ts";
import type { SectionEmbedding } from "../encode/audio-tower.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { crc32 } from "./crc32.ts";
import {
  CRC_OFFSET,
  DTYPE_INT8,
  FORMAT_VERSION,
  HEADER_BYTES,
  MAGIC,
  PACK_HASH_OFFSET,
  layoutOf,
} from "./format.ts";
import { quantise } from "./quantise.ts";

/** A track and what its audio gave; see `embedTrack`. */
export interface IndexEntry {
  readonly track: Track;
  /** The same number for every track of an index. */
  readonly peaks: Uint8Array;
  readonly sections: readonly SectionEmbedding[];
}

/**
 * The bytes of an index file. Tracks are put in order of id, so the same tracks give the same
 * bytes in whatever order they are handed over.
 * @throws IndexFormatError two tracks share an id, or their peaks or embeddings differ in length.
 */
export function writeIndex(
  pack: PackIdentity,
  entries: readonly IndexEntry[],
): Uint8Array<ArrayBuffer> {
  const sorted = [...entries].sort((a, b) => (a.track.id < b.track.id ? -1 : 1));
  const peaksPerTrack = sorted[0]?.peaks.length ?? 0;
  sorted.forEach((entry, i) => check(entry, sorted[i - 1], peaksPerTrack, pack.dimension));

  const table = new TextEncoder().encode(
    JSON.stringify({ pack: pack.id, tracks: sorted.map((entry) => entry.track) }),
  );
  const counts = {
    dimension: pack.dimension,
    tracks: sorted.length,
    sections: sorted.reduce((sum, entry) => sum + entry.sections.length, 0),
    peaksPerTrack,
    tableBytes: table.length,
  };
  const layout = layoutOf(counts);
  const bytes = new Uint8Array(layout.total);
  bytes.set(table, layout.table);
  sorted.forEach((entry, t) => bytes.set(entry.peaks, layout.peaks + t * peaksPerTrack));

  const track = new Uint32Array(bytes.buffer, layout.track, counts.sections);
  const start = new Float32Array(bytes.buffer, layout.start, counts.sections);
  const end = new Float32Array(bytes.buffer, layout.end, counts.sections);
  const scale = new Float32Array(bytes.buffer, layout.scale, counts.sections);
  const vectors = new Int8Array(bytes.buffer, layout.vectors);
  let s = 0;
  for (const [t, { sections }] of sorted.entries()) {
    for (const section of sections) {
      track[s] = t;
      start[s] = section.start;
      end[s] = section.end;
      const row = vectors.subarray(s * pack.dimension, (s + 1) * pack.dimension);
      scale[s] = quantise(section.embedding, row);
      s += 1;
    }
  }

  const header = new DataView(bytes.buffer, 0, HEADER_BYTES);
  header.setUint32(0, MAGIC, true);
  header.setUint16(4, FORMAT_VERSION, true);
  header.setUint16(6, DTYPE_INT8, true);
  header.setUint32(8, counts.dimension, true);
  header.setUint32(12, counts.tracks, true);
  header.setUint32(16, counts.sections, true);
  header.setUint32(20, counts.peaksPerTrack, true);
  header.setUint32(24, counts.tableBytes, true);
  bytes.set(hexToBytes(pack.hash), PACK_HASH_OFFSET);
  header.setUint32(CRC_OFFSET, crc32(bytes.subarray(HEADER_BYTES)), true);
  return bytes;
}

function check(
  { track, peaks, sections }: IndexEntry,
  before: IndexEntry | undefined,
  peaksPerTrack: number,
  dimension: number,
): void {
  const problem =
    before?.track.id === track.id
      ? "Two tracks have the same id."
      : peaks.length !== peaksPerTrack
        ? `A track has ${peaks.length} peaks, others ${peaksPerTrack}.`
        : sections.some(({ embedding }) => embedding.length !== dimension)
          ? `An embedding is not of the pack's dimension, ${dimension}.`
          : null;
  if (problem === null) return;
  throw new IndexFormatError({
    what: problem,
    input: track.id,
    next: "Give every track an id of its own, and index all of them with one pack.",
  });
}
