import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PackError, UsageError } from "../../contract/errors.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { takePack, type TakenPack } from "../../engine/encode/take-pack.ts";
import { loadVocabulary } from "../../engine/encode/vocabulary.ts";
import { loadPack } from "../../engine/open.ts";
import { DEFAULT_PACK, diskAssets } from "../assets.ts";
import { BUNDLED, isFolder, PACK_NAME, packsFolder } from "./added-packs.ts";
import { diskPack } from "./disk-pack.ts";

/** A pack that was added. */
export interface AddedPack {
  readonly name: string;
  readonly pack: Pack;
  /** Where it is now. */
  readonly folder: string;
}

/**
 * Verifies a pack, or a CLAP model, and copies it to where added packs are kept.
 * @param name what it is called; the name that it gives itself unless given
 * @param onProgress called with the share that is done, 0 to 1
 * @throws PackError it is none, or is damaged.
 * @throws UsageError there is a pack of that name, or the name is none.
 */
export async function addPack(
  folder: string,
  name: string | undefined,
  onProgress: (done: number) => void,
): Promise<AddedPack> {
  if (name !== undefined) await checkFree(name);
  const taken = await takePack(await diskPack(folder), {
    assets: diskAssets({ pack: folder }),
    runtime: nodeRuntime(),
    words: async () => loadVocabulary(await loadPack(diskAssets({ pack: DEFAULT_PACK }))),
    onProgress,
  });
  const called = name ?? taken.pack.manifest.name;
  await checkFree(called);
  const kept = join(packsFolder(), called);
  await copy(taken, kept);
  return { name: called, pack: await loadPack(diskAssets({ pack: kept })), folder: kept };
}

async function checkFree(name: string): Promise<void> {
  if (!PACK_NAME.test(name)) {
    throw new UsageError({
      what: "This cannot be the name of a pack.",
      input: name,
      next: "Use letters, digits, dots, hyphens and underscores, and begin with no dot.",
    });
  }
  if (name !== BUNDLED && !(await isFolder(join(packsFolder(), name)))) return;
  throw new UsageError({
    what: "There is a pack of that name.",
    input: name,
    next: 'Give it another with --name, or remove that one with "needledrop pack remove".',
  });
}

/** Copies a pack, or another model, whole or not at all. @throws PackError it cannot be written */
export async function copy(
  taken: Pick<TakenPack, "files" | "read">,
  folder: string,
): Promise<void> {
  // A name that begins with a dot is no pack's.
  const part = join(dirname(folder), `.${randomBytes(6).toString("hex")}.part`);
  const discard = (): void => rmSync(part, { recursive: true, force: true });
  process.once("exit", discard);
  try {
    for (const file of taken.files) {
      await mkdir(dirname(join(part, file)), { recursive: true });
      await writeFile(join(part, file), await taken.read(file), { flush: true });
    }
    await rename(part, folder);
  } catch (cause) {
    await rm(part, { recursive: true, force: true });
    if (cause instanceof PackError) throw cause;
    throw new PackError({
      what: "The model cannot be copied.",
      input: folder,
      next: "Free some space, or let NEEDLEDROP_PACKS or NEEDLEDROP_CAPTIONERS name a folder that can be written to.",
      cause,
    });
  } finally {
    process.off("exit", discard);
  }
}
