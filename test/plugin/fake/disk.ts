/** Where the plugin is installed on the imagined machine. */
export const PLUGIN_FOLDER = "/Library/UXP/needledrop";

/** The files of an imagined machine, and which of them UXP lets the plugin touch. */
export class FakeDisk {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Set<string>([PLUGIN_FOLDER]);
  /** Folders the person has opened to the plugin. */
  readonly granted = new Set<string>();
  /** Writing stops here, as on a full disk. */
  bytesLeft = Number.POSITIVE_INFINITY;

  addFile(path: string, content: string): void {
    this.files.set(path, new TextEncoder().encode(content));
  }

  /** An audio file of that length, in the only format this machine knows. */
  addAudio(path: string, seconds: number): void {
    this.addFile(path, `audio ${seconds}`);
  }

  /** Length in seconds of an audio file; null for anything else. @throws Error no such file */
  audioSeconds(path: string): number | null {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`File does not exist: ${path}`);
    const found = /^audio ([\d.]+)$/.exec(new TextDecoder().decode(bytes));
    return found === null ? null : Number(found[1]);
  }

  checkRead(path: string): void {
    if ([PLUGIN_FOLDER, ...this.granted].some((folder) => isWithin(path, folder))) return;
    throw new Error(`Permission denied: ${path}`);
  }

  checkWrite(path: string): void {
    this.checkRead(path);
    if (isWithin(path, PLUGIN_FOLDER)) throw new Error(`Read-only: ${path}`);
  }
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
