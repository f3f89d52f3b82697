import type {
  UxpFile,
  UxpFileSystem,
  UxpFolder,
  UxpFormat,
  UxpMetadata,
} from "../../../plugin/uxp/uxp.ts";
import { inFolder, nameOf, PLUGIN_FOLDER, TEMPORARY_FOLDER, type FakeDisk } from "./disk.ts";
import { need } from "./parameters.ts";

export const BINARY: UxpFormat = Symbol("binary");
export const UTF8: UxpFormat = Symbol("utf8");

const encoder = new TextEncoder();
const decoder = new TextDecoder();

abstract class FakeEntry {
  abstract readonly isFile: boolean;

  constructor(
    readonly disk: FakeDisk,
    readonly nativePath: string,
  ) {}

  get name(): string {
    return nameOf(this.nativePath);
  }

  async getMetadata(): Promise<UxpMetadata> {
    if (this.disk.stalled.has(this.nativePath)) return new Promise(() => undefined);
    const { created, modified } = this.disk.times(this.nativePath);
    const [dateCreated, dateModified] = [new Date(created), new Date(modified)];
    const size = this.isFile ? this.disk.size(this.nativePath) : 0;
    return Promise.resolve({ size, dateCreated, dateModified });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async delete(): Promise<number> {
    this.disk.remove(this.nativePath);
    return 0;
  }
}

class FakeFile extends FakeEntry implements UxpFile {
  readonly isFile = true;
  readonly isFolder = false;

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async read(...given: [{ format: UxpFormat }]): Promise<ArrayBuffer | string> {
    const format = formatOf(given, 1);
    const bytes = this.disk.read(this.nativePath);
    return format === UTF8 ? decoder.decode(bytes) : bytes.buffer;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async write(
    ...given: [ArrayBuffer | string, { format: UxpFormat; append?: boolean }]
  ): Promise<number> {
    const isText = formatOf(given, 2) === UTF8;
    const [data] = given;
    if ((typeof data === "string") !== isText) throw new Error("The data is of another format.");
    const bytes = typeof data === "string" ? encoder.encode(data) : new Uint8Array(data);
    return given[1].append === true
      ? this.disk.append(this.nativePath, bytes)
      : this.disk.write(this.nativePath, bytes);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async moveTo(
    ...given: [UxpFolder, { newName?: string; overwrite?: boolean }?]
  ): Promise<undefined> {
    need(given, 1);
    const [folder, { newName = this.name, overwrite = false } = {}] = given;
    const target = inFolder(folder.nativePath, newName);
    if (this.disk.has(target) !== null && !overwrite) throw new Error(`File exists: ${target}`);
    const bytes = this.disk.read(this.nativePath);
    this.disk.checkWrite(target);
    this.disk.remove(this.nativePath);
    this.disk.files.set(target, bytes);
  }
}

export class FakeFolder extends FakeEntry implements UxpFolder {
  readonly isFile = false;
  readonly isFolder = true;

  async getEntry(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    const path = inFolder(this.nativePath, given[0]);
    if (this.disk.stalled.has(path)) return new Promise(() => undefined);
    return entryAt(this.disk, path);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async getEntries(): Promise<(UxpFile | UxpFolder)[]> {
    return this.disk.list(this.nativePath).map((path) => entryAt(this.disk, path));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async createFile(...given: [string, { overwrite: boolean }]): Promise<UxpFile> {
    need(given, 2);
    const path = inFolder(this.nativePath, given[0]);
    this.disk.checkWrite(path);
    if (this.disk.has(this.nativePath) !== "folder")
      throw new Error(`No such folder: ${this.nativePath}`);
    if (this.disk.files.has(path) && !given[1].overwrite) throw new Error(`File exists: ${path}`);
    this.disk.files.set(path, new Uint8Array());
    return new FakeFile(this.disk, path);
  }
}

/** UXP's file system under `localFileSystem: "request"`. */
export class FakeFileSystem implements UxpFileSystem {
  /** What the person picks next, a folder or a file; null is Cancel. */
  readonly picks: (string | null)[] = [];
  /** How often the person was asked. */
  asked = 0;
  /** Files that the person has named for saving. */
  readonly saved: string[] = [];
  readonly tokens = new Map<string, string>();

  constructor(private readonly disk: FakeDisk) {}

  getPluginFolder(): Promise<UxpFolder> {
    return Promise.resolve(new FakeFolder(this.disk, PLUGIN_FOLDER));
  }

  getTemporaryFolder(): Promise<UxpFolder> {
    return Promise.resolve(new FakeFolder(this.disk, TEMPORARY_FOLDER));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async getFolder(): Promise<UxpFolder | null> {
    const picked = this.pick();
    if (picked === null) return null;
    this.disk.folders.add(picked);
    return new FakeFolder(this.disk, picked);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async getFileForSaving(
    ...given: [string, { types?: readonly string[] }?]
  ): Promise<UxpFile | null> {
    need(given, 1);
    const picked = this.pick();
    if (picked === null) return null;
    this.disk.files.set(picked, new Uint8Array());
    this.saved.push(picked);
    return new FakeFile(this.disk, picked);
  }

  createPersistentToken(...given: [UxpFolder]): Promise<string> {
    need(given, 1);
    const token = `token-${this.tokens.size + 1}`;
    this.tokens.set(token, given[0].nativePath);
    return Promise.resolve(token);
  }

  /**
   * Answers an entry for a folder that is gone, too: "retrieving an entry for a persistent token
   * does not guarantee that the entry is valid for use" (Adobe, FileSystemProvider).
   */
  getEntryForPersistentToken(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    const path = this.tokens.get(given[0]);
    if (path === undefined) return Promise.reject(new Error("Invalid token."));
    this.disk.granted.add(path);
    return Promise.resolve(
      this.disk.files.has(path) ? new FakeFile(this.disk, path) : new FakeFolder(this.disk, path),
    );
  }

  /** Not used by the plugin: `file:` needs `fullAccess`, which it does not ask for. */
  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async getEntryWithUrl(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    if (given[0].startsWith("plugin:"))
      return entryAt(this.disk, PLUGIN_FOLDER + given[0].slice("plugin:".length));
    throw new Error("Permission denied: fullAccess is needed.");
  }

  private pick(): string | null {
    this.asked++;
    const picked = this.picks.shift();
    if (picked === undefined) throw new Error("Nobody is there to pick.");
    if (picked !== null) this.disk.grant(picked);
    return picked;
  }
}

function entryAt(disk: FakeDisk, path: string): UxpFile | UxpFolder {
  disk.checkRead(path);
  const kind = disk.has(path);
  if (kind === null) throw new Error(`No such entry: ${path}`);
  return kind === "file" ? new FakeFile(disk, path) : new FakeFolder(disk, path);
}

function formatOf(given: readonly unknown[], count: number): UxpFormat {
  need(given, count);
  const { format } = given[count - 1] as { format?: unknown };
  if (format !== BINARY && format !== UTF8) throw new Error("Invalid parameter.");
  return format;
}
