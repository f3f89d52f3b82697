import { FILE_LIMIT, type FolderFile } from "../../src/contract/folder.ts";
import { HostError } from "../../src/contract/errors.ts";
import { isPlainName, PAGE_FILES, type FolderPage } from "../../src/contract/host-folders.ts";
import { orElse } from "../premiere.ts";
import { soon } from "../uxp/soon.ts";
import { isFolder, type UxpFile, type UxpFolder } from "../uxp/uxp.ts";
import { gone, isThere } from "./own-folders.ts";

/** Folders within folders. UXP does not tell links, which may lead round in circles. */
export const DEPTH_LIMIT = 32;
/** Milliseconds after which a page is handed over as it is, so that the panel shows progress. */
const PAGE_MS = 2000;
/** UTF-16 units of the names in a page, which must fit into a message. */
const PAGE_TEXT = 1_000_000;
/** How many files are looked at together: each takes a round trip on a network drive. */
const TOGETHER = 64;
/** Milliseconds for what UXP tells of one entry. */
const PATIENCE = 30_000;

/** A folder within the one that is listed. */
interface Place {
  readonly folder: UxpFolder;
  /** What the names of its entries begin with: "" or "takes/". */
  readonly prefix: string;
  /** Signs of the folders around it, and its own, by which a circle is recognised. */
  readonly signs: readonly string[];
}

interface Waiting {
  readonly file: UxpFile;
  readonly name: string;
}

/** Lists the files of a folder and of all folders in it, page by page. */
export class FolderWalk {
  private readonly places: Place[];
  private readonly waiting: Waiting[] = [];
  private readonly unreadable: string[] = [];
  private given = 0;

  /** @param depth how many folders within folders are entered; at 0 none is, and that is no fault */
  constructor(
    private readonly root: UxpFolder,
    private readonly depth = DEPTH_LIMIT,
  ) {
    this.places = [{ folder: root, prefix: "", signs: [] }];
  }

  /** How many entries the pages so far held. */
  get position(): number {
    return this.given;
  }

  /**
   * The next page.
   * @throws HostError the folder has vanished, or holds more than `FILE_LIMIT` files
   */
  async next(): Promise<FolderPage> {
    const until = Date.now() + PAGE_MS;
    const files: FolderFile[] = [];
    let room = PAGE_TEXT;
    while (files.length <= PAGE_FILES - TOGETHER && room > 0 && Date.now() < until) {
      if (this.waiting.length === 0) {
        const place = this.places.pop();
        if (place === undefined) break;
        await this.enter(place);
        continue;
      }
      const looked = await Promise.all(this.waiting.splice(0, TOGETHER).map(describe));
      looked.forEach((found) => {
        if (typeof found === "string") this.unreadable.push(found);
        else files.push(found);
        room -= typeof found === "string" ? found.length : found.name.length;
      });
    }
    // Entries that cannot be read are one thing; a drive that was pulled out is another.
    if (this.unreadable.length > 0 && !(await isThere(this.root))) throw gone(this.root.nativePath);
    const unreadable = this.unreadable.splice(0, PAGE_FILES);
    this.given += files.length + unreadable.length;
    if (this.given > FILE_LIMIT) throw tooMany(this.root.nativePath);
    return { files, unreadable, done: this.isDone };
  }

  private get isDone(): boolean {
    return [this.places, this.waiting, this.unreadable].every(({ length }) => length === 0);
  }

  private async enter({ folder, prefix, signs }: Place): Promise<void> {
    const entries = await orElse(null, () => soon(PATIENCE, () => folder.getEntries()));
    if (entries === null) {
      this.unreadable.push(prefix === "" ? folder.name : prefix.slice(0, -1));
      return;
    }
    const sign = await signOf(folder, entries);
    if (signs.includes(sign)) return; // A link to a folder around it.
    for (const entry of entries) {
      const name = prefix + entry.name;
      if (entry.name.startsWith(".")) continue;
      if (!isPlainName(name) || name.length > 4000) this.unreadable.push(name.slice(0, 4000));
      else if (!isFolder(entry)) this.waiting.push({ file: entry, name });
      else if (this.depth === 0) continue;
      else if (signs.length < this.depth)
        this.places.push({ folder: entry, prefix: `${name}/`, signs: [...signs, sign] });
      else this.unreadable.push(name);
    }
  }
}

/** What the list says of a file; its name alone if it cannot be read. */
async function describe({ file, name }: Waiting): Promise<FolderFile | string> {
  return orElse<FolderFile | string>(name, async () => {
    const { size, dateModified } = await soon(PATIENCE, () => file.getMetadata());
    const modified = dateModified.getTime();
    return isSize(size) && Number.isFinite(modified) ? { name, bytes: size, modified } : name;
  });
}

const isSize = (size: number): boolean => Number.isInteger(size) && size >= 0;

/** The same for the same folder, whatever way led to it, and hardly for any other. */
async function signOf(
  folder: UxpFolder,
  entries: readonly { readonly name: string }[],
): Promise<string> {
  const times = await orElse("", async () => {
    const { dateCreated, dateModified } = await soon(PATIENCE, () => folder.getMetadata());
    return `${dateCreated.getTime()} ${dateModified.getTime()}`;
  });
  return JSON.stringify([times, ...entries.map(({ name }) => name).sort()]);
}

const tooMany = (input: string): HostError =>
  new HostError({
    what: "The folder holds more than half a million files.",
    input,
    next: "Add the folders in it one by one.",
  });
