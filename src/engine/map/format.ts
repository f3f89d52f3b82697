import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { AssetError } from "../../contract/errors.ts";
import type { Track } from "../../contract/track.ts";
import type { PackIdentity } from "../encode/pack.ts";
import { crc32 } from "../index/crc32.ts";
import { sha256 } from "../sha256.ts";
import { EVIDENCE, type Centres } from "./music-vectors.ts";

/**
 * Map file (.ndm), format 1, little endian: where the tracks of the index that ships lie.
 *
 *     offset size
 *     0      4    magic "NDMP"
 *     4      2    format version
 *     6      2    dimension D
 *     8      4    tracks T
 *     12     4    CRC-32 of everything from offset 16 on
 *     16     32   SHA-256 of what it was made for: see `fitOf`
 *     48          centres f32 [3 x D]: of tracks by audio, by metadata, by both
 *     then        points  u16 [T x 2]: x and y of each track in the order of the index, 0..65535
 *
 * The file ends exactly there.
 */
const MAGIC = 0x504d444e; // "NDMP" read as a little-endian u32
const FORMAT_VERSION = 1;
const HEADER_BYTES = 48;
const [CRC_OFFSET, CHECKED_FROM, FIT_OFFSET] = [12, 16, 16];
/** The largest coordinate. */
const WHOLE = 65_535;

/** Where the tracks of an index lie, 0 to 1, and what the kinds of evidence have in common. */
export interface StoredMap {
  /** [tracks] */
  readonly x: Float32Array;
  /** [tracks] */
  readonly y: Float32Array;
  readonly centres: Centres;
}

/** What a map was made for: the pack, and the tracks of the index in their order. */
export function fitOf(pack: PackIdentity, tracks: readonly Pick<Track, "id">[]): Promise<string> {
  const ids = tracks.map(({ id }) => id).join("\n");
  return sha256(new TextEncoder().encode(`${pack.hash}\n${ids}`));
}

/** The bytes of a map file. @param fit as `fitOf` gives it */
export function mapBytes({ x, y, centres }: StoredMap, fit: string): Uint8Array<ArrayBuffer> {
  const dimension = centres.audio.length;
  const bytes = new Uint8Array(sizeOf(dimension, x.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, FORMAT_VERSION, true);
  view.setUint16(6, dimension, true);
  view.setUint32(8, x.length, true);
  bytes.set(hexToBytes(fit), FIT_OFFSET);
  EVIDENCE.forEach((kind, k) => {
    centres[kind].forEach((value, d) => {
      view.setFloat32(HEADER_BYTES + 4 * (k * dimension + d), value, true);
    });
  });
  const points = HEADER_BYTES + 12 * dimension;
  x.forEach((value, t) => {
    view.setUint16(points + 4 * t, Math.round(value * WHOLE), true);
    view.setUint16(points + 4 * t + 2, Math.round((y[t] ?? 0) * WHOLE), true);
  });
  view.setUint32(CRC_OFFSET, crc32(bytes.subarray(CHECKED_FROM)), true);
  return bytes;
}

/**
 * Reads a map file.
 * @param wanted what it must have been made for, as `fitOf` gives it
 * @returns null if it was made for another pack or other tracks
 * @throws AssetError it is no map, damaged, or of another format version.
 */
export function readMap(file: Uint8Array, wanted: string): StoredMap | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw damaged();
  if (view.getUint16(4, true) !== FORMAT_VERSION) throw damaged();
  const [dimension, tracks] = [view.getUint16(6, true), view.getUint32(8, true)];
  if (sizeOf(dimension, tracks) !== file.length) throw damaged();
  if (crc32(file.subarray(CHECKED_FROM)) !== view.getUint32(CRC_OFFSET, true)) throw damaged();
  if (bytesToHex(file.subarray(FIT_OFFSET, HEADER_BYTES)) !== wanted) return null;
  const centre = (k: number): Float32Array =>
    Float32Array.from({ length: dimension }, (_, d) =>
      view.getFloat32(HEADER_BYTES + 4 * (k * dimension + d), true),
    );
  const points = HEADER_BYTES + 12 * dimension;
  const column = (offset: number): Float32Array =>
    Float32Array.from(
      { length: tracks },
      (_, t) => view.getUint16(points + 4 * t + offset, true) / WHOLE,
    );
  const centres = { audio: centre(0), metadata: centre(1), both: centre(2) };
  return { x: column(0), y: column(2), centres };
}

const sizeOf = (dimension: number, tracks: number): number =>
  HEADER_BYTES + 12 * dimension + 4 * tracks;

const damaged = (): AssetError =>
  new AssetError({
    what: "The map of the catalogue is damaged, or of another format.",
    input: "map",
    next: "Make it again with `npm run map:catalogues`, or reinstall Needledrop.",
  });
