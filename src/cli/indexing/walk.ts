import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { AudioError } from "../../contract/errors.ts";
import { AUDIO_FILE } from "../../engine/decode/decode.ts";
import { mayStateLicence } from "../../engine/library/licence-files.ts";
import { within } from "../../shared/patience.ts";
import type { ListedFile, Listing } from "../../engine/library/music-source.ts";

/** The longest wait for an entry of a folder, in milliseconds: a network drive may never answer. */
const PATIENCE_MS = 60_000;
const inTime = <T>(work: Promise<T>): Promise<T> => within(PATIENCE_MS, "Nothing came.", work);

/**
 * Finds every audio file under a folder, and the texts beside them. Links are followed, but no folder is entered twice, so loops
 * end. Hidden files are skipped, as is everything but regular files (a pipe would never end).
 */
export async function walk(root: string): Promise<Listing> {
  const audio: ListedFile[] = [];
  const licences: ListedFile[] = [];
  const problems: AudioError[] = [];
  const entered = new Set<string>();

  async function enter(folder: string, prefix: string): Promise<void> {
    const real = await inTime(realpath(folder));
    if (entered.has(real)) return;
    entered.add(real);
    const names = (await inTime(readdir(folder))).filter((name) => !name.startsWith("."));
    for (const name of names.sort(byCodeUnit)) {
      await visit(join(folder, name), prefix + name).catch((cause: unknown) => {
        problems.push(unreadable(join(folder, name), cause));
      });
    }
  }

  async function visit(path: string, name: string): Promise<void> {
    const found = await follow(path);
    if (found === null) return;
    if (found.isDirectory()) await enter(path, `${name}/`);
    else if (found.isFile()) {
      const file = { name, path, bytes: found.size, modified: Math.floor(found.mtimeMs) };
      if (AUDIO_FILE.test(name)) audio.push(file);
      else if (mayStateLicence(name)) licences.push(file);
    }
  }

  await enter(root, "");
  return { audio, licences, problems };
}

/** What a link points to; null for a dead link without the name of an audio file. */
async function follow(path: string): Promise<Stats | null> {
  try {
    return await inTime(stat(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if ((code === "ENOENT" || code === "ELOOP") && !AUDIO_FILE.test(path)) return null;
    throw error;
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const unreadable = (path: string, cause: unknown): AudioError =>
  new AudioError({
    what: "The file cannot be read.",
    input: path,
    next: "Check that it exists and that you may read it.",
    cause,
  });
