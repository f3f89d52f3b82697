import type {
  Uxp,
  UxpFile,
  UxpFileSystem,
  UxpFolder,
  UxpFormat,
  UxpKeyValueStore,
  UxpPanelHandlers,
  UxpShell,
} from "../../../plugin/uxp.ts";
import { PLUGIN_FOLDER, type FakeDisk } from "./disk.ts";
import type { FakeElement } from "./document.ts";
import type { Manifest } from "../../../tools/manifest.ts";
import { need } from "./parameters.ts";

const BINARY: UxpFormat = Symbol("binary");

class FakeFile implements UxpFile {
  readonly isFile = true;
  readonly isFolder = false;

  constructor(
    private readonly disk: FakeDisk,
    readonly nativePath: string,
  ) {}

  get name(): string {
    return this.nativePath.slice(this.nativePath.lastIndexOf("/") + 1);
  }

  async getMetadata(): Promise<{ size: number }> {
    return { size: (await this.#bytes()).length };
  }

  async read(...given: [{ format: UxpFormat }]): Promise<ArrayBuffer> {
    checkFormat(given, 1);
    return (await this.#bytes()).slice().buffer;
  }

  write(...given: [ArrayBuffer | string, { format: UxpFormat }]): Promise<number> {
    checkFormat(given, 2);
    this.disk.checkWrite(this.nativePath);
    if (typeof given[0] === "string") return Promise.reject(new Error("Not binary data."));
    const bytes = new Uint8Array(given[0]).slice(0, this.disk.bytesLeft);
    this.disk.files.set(this.nativePath, bytes);
    return Promise.resolve(bytes.length);
  }

  #bytes(): Promise<Uint8Array<ArrayBuffer>> {
    this.disk.checkRead(this.nativePath);
    const bytes = this.disk.files.get(this.nativePath);
    return bytes === undefined
      ? Promise.reject(new Error(`File does not exist: ${this.nativePath}`))
      : Promise.resolve(new Uint8Array(bytes));
  }
}

class FakeFolder implements UxpFolder {
  readonly isFile = false;
  readonly isFolder = true;

  constructor(
    private readonly disk: FakeDisk,
    readonly nativePath: string,
  ) {}

  get name(): string {
    return this.nativePath.slice(this.nativePath.lastIndexOf("/") + 1);
  }

  getMetadata(): Promise<{ size: number }> {
    return Promise.resolve({ size: 0 });
  }

  getEntry(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    return entryAt(this.disk, `${this.nativePath}/${given[0]}`);
  }

  createFile(...given: [string, { overwrite: boolean }]): Promise<UxpFile> {
    need(given, 2);
    const path = `${this.nativePath}/${given[0]}`;
    this.disk.checkWrite(path);
    if (this.disk.files.has(path) && !given[1].overwrite)
      return Promise.reject(new Error(`File exists: ${path}`));
    this.disk.files.set(path, new Uint8Array());
    return Promise.resolve(new FakeFile(this.disk, path));
  }
}

/** UXP's file system under `localFileSystem: "request"`. */
export class FakeFileSystem implements UxpFileSystem {
  /** What the person picks next; null is Cancel. */
  readonly picks: (string | null)[] = [];
  /** How often the person was asked. */
  asked = 0;
  readonly tokens = new Map<string, string>();

  constructor(private readonly disk: FakeDisk) {}

  getPluginFolder(): Promise<UxpFolder> {
    return Promise.resolve(new FakeFolder(this.disk, PLUGIN_FOLDER));
  }

  getFolder(): Promise<UxpFolder | null> {
    this.asked++;
    const picked = this.picks.shift();
    if (picked === undefined) throw new Error("Nobody is there to pick a folder.");
    if (picked === null) return Promise.resolve(null);
    this.disk.granted.add(picked);
    return Promise.resolve(new FakeFolder(this.disk, picked));
  }

  createPersistentToken(...given: [UxpFolder]): Promise<string> {
    need(given, 1);
    const token = `token-${this.tokens.size + 1}`;
    this.tokens.set(token, given[0].nativePath);
    return Promise.resolve(token);
  }

  getEntryForPersistentToken(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    const path = this.tokens.get(given[0]);
    if (path === undefined) return Promise.reject(new Error("Invalid token."));
    this.disk.granted.add(path);
    return entryAt(this.disk, path);
  }

  /** Not used by the plugin: `file:` needs `fullAccess`, which it does not ask for. */
  getEntryWithUrl(...given: [string]): Promise<UxpFile | UxpFolder> {
    need(given, 1);
    if (given[0].startsWith("plugin:"))
      return entryAt(this.disk, PLUGIN_FOLDER + given[0].slice("plugin:".length));
    return Promise.reject(new Error("Permission denied: fullAccess is needed."));
  }
}

/** UXP's way out to other programs, as far as the manifest opens it. */
export class FakeShell implements UxpShell {
  readonly opened: string[] = [];
  /** What the person answers when asked. */
  consents = true;

  constructor(private readonly permissions: Manifest["requiredPermissions"]) {}

  openExternal(...given: [string, string]): Promise<string> {
    need(given, 2);
    const [url, reason] = given;
    const scheme = new URL(url).protocol.slice(0, -1);
    const { schemes }: { schemes: readonly string[] } = this.permissions.launchProcess;
    if (!schemes.includes(scheme))
      return Promise.reject(new Error(`Permission denied: launchProcess lacks ${scheme}.`));
    if (reason === "") return Promise.reject(new Error("The person is not told why."));
    if (!this.consents) return Promise.resolve("User denied the request.");
    this.opened.push(url);
    return Promise.resolve("");
  }
}

/** `localStorage` of the plugin. */
export class FakeMemory implements UxpKeyValueStore {
  readonly #values = new Map<string, string>();
  getItem(key: string): string | null {
    return this.#values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#values.set(key, value);
  }
  removeItem(key: string): void {
    this.#values.delete(key);
  }
}

export class FakeUxp implements Uxp<FakeElement> {
  readonly host = { name: "Premiere Pro", version: "26.3.0" };
  readonly shell: FakeShell;
  readonly fileSystem: FakeFileSystem;
  readonly storage: Uxp<FakeElement>["storage"];
  panels: Readonly<Record<string, UxpPanelHandlers<FakeElement>>> | null = null;
  readonly entrypoints = {
    setup: (entrypoints: { panels: Record<string, UxpPanelHandlers<FakeElement>> }): void => {
      if (this.panels !== null) throw new Error("Entry points are set up already.");
      this.panels = entrypoints.panels;
    },
  };

  /** @param permissions what the plugin's manifest asks for */
  constructor(disk: FakeDisk, permissions: Manifest["requiredPermissions"]) {
    this.shell = new FakeShell(permissions);
    this.fileSystem = new FakeFileSystem(disk);
    this.storage = { localFileSystem: this.fileSystem, formats: { binary: BINARY } };
  }
}

function entryAt(disk: FakeDisk, path: string): Promise<UxpFile | UxpFolder> {
  disk.checkRead(path);
  if (disk.files.has(path)) return Promise.resolve(new FakeFile(disk, path));
  if (disk.folders.has(path)) return Promise.resolve(new FakeFolder(disk, path));
  return Promise.reject(new Error(`No such entry: ${path}`));
}

function checkFormat(given: readonly unknown[], count: number): void {
  need(given, count);
  const options = given[count - 1] as { format?: unknown };
  if (options.format !== BINARY) throw new Error("Invalid parameter.");
}
