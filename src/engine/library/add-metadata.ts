import { moveTowards } from "../encode/metadata.ts";
import type { TextTower } from "../encode/text-tower.ts";
import type { IndexEntry } from "../index/entries.ts";
import { openTextTower, type ModelSource } from "../open.ts";

/** Tags as the text tower embeds them; null if there is nothing that it can read. */
export function metadataText(tags: readonly string[]): string | null {
  const text = tags.join(", ");
  // The tower cannot read punctuation alone.
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/**
 * Adds its tags to a track that was embedded from audio (see `moveTowards`). A track without tags
 * stays as it is.
 */
export async function addMetadata(
  entry: IndexEntry,
  tower: Pick<TextTower, "embed">,
): Promise<IndexEntry> {
  const text = metadataText(entry.track.tags);
  if (text === null) return entry;
  const sections = moveTowards(await tower.embed(text), entry.sections);
  return { ...entry, track: { ...entry.track, evidence: "both" }, sections };
}

/** Adds metadata to one track after the other. */
export interface MetadataAdder {
  add(entry: IndexEntry): Promise<IndexEntry>;
  close(): Promise<void>;
}

/** Opens the pack's text tower for the first track that has tags; without tags it is not needed. */
export function metadataAdder(model: ModelSource): MetadataAdder {
  let tower: Promise<TextTower> | null = null;
  return {
    add: async (entry) => {
      if (metadataText(entry.track.tags) === null) return entry;
      tower ??= openTextTower(model);
      return addMetadata(entry, await tower);
    },
    close: async () => {
      const opened = await tower?.catch(() => null);
      await opened?.release();
    },
  };
}

/** Opens the pack's text tower for as long as `use` needs it. */
export async function withTextTower<T>(
  model: ModelSource,
  use: (tower: TextTower) => Promise<T>,
): Promise<T> {
  const tower = await openTextTower(model);
  try {
    return await use(tower);
  } finally {
    await tower.release();
  }
}
