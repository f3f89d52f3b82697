import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { PackError } from "../../contract/errors.ts";
import { DEFAULT_PACK } from "../assets.ts";

/** Name of the pack that ships. */
export const BUNDLED = "needledrop-base";
/** Names an added pack may have; its folder has the same. */
export const PACK_NAME = /^\w[\w.-]{0,99}$/;

/** Where each system keeps what programs store for a person. */
const DATA_FOLDERS: Readonly<Partial<Record<NodeJS.Platform, (env: NodeJS.ProcessEnv) => string>>> =
  {
    darwin: () => join(homedir(), "Library/Application Support"),
    win32: (env) => env["APPDATA"] ?? join(homedir(), "AppData/Roaming"),
  };

/** The folder of added packs; NEEDLEDROP_PACKS names another. */
export const packsFolder = (
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => keptIn("packs", env["NEEDLEDROP_PACKS"], env, platform);

/** The folder of added captioners; NEEDLEDROP_CAPTIONERS names another. */
export const captionersFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  keptIn("captioners", env["NEEDLEDROP_CAPTIONERS"], env, process.platform);

function keptIn(
  name: string,
  chosen: string | undefined,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  if (chosen !== undefined && chosen !== "") return chosen;
  const { XDG_DATA_HOME: data } = env;
  const folder = DATA_FOLDERS[platform]?.(env) ?? (data || join(homedir(), ".local/share"));
  return join(folder, "needledrop", name);
}

/** Names of the packs that were added, in order; or of what else is kept in such a folder. */
export async function addedPacks(folder = packsFolder()): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && PACK_NAME.test(entry.name));
  return names.map(({ name }) => name).sort();
}

/**
 * The folder of a pack: of the one that ships, of one that was added, or one that is named itself.
 * @throws PackError there is no such pack, and no such folder.
 */
export async function packFolder(nameOrFolder: string): Promise<string> {
  if (nameOrFolder === BUNDLED) return DEFAULT_PACK;
  if (PACK_NAME.test(nameOrFolder)) {
    const added = join(packsFolder(), nameOrFolder);
    if (await isFolder(added)) return added;
  }
  if (await isFolder(nameOrFolder)) return nameOrFolder;
  const names = [BUNDLED, ...(await addedPacks())].join(", ");
  throw new PackError({
    what: "There is no such pack.",
    input: nameOrFolder,
    next: `Give --pack one of: ${names}; or the folder of a pack.`,
  });
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
