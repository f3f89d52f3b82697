import { moveTowards } from "../../engine/encode/metadata.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import type { TextTower } from "../../engine/encode/text-tower.ts";
import type { IndexEntry } from "../../engine/index/entries.ts";
import { openTextTower } from "../../engine/open.ts";

/** Tags as the text tower embeds them; null if there is nothing that it can read. */
export function metadataText(tags: readonly string[]): string | null {
  const text = tags.join(", ");
  // The tower cannot read punctuation alone.
  return /[\p{L}\p{N}]/u.test(text) ? text : null;
}

/**
 * Adds their tags to tracks that were embedded from audio (see `moveTowards`). Tracks without tags
 * stay as they are.
 */
export async function addMetadata(
  entries: readonly IndexEntry[],
  tower: Pick<TextTower, "embed">,
): Promise<IndexEntry[]> {
  const result: IndexEntry[] = [];
  for (const entry of entries) {
    const text = metadataText(entry.track.tags);
    if (text === null) result.push(entry);
    else {
      const sections = moveTowards(await tower.embed(text), entry.sections);
      result.push({ ...entry, track: { ...entry.track, evidence: "both" }, sections });
    }
  }
  return result;
}

/** Opens the pack's text tower for as long as `use` needs it. */
export async function withTextTower<T>(
  pack: Pack,
  use: (tower: TextTower) => Promise<T>,
): Promise<T> {
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  try {
    return await use(tower);
  } finally {
    await tower.release();
  }
}
