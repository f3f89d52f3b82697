/** Where the plugin is installed on the imagined machine. */
export const PLUGIN_FOLDER = "/Library/UXP/needledrop";
/** UXP's folder for files that may be thrown away at any time. */
export const TEMPORARY_FOLDER = "/Library/UXP/temporary/needledrop";

// At load: a test may run without what UXP lacks, which these imagined machines still need.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The files of an imagined machine, and which of them UXP lets the plugin touch. */
export class FakeDisk {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>([PLUGIN_FOLDER, TEMPORARY_FOLDER]);
  /** Folders and files the person has opened to the plugin. */
  readonly granted = new Set<string>();
  /** Files that are there and cannot be read, as on a worn disk. */
  readonly unreadable = new Set<string>();
  /** Writing stops here, as on a full disk. */
  bytesLeft = Number.POSITIVE_INFINITY;
  /** What writing to a full disk does: some systems only cut the file short. */
  whenFull: "cutsShort" | "throws" = "cutsShort";
  private readonly unplugged = new Set<string>();
  private readonly revoked = new Set<string>();

  addFile(path: string, content: string): void {
    this.files.set(path, encoder.encode(content));
  }

  /** An audio file of that length, in the only format this machine knows. */
  addAudio(path: string, seconds: number): void {
    this.addFile(path, `audio ${seconds}`);
  }

  /** What a file says. @throws Error no such file */
  text(path: string): string {
    return decoder.decode(this.bytes(path));
  }

  /** Length in seconds of an audio file; null for anything else. @throws Error no such file */
  audioSeconds(path: string): number | null {
    const found = /^audio ([\d.]+)$/.exec(this.text(path));
    return found === null ? null : Number(found[1]);
  }

  /** Takes a drive away with all that is on it, until it is plugged in again. */
  unplug(path: string): void {
    this.unplugged.add(path);
  }

  plugIn(path: string): void {
    this.unplugged.delete(path);
  }

  /** The person opens a folder or file to the plugin. */
  grant(path: string): void {
    this.granted.add(path);
    this.revoked.delete(path);
  }

  /** The system withdraws a permission, also that of tokens, until the person gives it anew. */
  revoke(path: string): void {
    this.revoked.add(path);
  }

  read(path: string): Uint8Array<ArrayBuffer> {
    this.checkRead(path);
    if (this.unreadable.has(path)) throw new Error(`Read error: ${path}`);
    return new Uint8Array(this.bytes(path));
  }

  /** In bytes; known also of a file that cannot be read. */
  size(path: string): number {
    this.checkRead(path);
    return this.bytes(path).length;
  }

  /** Returns how many bytes were written. */
  write(path: string, bytes: Uint8Array): number {
    this.checkWrite(path);
    if (bytes.length > this.bytesLeft && this.whenFull === "throws")
      throw new Error(`No space left: ${path}`);
    const kept = bytes.slice(0, this.bytesLeft);
    this.files.set(path, kept);
    return kept.length;
  }

  remove(path: string): void {
    this.checkWrite(path);
    if (!this.files.delete(path) && !this.folders.delete(path))
      throw new Error(`No such entry: ${path}`);
  }

  has(path: string): "file" | "folder" | null {
    if (!this.isReachable(path)) return null;
    if (this.files.has(path)) return "file";
    return this.folders.has(path) ? "folder" : null;
  }

  /** Paths of what lies directly in a folder. @throws Error it cannot be reached */
  list(folder: string): string[] {
    this.checkRead(folder);
    if (this.has(folder) !== "folder") throw new Error(`No such folder: ${folder}`);
    return [...this.files.keys(), ...this.folders].filter(
      (path) => path !== folder && inFolder(folder, nameOf(path)) === path,
    );
  }

  checkRead(path: string): void {
    const isOpen = [PLUGIN_FOLDER, TEMPORARY_FOLDER, ...this.granted]
      .filter((folder) => !this.revoked.has(folder))
      .some((folder) => isWithin(path, folder));
    if (!isOpen) throw new Error(`Permission denied: ${path}`);
  }

  checkWrite(path: string): void {
    this.checkRead(path);
    if (isWithin(path, PLUGIN_FOLDER)) throw new Error(`Read-only: ${path}`);
    if (!this.isReachable(path)) throw new Error(`No such folder for: ${path}`);
  }

  private bytes(path: string): Uint8Array {
    const bytes = this.isReachable(path) ? this.files.get(path) : undefined;
    if (bytes === undefined) throw new Error(`File does not exist: ${path}`);
    return bytes;
  }

  private isReachable(path: string): boolean {
    return ![...this.unplugged].some((folder) => isWithin(path, folder));
  }
}

/** The path of `name` in a folder, with the folder's own separators: `\` on Windows. */
export function inFolder(folder: string, name: string): string {
  if (!folder.includes("\\")) return `${folder}/${name}`;
  return `${folder.replace(/\\$/, "")}\\${name.replaceAll("/", "\\")}`;
}

export function nameOf(path: string): string {
  return path.slice(lastSeparator(path) + 1);
}

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
}

function isWithin(path: string, folder: string): boolean {
  const isDrive = /[/\\]$/.test(folder);
  return (
    path === folder ||
    (path.startsWith(folder) && (isDrive || /[/\\]/.test(path[folder.length] ?? "")))
  );
}
