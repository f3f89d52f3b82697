import * as v from "valibot";
import { HostError } from "../../src/contract/errors.ts";
import { HostFolderSchema, type HostFolder } from "../../src/contract/host-folders.ts";
import { shortHash } from "../../src/shared/short-hash.ts";
import { ask, maybe, orElse } from "../premiere.ts";
import { soon } from "../uxp/soon.ts";
import { isWithin } from "./paths.ts";
import { isFolder, type UxpFileSystem, type UxpFolder, type UxpKeyValueStore } from "../uxp/uxp.ts";

const MEMORY_KEY = "needledrop.own-folders";
/** Milliseconds for a drive to wake up. */
const PATIENCE = 30_000;

/** A folder, and UXP's token for it. */
const RememberedSchema = v.array(v.object({ ...HostFolderSchema.entries, token: v.string() }));
type Remembered = v.InferOutput<typeof RememberedSchema>[number];

/**
 * The folders of the editor's own music. UXP opens them only by a token that it gave when the
 * person chose the folder, so the tokens are kept from start to start.
 */
export class OwnFolders {
  constructor(
    private readonly fileSystem: UxpFileSystem,
    private readonly memory: UxpKeyValueStore,
  ) {}

  /** See `EditorHost.knownFolders`. */
  known(): HostFolder[] {
    return this.remembered().map(({ id, name, path, takes }) => ({
      ...{ id, name, path },
      ...(takes === undefined ? {} : { takes }),
    }));
  }

  /**
   * See `EditorHost.addFolder`. A folder that was added before keeps its id and gets a new token.
   * @param takes what is taken in of its music; of a folder that was added for all of it, all
   * @throws HostError it lies in the plugin's own folder, which an update empties
   */
  async add(takes: "all" | "catalogue" = "all"): Promise<HostFolder | null> {
    const answer = await ask("Premiere could not ask for a folder.", "own music", () =>
      this.fileSystem.getFolder(),
    );
    const folder = maybe(answer) ?? null;
    if (folder === null) return null;
    const { name, nativePath: path } = folder;
    const own = await orElse(null, () => this.fileSystem.getPluginFolder());
    if (own !== null && isWithin(path, own.nativePath)) throw ownFolder(path);
    return ask("Premiere could not remember the folder.", path, async () => {
      const token = await this.fileSystem.createPersistentToken(folder);
      const before = this.remembered();
      const known = before.find((one) => one.path === path);
      const id = known?.id ?? idOf(path);
      const some = takes === "catalogue" && (known === undefined || known.takes === "catalogue");
      const added: HostFolder = {
        ...{ id, name: name === "" ? path : name, path },
        ...(some ? { takes } : {}),
      };
      this.remember([...before.filter((one) => one.id !== id), { ...added, token }]);
      return added;
    });
  }

  /** See `EditorHost.forgetFolder`. */
  forget(id: string): void {
    this.remember(this.remembered().filter((one) => one.id !== id));
  }

  /**
   * The folder, as it can be read now. Its token stays: a drive may be plugged in again.
   * @throws HostError it is not known, gone, or may no longer be read
   */
  async reach(id: string): Promise<UxpFolder> {
    const known = this.remembered().find((one) => one.id === id);
    if (known === undefined) throw unknown(id);
    const entry = await orElse(null, () =>
      soon(PATIENCE, () => this.fileSystem.getEntryForPersistentToken(known.token)),
    );
    if (entry === null || !isFolder(entry)) throw withdrawn(known.path);
    // A token gives an entry also for a folder that is gone.
    if (!(await isThere(entry))) throw gone(known.path);
    return entry;
  }

  private remembered(): Remembered[] {
    try {
      const parsed = v.safeParse(
        RememberedSchema,
        JSON.parse(this.memory.getItem(MEMORY_KEY) ?? "[]"),
      );
      return parsed.success ? parsed.output : [];
    } catch {
      return []; // What is not JSON is not ours.
    }
  }

  private remember(folders: readonly Remembered[]): void {
    this.memory.setItem(MEMORY_KEY, JSON.stringify(folders));
  }
}

/** Whether a folder can be read now. */
export function isThere(folder: UxpFolder): Promise<boolean> {
  return orElse(false, async () => {
    await soon(PATIENCE, () => folder.getEntries());
    return true;
  });
}

/** The same for the same path, also after a reinstallation: the index of a folder is kept under it. */
const idOf = (path: string): string => `folder-${shortHash(path)}`;

const ownFolder = (input: string): HostError =>
  new HostError({
    what: "Music cannot be kept in Needledrop's own folder, which an update empties.",
    input,
    next: "Choose another folder.",
  });
const unknown = (input: string): HostError =>
  new HostError({
    what: "Needledrop does not know this folder.",
    input,
    next: "Add the folder.",
  });
const withdrawn = (input: string): HostError =>
  new HostError({
    what: "Premiere no longer lets Needledrop read this folder.",
    input,
    next: "Add the folder again.",
  });
export const gone = (input: string): HostError =>
  new HostError({
    what: "The folder is not there.",
    input,
    next: "Connect its drive and try again. If the folder was moved, add it again.",
  });
