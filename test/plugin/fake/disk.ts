/** Where the plugin is installed on the imagined machine. */
export const PLUGIN_FOLDER = "/Library/UXP/needledrop";
/** UXP's folder for files that may be thrown away at any time. */
export const TEMPORARY_FOLDER = "/Library/UXP/temporary/needledrop";

// At load: a test may run without what UXP lacks, which these imagined machines still need.
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** When everything on an imagined machine was made, in milliseconds since 1970. */
export const LONG_AGO = 1_700_000_000_000;

/** The files of an imagined machine, and which of them UXP lets the plugin touch. */
export class FakeDisk {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>([PLUGIN_FOLDER, TEMPORARY_FOLDER]);
  /** Folders and files the person has opened to the plugin. */
  readonly granted = new Set<string>();
  /** Files that are there and cannot be read, as on a worn disk. */
  readonly unreadable = new Set<string>();
  /** Entries of which UXP tells no size and no time. */
  readonly withoutMetadata = new Set<string>();
  /** Entries of which UXP never tells anything, as on a network drive that stalls. */
  readonly stalled = new Set<string>();
  /** When entries were last modified, in milliseconds since 1970; others at `LONG_AGO`. */
  readonly modified = new Map<string, number>();
  /** Links to folders, by their path; UXP shows them as folders like any other. */
  readonly links = new Map<string, string>();
  /** Lengths in seconds of audio files in formats that this machine cannot read by itself. */
  readonly lengths = new Map<string, number>();
  /** Called before a file is read, whole or in part. */
  onRead: (path: string) => void = () => undefined;
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
    const known = this.lengths.get(path) ?? wavSeconds(this.bytes(path));
    if (known !== null) return known;
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
    this.onRead(path);
    this.checkRead(path);
    if (this.unreadable.has(path)) throw new Error(`Read error: ${path}`);
    return new Uint8Array(this.bytes(path));
  }

  /** In bytes; known also of a file that cannot be read. */
  size(path: string): number {
    this.checkRead(path);
    return this.bytes(path).length;
  }

  /**
   * When an entry was made and changed, in milliseconds since 1970; those of a link are its
   * folder's. @throws Error nothing is known of it
   */
  times(path: string): { readonly created: number; readonly modified: number } {
    this.checkRead(path);
    if (this.withoutMetadata.has(path)) throw new Error(`No metadata: ${path}`);
    const modified = this.modified.get(this.followed(path)) ?? LONG_AGO;
    return { created: LONG_AGO, modified };
  }

  /** Returns how many bytes were written. */
  write(path: string, bytes: Uint8Array): number {
    this.checkWrite(path);
    return this.put(path, new Uint8Array(), bytes);
  }

  /** The same, after what the file holds. */
  append(path: string, bytes: Uint8Array): number {
    this.checkWrite(path);
    return this.put(path, this.bytes(path), bytes);
  }

  private put(path: string, before: Uint8Array, bytes: Uint8Array): number {
    if (bytes.length > this.bytesLeft && this.whenFull === "throws")
      throw new Error(`No space left: ${path}`);
    const kept = bytes.slice(0, this.bytesLeft);
    this.bytesLeft -= kept.length;
    this.files.set(path, Buffer.concat([before, kept]));
    return kept.length;
  }

  remove(path: string): void {
    this.checkWrite(path);
    if (!this.files.delete(path) && !this.folders.delete(path))
      throw new Error(`No such entry: ${path}`);
  }

  has(path: string): "file" | "folder" | null {
    if (!this.isReachable(path)) return null;
    const real = this.followed(path);
    if (this.files.has(real)) return "file";
    return this.folders.has(real) ? "folder" : null;
  }

  /** Paths of what lies directly in a folder. @throws Error it cannot be reached */
  list(folder: string): string[] {
    this.checkRead(folder);
    if (this.has(folder) !== "folder") throw new Error(`No such folder: ${folder}`);
    const real = this.followed(folder);
    return [...this.files.keys(), ...this.folders, ...this.links.keys()]
      .filter((path) => path !== real && inFolder(real, nameOf(path)) === path)
      .map((path) => inFolder(folder, nameOf(path)));
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
    const bytes = this.isReachable(path) ? this.files.get(this.followed(path)) : undefined;
    if (bytes === undefined) throw new Error(`File does not exist: ${path}`);
    return bytes;
  }

  /** The path behind links, of which a path may have any number. */
  private followed(path: string): string {
    const link = [...this.links.keys()].find((one) => isWithin(path, one));
    if (link === undefined) return path;
    return this.followed((this.links.get(link) ?? "") + path.slice(link.length));
  }

  private isReachable(path: string): boolean {
    return ![...this.unplugged].some((folder) => isWithin(path, folder));
  }
}

/**
 * Length of a WAV file of PCM that has all the samples that its header claims; null for anything
 * else. Its chunks: `fmt `, any others, `data`.
 */
function wavSeconds(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const nameAt = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (nameAt(0) !== "RIFF" || nameAt(8) !== "WAVE") return null;
  if (view.getUint32(4, true) + 8 !== bytes.length) return null;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, length] = [nameAt(at), view.getUint32(at + 4, true)];
    if (name === "fmt ") bytesPerSecond = view.getUint32(at + 16, true);
    if (name === "data") return at + 8 + length > bytes.length ? null : length / bytesPerSecond;
    at += 8 + length + (length % 2);
  }
  return null;
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
