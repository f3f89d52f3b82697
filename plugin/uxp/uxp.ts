/**
 * The part of Adobe's UXP runtime that Needledrop uses. Adobe's own types describe an older UXP
 * and give `any` for files and panels, so the few members we touch are declared here; what comes
 * out of them at run time is checked where it matters.
 */

/** Names a file's content format; UXP hands these out as opaque symbols. */
export type UxpFormat = symbol;

/** `size` of a folder is 0. */
export interface UxpMetadata {
  readonly size: number;
  readonly dateCreated: Date;
  readonly dateModified: Date;
}

interface UxpEntry {
  readonly isFile: boolean;
  readonly isFolder: boolean;
  readonly name: string;
  /** The operating system's path, as Premiere wants it: `/Users/…` or `C:\…`. */
  readonly nativePath: string;
  getMetadata(): Promise<UxpMetadata>;
  delete(): Promise<unknown>;
}

export interface UxpFile extends UxpEntry {
  read(options: { format: UxpFormat }): Promise<ArrayBuffer | string>;
  /** Replaces what the file held, unless `append` is true. Answers how many bytes it wrote. */
  write(
    data: ArrayBuffer | string,
    options: { format: UxpFormat; append?: boolean },
  ): Promise<number>;
  /** The handle may be stale afterwards: get the entry anew. */
  moveTo(folder: UxpFolder, options: { newName: string; overwrite: boolean }): Promise<unknown>;
}

export interface UxpFolder extends UxpEntry {
  /** Rejects when there is no such entry. `path` may go through folders. */
  getEntry(path: string): Promise<UxpFile | UxpFolder>;
  /** Rejects when the folder can no longer be reached. */
  getEntries(): Promise<readonly (UxpFile | UxpFolder)[]>;
  createFile(name: string, options: { overwrite: boolean }): Promise<UxpFile>;
}

export interface UxpFileSystem {
  /** Read-only. */
  getPluginFolder(): Promise<UxpFolder>;
  /** The plugin's own; may be emptied at any time. */
  getTemporaryFolder(): Promise<UxpFolder>;
  /** Asks the person; null when they cancel. */
  getFolder(): Promise<UxpFolder | null>;
  /** Asks the person; null when they cancel. `types`: endings without the dot. */
  getFileForSaving(
    suggestedName: string,
    options: { types: readonly string[] },
  ): Promise<UxpFile | null>;
  createPersistentToken(entry: UxpFolder): Promise<string>;
  /**
   * Rejects when the token is stale, but may as well answer an entry that can no longer be used
   * (Adobe, "FileSystemProvider", Premiere UXP reference).
   */
  getEntryForPersistentToken(token: string): Promise<UxpFile | UxpFolder>;
}

/**
 * `require("fs")`, which reads files part by part. Paths outside the plugin's own folders need
 * `fullAccess` (Adobe, "Filesystem operations"), which the plugin does not ask for; whether a build
 * makes an exception for what the person has chosen is not documented.
 */
export interface UxpFs {
  open(path: string, flag: "r"): Promise<number>;
  /** @param position in the file, from 0 */
  read(
    descriptor: number,
    buffer: ArrayBuffer,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>;
  close(descriptor: number): unknown;
}

/** Survives restarts of the host; the webview has none of its own. */
export interface UxpKeyValueStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface UxpShell {
  /** Asks the person first. Empty when it worked, else what went wrong. */
  openExternal(url: string, developerText: string): Promise<string>;
}

/** Builds differ in which of these they call, and with what. */
export interface UxpPanelHandlers<Root> {
  create(root?: Root | null): void;
  show(root?: Root | null): void;
  destroy(): void;
}

export interface Uxp<Root> {
  readonly versions: { readonly uxp: string };
  readonly host: { readonly name: string; readonly version: string };
  readonly entrypoints: {
    setup(entrypoints: { panels: Readonly<Record<string, UxpPanelHandlers<Root>>> }): void;
  };
  readonly shell: UxpShell;
  readonly storage: {
    readonly localFileSystem: UxpFileSystem;
    readonly formats: { readonly binary: UxpFormat; readonly utf8: UxpFormat };
  };
}

export function isFolder(entry: UxpFile | UxpFolder): entry is UxpFolder {
  return entry.isFolder;
}

export function isFile(entry: UxpFile | UxpFolder): entry is UxpFile {
  return entry.isFile;
}
