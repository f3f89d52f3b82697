import type { ClipProjectItem, FolderItem, Project, ProjectItem } from "@adobe/premierepro";
import { after } from "../../src/shared/clock.ts";
import { HostError } from "../../src/contract/errors.ts";
import { ask, commit, maybe, orElse, type Premiere } from "../premiere.ts";

export const BIN_NAME = "Needledrop";

// Premiere may answer before the new item is listed: look again this often, this long apart.
const LOOKS = 20;
const LOOK_MS = 250;

/** A bin in both of its forms: as other objects take it, and as it lists what it holds. */
export interface Bin {
  readonly item: ProjectItem;
  readonly folder: FolderItem;
}

/** A clip of the project in both of its forms. */
export interface BinClip {
  /** The item as listed: the only form that other objects take as an argument. */
  readonly item: ProjectItem;
  /** The same item cast: reads its own properties and makes its own actions. */
  readonly clip: ClipProjectItem;
  /** Native path of its file in one spelling (`comparable`); empty for what has no file. */
  readonly path: string;
}

export interface ImportedClip extends BinClip {
  /** False when it was in the project before. */
  readonly isNew: boolean;
  /** Ids of what was in Needledrop's bin before: all the music that may lie on the timeline. */
  readonly binIds: ReadonlySet<string>;
}

/**
 * Project items of an audio file, imported into Needledrop's bin unless they are there already.
 * @param path the file's native path
 * @param count one, or as many as the parts that an edit lays at once: an item has but one in and out
 * point
 * @throws HostError Premiere cannot import it
 */
export async function importItems(
  premiere: Premiere,
  project: Project,
  path: string,
  count: number,
): Promise<[ImportedClip, ...ImportedClip[]]> {
  const bin = (await findBin(premiere, project)) ?? (await makeBin(premiere, project));
  const listed = await bin.folder.getItems();
  const binIds = idsOf(listed);
  const known = await clipsOf(premiere, listed);
  const there = known.filter((candidate) => candidate.path === comparable(path)).slice(0, count);
  const items = there.map((clip): ImportedClip => ({ ...clip, isNew: false, binIds }));
  const seen = new Set(binIds);
  while (items.length < count) {
    const added = await importNow(premiere, project, bin, path, seen);
    seen.add(added.item.getId());
    items.push({ ...added, isNew: true, binIds });
  }
  const [first, ...others] = items;
  if (first === undefined) throw notImported(path);
  return [first, ...others];
}

/** @param seen ids of what the bin holds */
async function importNow(
  premiere: Premiere,
  project: Project,
  bin: Bin,
  path: string,
  seen: ReadonlySet<string>,
): Promise<BinClip> {
  const said = await ask("Premiere cannot import this music.", path, () =>
    project.importFiles([path], true, bin.item),
  );
  // The listing counts, not the answer; but after a "no" one look is enough.
  const looks = maybe(said) === false ? 1 : LOOKS;
  for (let look = 1; look <= looks; look++) {
    if (look > 1) await pause(LOOK_MS);
    const added = (await bin.folder.getItems()).filter((item) => {
      const id = idOf(item);
      return id !== null && !seen.has(id);
    });
    const ours = chooseNewcomer(await clipsOf(premiere, added), path);
    if (ours !== null) return ours;
  }
  throw notImported(path);
}

/** Premiere may report the path in another spelling; a lone newcomer is ours all the same. */
function chooseNewcomer(added: readonly BinClip[], path: string): BinClip | null {
  const same = added.find((candidate) => candidate.path === comparable(path));
  return same ?? (added.length === 1 ? (added[0] ?? null) : null);
}

/** Needledrop's bin at the project's top, or null while there is none. */
export async function findBin(premiere: Premiere, project: Project): Promise<Bin | null> {
  const root = await project.getRootItem();
  for (const item of await root.getItems()) {
    if (item.name !== BIN_NAME) continue;
    const folder = await orElse(null, () => maybe(premiere.FolderItem.cast(item)));
    if (folder) return { item, folder };
  }
  return null;
}

async function makeBin(premiere: Premiere, project: Project): Promise<Bin> {
  const root = await project.getRootItem();
  await commit("Premiere did not make a bin for the music.", BIN_NAME, () => {
    let done = false;
    project.lockedAccess(() => {
      done = project.executeTransaction((compound) => {
        compound.addAction(root.createBinAction(BIN_NAME, false));
      }, "Make the Needledrop bin");
    });
    return done;
  });
  const made = await findBin(premiere, project);
  if (made !== null) return made;
  throw new HostError({
    what: "Premiere did not make a bin for the music.",
    input: BIN_NAME,
    next: `Make a bin named “${BIN_NAME}” at the top of the project and try again.`,
  });
}

/** What lies in Needledrop's bin; nothing where there is none, or it cannot be read. */
export async function idsInBin(premiere: Premiere, project: Project): Promise<ReadonlySet<string>> {
  const items = await orElse([], async () => {
    const bin = await findBin(premiere, project);
    return (await bin?.folder.getItems()) ?? [];
  });
  return idsOf(items);
}

function idsOf(items: readonly ProjectItem[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => idOf(item) ?? []));
}

/** Null where Premiere does not say. */
function idOf(item: ProjectItem): string | null {
  try {
    return maybe(item.getId()) ?? null;
  } catch {
    return null;
  }
}

/** The clips in a bin; those that cannot be read are left out. */
export async function clipsIn(premiere: Premiere, folder: FolderItem): Promise<BinClip[]> {
  return clipsOf(premiere, await folder.getItems());
}

async function clipsOf(premiere: Premiere, items: readonly ProjectItem[]): Promise<BinClip[]> {
  const read = (item: ProjectItem): Promise<BinClip | null> =>
    orElse(null, async () => {
      const clip = maybe(premiere.ClipProjectItem.cast(item));
      return clip ? { item, clip, path: comparable(await clip.getMediaFilePath()) } : null;
    });
  return (await Promise.all(items.map(read))).filter((clip) => clip !== null);
}

/**
 * A path in one spelling: Windows may add a prefix (`\\?\C:\…`, `\\?\UNC\server\…`), macOS takes
 * accents apart.
 */
export function comparable(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^\/\/\?\/UNC\//i, "//")
    .replace(/^\/\/\?\//, "")
    .normalize("NFC");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve);
  });
}

// Windows programs that are not prepared for more end here.
const LONG_PATH = 259;

function notImported(path: string): HostError {
  return new HostError({
    what: "Premiere did not import the music.",
    input: path,
    next:
      path.length > LONG_PATH
        ? `Its path has ${path.length} characters, which may be too many: choose a music folder nearer to the top of a disk.`
        : "Check that the file is there and plays, then insert again.",
  });
}
