import type { ClipProjectItem, FolderItem, Project, ProjectItem } from "@adobe/premierepro";
import { HostError } from "../src/contract/errors.ts";
import { ask, maybe, type Premiere } from "./premiere.ts";

const BIN_NAME = "Needledrop";

/** A project item in both of its forms. */
export interface ImportedClip {
  /** The item as listed: the only form that other objects take as an argument. */
  readonly item: ProjectItem;
  /** The same item cast: reads its own properties and makes its own actions. */
  readonly clip: ClipProjectItem;
  /** False when it was in the project before. */
  readonly isNew: boolean;
  /** Ids of what was in Needledrop's bin before: all the music that may lie on the timeline. */
  readonly binIds: ReadonlySet<string>;
}

/**
 * The project item of an audio file, imported into Needledrop's bin unless it is there already.
 * @param path the file's native path
 * @throws HostError Premiere cannot import it
 */
export async function importOnce(
  premiere: Premiere,
  project: Project,
  path: string,
): Promise<ImportedClip> {
  const bin = await needledropBin(premiere, project);
  const known = await clipsIn(premiere, bin.folder);
  const binIds = new Set(known.map(({ item }) => item.getId()));
  const present = known.find((candidate) => candidate.path === comparable(path));
  if (present !== undefined) return { ...present, isNew: false, binIds };

  // What it answers is not asked: the listing below is the truth.
  await ask("Premiere cannot import this music.", path, () =>
    project.importFiles([path], true, bin.item),
  );
  const added = (await clipsIn(premiere, bin.folder)).filter(
    ({ item }) => !binIds.has(item.getId()),
  );
  // Premiere may report the path in another spelling; a lone newcomer is ours all the same.
  const ours =
    added.find((candidate) => candidate.path === comparable(path)) ??
    (added.length === 1 ? added[0] : undefined);
  if (ours === undefined) throw notImported(path);
  return { ...ours, isNew: true, binIds };
}

async function needledropBin(
  premiere: Premiere,
  project: Project,
): Promise<{ item: ProjectItem; folder: FolderItem }> {
  const root = await project.getRootItem();
  const existing = await binIn(premiere, root);
  if (existing !== null) return existing;
  await ask("Premiere cannot make a bin for the music.", BIN_NAME, () => {
    project.lockedAccess(() => {
      project.executeTransaction((compound) => {
        compound.addAction(root.createBinAction(BIN_NAME, false));
      }, "Make the Needledrop bin");
    });
  });
  const made = await binIn(premiere, root);
  if (made !== null) return made;
  throw new HostError({
    what: "Premiere did not make a bin for the music.",
    input: BIN_NAME,
    next: `Make a bin named “${BIN_NAME}” at the top of the project and insert again.`,
  });
}

async function binIn(
  premiere: Premiere,
  root: FolderItem,
): Promise<{ item: ProjectItem; folder: FolderItem } | null> {
  for (const item of await root.getItems()) {
    const folder = item.name === BIN_NAME ? maybe(premiere.FolderItem.cast(item)) : null;
    if (folder) return { item, folder };
  }
  return null;
}

async function clipsIn(
  premiere: Premiere,
  folder: FolderItem,
): Promise<{ item: ProjectItem; clip: ClipProjectItem; path: string }[]> {
  const clips = [];
  for (const item of await folder.getItems()) {
    const clip = maybe(premiere.ClipProjectItem.cast(item));
    if (clip) clips.push({ item, clip, path: comparable(await clip.getMediaFilePath()) });
  }
  return clips;
}

/** A path in one spelling: Windows may add a prefix, macOS decomposes accents. */
function comparable(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^\/\/\?\//, "")
    .normalize("NFC");
}

function notImported(path: string): HostError {
  return new HostError({
    what: "Premiere did not import the music.",
    input: path,
    next: "Check that the file is there and plays, then insert again.",
  });
}
