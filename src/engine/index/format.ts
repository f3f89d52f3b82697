/**
 * Index file (.ndx), format 1, little endian:
 *
 *     offset size
 *     0      4    magic "NDIX"
 *     4      2    format version
 *     6      2    dtype: 1 = int8 with one float32 scale per section
 *     8      4    dimension D
 *     12     4    tracks T
 *     16     4    sections S
 *     20     4    peaks per track P, may be 0
 *     24     4    bytes of the track table
 *     28     4    CRC-32 of everything from offset 64 on
 *     32     32   SHA-256 of the pack's pack.json
 *     64          track table: UTF-8 JSON { pack, tracks }, zeros up to a multiple of 4
 *     then        peaks   u8  [T x P], zeros up to a multiple of 4
 *     then        track   u32 [S], ascending; the sections of a track in order of time
 *     then        start   f32 [S], seconds
 *     then        end     f32 [S], seconds
 *     then        scale   f32 [S], vector = int8 x scale
 *     then        vectors i8  [S x D]
 *
 * The file ends exactly there. Every column starts at a multiple of 4, so that it is read in place.
 */
/** The first four bytes of an index file. */
export const MAGIC = 0x5849444e; // "NDIX" read as a little-endian u32
/** The index format that this version writes and reads. */
export const FORMAT_VERSION = 1;
/** Vectors as int8 with one float32 scale per section. */
export const DTYPE_INT8 = 1;
/** Size of the header. */
export const HEADER_BYTES = 64;
/** Offset of the CRC-32 in the header. */
export const CRC_OFFSET = 28;
/** Offset of the SHA-256 of pack.json in the header. */
export const PACK_HASH_OFFSET = 32;

/** The counts in the header, from which the layout follows. */
export interface IndexCounts {
  readonly dimension: number;
  readonly tracks: number;
  readonly sections: number;
  readonly peaksPerTrack: number;
  readonly tableBytes: number;
}

/** Byte offset of each part, and of the end. */
export interface IndexLayout {
  readonly table: number;
  readonly peaks: number;
  readonly track: number;
  readonly start: number;
  readonly end: number;
  readonly scale: number;
  readonly vectors: number;
  readonly total: number;
}

/**
 * The layout of a file with these counts. Counts come from u32 fields, so offsets may be huge, and
 * then inexact, but they are never negative and never wrap round.
 */
export function layoutOf(counts: IndexCounts): IndexLayout {
  const column = 4 * counts.sections;
  const table = HEADER_BYTES;
  const peaks = table + padded(counts.tableBytes);
  const track = peaks + padded(counts.tracks * counts.peaksPerTrack);
  const start = track + column;
  const end = start + column;
  const scale = end + column;
  const vectors = scale + column;
  const total = vectors + counts.sections * counts.dimension;
  return { table, peaks, track, start, end, scale, vectors, total };
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
