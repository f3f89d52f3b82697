import type { EditorHost } from "../../contract/editor-host.ts";
import { HostError } from "../../contract/errors.ts";
import type { FolderAccess, FolderFile, FolderListing } from "../../contract/folder.ts";
import { BUNDLED_FOLDER, PIECE_BYTES, type HostFolder } from "../../contract/host-folders.ts";
import { decodeBase64 } from "../loading/base64.ts";
import { decodeFile, type OwnFile } from "./own-file.ts";

/** The part of the host that reads folders. */
type FolderHost = Pick<
  EditorHost,
  "addFolder" | "knownFolders" | "listFolder" | "readFile" | "forgetFolder"
>;

/** Folders that the editing application reads for the page, and remembers from start to start. */
export class HostFolders {
  private known: readonly HostFolder[] = [];

  /** @param host null while there is none that opens folders */
  constructor(private readonly host: () => FolderHost | null) {}

  /** Whether a folder is asked for by the host; otherwise the browser does. */
  get isOffered(): boolean {
    return this.host() !== null;
  }

  /** The folders that were added before. @throws HostError, BridgeError the host does not say */
  async remembered(): Promise<FolderAccess[]> {
    const host = this.host();
    if (host === null) return [];
    this.known = await host.knownFolders();
    return this.known.map((folder) => hostFolder(host, folder));
  }

  /**
   * Asks the editor for a folder; null if they cancel.
   * @throws HostError, BridgeError the host does not ask, or does not remember the folder
   */
  async add(): Promise<FolderAccess | null> {
    const host = this.host();
    const added = host === null ? null : await host.addFolder();
    if (host === null || added === null) return null;
    this.known = [...this.known.filter(({ id }) => id !== added.id), added];
    return hostFolder(host, added);
  }

  /**
   * Asks the editor for a folder that is needed only for a moment; null if they cancel.
   * @returns what reads it, and a way to forget it, unless it was remembered before
   * @throws HostError, BridgeError the host does not ask
   */
  async borrow(): Promise<{ access: FolderAccess; giveBack: () => Promise<void> } | null> {
    const before = new Set((await this.remembered()).map(({ id }) => id));
    const access = await this.add();
    if (access === null) return null;
    const giveBack = async (): Promise<void> => {
      if (!before.has(access.id)) await this.forget(access.id);
    };
    return { access, giveBack };
  }

  /** Forgets a folder; one that it does not know is no error. */
  async forget(id: string): Promise<void> {
    this.known = this.known.filter((one) => one.id !== id);
    await this.host()?.forgetFolder(id);
  }

  /** The file at a native path; null for what is in no folder that the host remembers. */
  fileAt(path: string): OwnFile | null {
    const host = this.host();
    if (host === null) return null;
    for (const folder of this.known) {
      const name = nameIn(folder.path, path);
      if (name !== null) return new HostFile(host, folder.id, name);
    }
    return null;
  }
}

/** Files that are read side by side: by several packs, and for a cover. */
const MOST_OPEN = 4;

/** A folder that the host reads. */
export function hostFolder(host: FolderHost, { id, name, path, takes }: HostFolder): FolderAccess {
  // Decoders read a little at a time: those files stay open that are read side by side.
  const open = new Map<string, HostFile>();
  const fileAt = (name: string): HostFile => {
    const file = open.get(name) ?? new HostFile(host, id, name);
    open.delete(name); // So that the first in the map has not been read for longest.
    open.set(name, file);
    const [oldest] = open.keys();
    if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
    return file;
  };
  return {
    ...{ id, name, path, takes: takes ?? "all" },
    list: () => {
      open.clear(); // They may have changed since.
      return listAll(host, id);
    },
    read: (file, position, length) => fileAt(file).read(position, length),
    decode: (file) => decodeFile(fileAt(file)),
  };
}

async function listAll(host: FolderHost, folder: string): Promise<FolderListing> {
  const files: FolderFile[] = [];
  const unreadable: string[] = [];
  for (let done = false; !done;) {
    const page = await host.listFolder({ folder, from: files.length + unreadable.length });
    files.push(...page.files);
    unreadable.push(...page.unreadable);
    ({ done } = page);
  }
  return { files, unreadable };
}

/** A file of the audio that ships, which the host reads for the page. @param path of that kind */
export const bundledFile = (host: Pick<FolderHost, "readFile">, path: string): OwnFile =>
  new HostFile(host, BUNDLED_FOLDER, path);

/** A file that is read across the bridge, in pieces as large as a message takes. */
class HostFile implements OwnFile {
  readonly size = Infinity;
  private piece: { readonly at: number; readonly bytes: Uint8Array } | null = null;

  constructor(
    private readonly host: Pick<FolderHost, "readFile">,
    private readonly folder: string,
    readonly name: string,
  ) {}

  async read(position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    let got = 0;
    while (got < length) {
      const { at, bytes: held } = await this.pieceFor(position + got);
      const part = held.subarray(position + got - at, position + length - at);
      if (part.length === 0) break;
      bytes.set(part, got);
      got += part.length;
    }
    return bytes.subarray(0, got);
  }

  private async pieceFor(position: number): Promise<{ at: number; bytes: Uint8Array }> {
    const at = position - (position % PIECE_BYTES);
    if (this.piece?.at === at) return this.piece;
    const { folder, name } = this;
    const request = { folder, name, position: at, length: PIECE_BYTES };
    this.piece = { at, bytes: decoded(name, await this.host.readFile(request)) };
    return this.piece;
  }
}

/** @throws HostError a piece is damaged */
function decoded(name: string, piece: string): Uint8Array {
  try {
    return decodeBase64(piece);
  } catch (cause) {
    throw new HostError({
      what: "A part of the file arrived damaged.",
      input: name,
      next: "Try again.",
      cause,
    });
  }
}

/** The name of a file relative to a folder, with forward slashes; null if it is not in it. */
function nameIn(folder: string, path: string): string | null {
  const separator = folder.includes("\\") ? "\\" : "/";
  const base = folder.endsWith(separator) ? folder : folder + separator;
  if (!path.startsWith(base)) return null;
  const name = path.slice(base.length);
  return separator === "/" ? name : name.replaceAll("\\", "/");
}
