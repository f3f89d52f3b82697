import { HostError, NeedledropError } from "../../src/contract/errors.ts";
import type {
  FilePieceRequest,
  FolderPage,
  FolderPageRequest,
} from "../../src/contract/host-folders.ts";
import { orElse } from "../premiere.ts";
import { base64 } from "../uxp/base64.ts";
import { isFile, type UxpFile, type UxpFolder } from "../uxp/uxp.ts";
import type { FileParts } from "./file-parts.ts";
import { DEPTH_LIMIT, FolderWalk } from "./folder-walk.ts";
import { gone, isThere, type OwnFolders } from "./own-folders.ts";
import { isWithin } from "./paths.ts";

/** Folders that are read one after the other need not be looked for with every piece. */
interface Reached {
  readonly id: string;
  readonly folder: UxpFolder;
}

/** Lists and reads what lies in the editor's own folders. */
export class OwnFiles {
  private readonly walks = new Map<string, FolderWalk>();
  private reached: Reached | null = null;

  constructor(
    private readonly folders: OwnFolders,
    private readonly parts: FileParts,
  ) {}

  /** See `EditorHost.listFolder`. */
  async list({ folder, from }: FolderPageRequest): Promise<FolderPage> {
    if (from === 0) {
      const root = await this.folders.reach(folder);
      // Downloads lie in the folder itself; what was unpacked there may be of any size.
      const isFlat = this.folders
        .known()
        .some(({ id, takes }) => id === folder && takes === "catalogue");
      this.walks.set(folder, new FolderWalk(root, isFlat ? 0 : DEPTH_LIMIT));
    }
    const walk = this.walks.get(folder);
    if (walk?.position !== from) throw listedAnew(folder);
    try {
      const page = await walk.next();
      if (page.done) this.walks.delete(folder);
      return page;
    } catch (thrown) {
      this.walks.delete(folder);
      throw thrown;
    }
  }

  /** See `EditorHost.readFile`. */
  async read({ folder: id, name, position, length }: FilePieceRequest): Promise<string> {
    const folder = await this.reach(id);
    try {
      return base64(await this.parts.read(await fileIn(folder, name), position, length));
    } catch (cause) {
      this.reached = null;
      if (cause instanceof NeedledropError) throw cause;
      throw (await isThere(folder)) ? unreadable(name, cause) : gone(folder.nativePath);
    }
  }

  forget(id: string): void {
    this.walks.delete(id);
    if (this.reached?.id === id) this.reached = null;
    this.folders.forget(id);
  }

  private async reach(id: string): Promise<UxpFolder> {
    if (this.reached?.id === id) return this.reached.folder;
    const folder = await this.folders.reach(id);
    this.reached = { id, folder };
    return folder;
  }
}

/**
 * The file of a plain relative name.
 * @throws HostError it is not there, or lies outside the folder, as behind a link
 */
async function fileIn(folder: UxpFolder, name: string): Promise<UxpFile> {
  const entry = await orElse(null, () => folder.getEntry(name));
  if (entry !== null && isFile(entry) && isWithin(entry.nativePath, folder.nativePath))
    return entry;
  throw (await isThere(folder)) ? notThere(name) : gone(folder.nativePath);
}

const listedAnew = (input: string): HostError =>
  new HostError({
    what: "The list of the folder was begun anew.",
    input,
    next: "Update the folder again.",
  });
const notThere = (input: string): HostError =>
  new HostError({
    what: "The file is not in the folder.",
    input,
    next: "Update the folder.",
  });
const unreadable = (input: string, cause: unknown): HostError =>
  new HostError({
    what: "The file cannot be read.",
    input,
    next: "Check that it opens in another program, and that Premiere may read it.",
    cause,
  });
