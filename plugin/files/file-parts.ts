import { HostError } from "../../src/contract/errors.ts";
import { after } from "../../src/shared/clock.ts";
import { soon } from "../uxp/soon.ts";
import type { UxpFile, UxpFormat, UxpFs } from "../uxp/uxp.ts";

/** Largest file that is read whole where parts cannot be: two of them are kept. */
export const MOST_WHOLE = 512_000_000;
/** One for the folder that is indexed, one for the track that is played. */
const KEPT = 2;
/** Milliseconds for which a whole file that nobody reads is kept. */
const IDLE = 20_000;
/** Milliseconds for one read. */
const PATIENCE = 120_000;

/** A file that was read whole. */
interface Whole {
  readonly path: string;
  /** Its size and time when it was read: a file that has changed is read again. */
  readonly version: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads parts of files that the person has opened to the plugin. */
export class FileParts {
  private whole: readonly Whole[] = [];
  private stopWaiting = (): void => undefined;

  /** @param fs null where the host has none */
  constructor(
    private fs: UxpFs | null,
    private readonly binary: UxpFormat,
  ) {}

  /**
   * Bytes of a file: `length` of them, fewer only where it ends.
   * @throws HostError it is too large to be read whole, and parts of it cannot be read
   * @throws Error UXP's own, where the file cannot be read
   */
  async read(file: UxpFile, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.fs !== null) {
      try {
        return await soon(PATIENCE, () => readPart(this.fs, file.nativePath, position, length));
      } catch {
        // Either the file cannot be read, and the other way says so, or no file can in this way.
      }
    }
    const { bytes } = await this.readWhole(file);
    // It can be read, so what failed is the way.
    this.fs = null;
    return bytes.slice(position, position + length);
  }

  private async readWhole(file: UxpFile): Promise<Whole> {
    const path = file.nativePath;
    const { size, dateModified } = await soon(PATIENCE, () => file.getMetadata());
    if (size > MOST_WHOLE) throw tooLarge(path);
    const version = `${size} ${dateModified.getTime()}`;
    const kept = this.whole.find((one) => one.path === path && one.version === version);
    const found = kept ?? { path, version, bytes: await this.content(file) };
    this.whole = [found, ...this.whole.filter((one) => one.path !== path)].slice(0, KEPT);
    this.stopWaiting();
    this.stopWaiting = after(IDLE, () => {
      this.whole = [];
    });
    return found;
  }

  private async content(file: UxpFile): Promise<Uint8Array<ArrayBuffer>> {
    const content = await soon(PATIENCE, () => file.read({ format: this.binary }));
    if (typeof content === "string") throw new Error("The file was read as text.");
    return new Uint8Array(content);
  }
}

async function readPart(
  fs: UxpFs | null,
  path: string,
  position: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (fs === null) throw new Error("There is no fs.");
  const buffer = new ArrayBuffer(length);
  const descriptor = await fs.open(path, "r");
  try {
    let got = 0;
    // A read may come short before the file ends.
    while (got < length) {
      const { bytesRead } = await fs.read(descriptor, buffer, got, length - got, position + got);
      if (!(bytesRead >= 0 && bytesRead <= length - got)) throw new Error("The read is unclear.");
      if (bytesRead === 0) break;
      got += bytesRead;
    }
    return new Uint8Array(buffer, 0, got);
  } finally {
    await fs.close(descriptor);
  }
}

const tooLarge = (input: string): HostError =>
  new HostError({
    what: "The file is too large: Premiere lets Needledrop read it only as a whole.",
    input,
    next: "Cut it into shorter files, or convert it to FLAC or MP3.",
  });
