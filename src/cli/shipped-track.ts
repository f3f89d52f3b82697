import { access } from "node:fs/promises";
import type { Structure } from "../contract/track.ts";
import { loadPack } from "../engine/open.ts";
import { structureOf } from "../shared/facts.ts";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes, shippedFile } from "./assets.ts";

/** A track whose audio ships. */
export interface ShippedTrack {
  /** Path of its audio. */
  readonly file: string;
  /** Bars and sections; null if they are not known. */
  readonly structure: Structure | null;
}

/**
 * The track that ships with Needledrop under an id; null if there is none, or if a file has that name.
 * @throws PackError, IndexFormatError what ships is damaged.
 */
export async function shippedTrack(id: string): Promise<ShippedTrack | null> {
  const isFile = await access(id).then(
    () => true,
    () => false,
  );
  if (isFile) return null;
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const tracks = (await readIndexes(DEFAULT_INDEXES, pack)).flatMap((index) => index.tracks);
  const track = tracks.find((one) => one.id === id);
  if (track?.audio.kind !== "bundled") return null;
  return { file: shippedFile(track.audio.path), structure: structureOf(track)?.value ?? null };
}
