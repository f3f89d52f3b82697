import { hexToBytes } from "@noble/hashes/utils.js";
import { TrackSchema, type Track } from "../../contract/track.ts";
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
import { indexOf, type IndexEntry } from "./entries.ts";
import type { SectionIndex } from "./section-index.ts";

/**
 * The bytes of an index file. Tracks are sorted by id, so the same tracks give the same bytes,
 * whatever their order.
 * @throws IndexFormatError two tracks share an id, their peaks or embeddings differ in length, or
 * a section does not end after it starts.
 */
export function writeIndex(
  pack: PackIdentity,
  entries: readonly IndexEntry[],
): Uint8Array<ArrayBuffer> {
  return indexBytes(pack, indexOf(pack, entries));
}

const KEYS = Object.keys(TrackSchema.entries) as (keyof Track)[];

/** A track with its facts in the schema's order: the same facts give the same bytes, whoever put them together. */
const inOrder = (track: Track): Partial<Track> =>
  Object.fromEntries(
    KEYS.flatMap((key) => (track[key] === undefined ? [] : [[key, track[key]] as const])),
  );

/** The bytes of an index file for an index that was made with `pack`. */
export function indexBytes(pack: PackIdentity, index: SectionIndex): Uint8Array<ArrayBuffer> {
  const table = new TextEncoder().encode(
    JSON.stringify({ pack: index.pack, tracks: index.tracks.map(inOrder) }),
  );
  const counts = {
    dimension: index.dimension,
    tracks: index.tracks.length,
    sections: index.scale.length,
    peaksPerTrack: index.peaksPerTrack,
    tableBytes: table.length,
  };
  const layout = layoutOf(counts);
  const bytes = new Uint8Array(layout.total);
  const column = (offset: number): Float32Array =>
    new Float32Array(bytes.buffer, offset, counts.sections);
  bytes.set(table, layout.table);
  bytes.set(index.peaks, layout.peaks);
  const track = new Uint32Array(bytes.buffer, layout.track, counts.sections);
  index.tracks.forEach((_, t) => {
    track.fill(t, index.firstSection[t], index.firstSection[t + 1]);
  });
  column(layout.start).set(index.start);
  column(layout.end).set(index.end);
  column(layout.scale).set(index.scale);
  new Int8Array(bytes.buffer, layout.vectors).set(index.vectors);

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
