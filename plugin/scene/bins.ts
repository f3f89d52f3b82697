import type { FolderItem, ProjectItem } from "@adobe/premierepro";
import { maybe, orElse, type Premiere } from "../premiere.ts";

/** Bins within bins that are looked at; those further out say little about a clip. */
const DEPTH_LIMIT = 6;

/**
 * Names of the bins that an item lies in, the outermost first, without the project itself.
 *
 * A bin (`FolderItem`) does not tell its own parent: only a `ProjectItem` does, so each bin is cast
 * on the way up. A build that cannot cast tells the innermost bin alone.
 * @param root what the project's top is called
 */
export async function binsOf(
  premiere: Premiere,
  item: ProjectItem,
  root: string,
): Promise<readonly string[]> {
  const names: string[] = [];
  let bin = await parentOf(item);
  while (bin !== null && names.length < DEPTH_LIMIT) {
    const folder = bin;
    const above: ProjectItem | null = await orElse(
      null,
      () => maybe(premiere.ProjectItem.cast(folder)) ?? null,
    );
    const parent: FolderItem | null = above === null ? null : await parentOf(above);
    const isTop = parent === null && (above !== null || folder.name === root);
    if (!isTop) names.unshift(folder.name);
    bin = parent;
  }
  return names;
}

function parentOf(item: ProjectItem): Promise<FolderItem | null> {
  return orElse(null, () => maybe(item.getParentBin()) ?? null);
}
