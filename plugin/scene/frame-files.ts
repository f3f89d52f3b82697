import type { Sequence } from "@adobe/premierepro";
import { after } from "../../src/shared/clock.ts";
import type { Frame } from "../../src/contract/frames.ts";
import { maybe, orElse, type Premiere } from "../premiere.ts";
import { base64 } from "../uxp/base64.ts";
import { soon } from "../uxp/soon.ts";
import { isFile, type UxpFile, type UxpFolder, type UxpFormat } from "../uxp/uxp.ts";

export type Picture = Pick<Frame, "data" | "type">;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where frames go, and how. */
export interface FrameExport extends Size {
  readonly sequence: Sequence;
  /** Both Premiere and the plugin reach it: UXP's temporary folder. */
  readonly folder: UxpFolder;
  readonly binary: UxpFormat;
}

const EXPORT_MS = 5000;
// On Windows a file has been seen 1.5 s after Premiere said that it was there.
const ARRIVAL_MS = 5000;
const LOOK_MS = 100;
const LATE_MS = 30_000;

/**
 * Frames of a sequence, exported as files, read and deleted. What is reported of the export: it
 * answers before the file is there or complete; it adds an ending of its own (`frame.jpg.jpg`);
 * asked again quickly it may answer true and write nothing. So only what lies in the folder counts.
 */
export class FrameFiles {
  private readonly name = `needledrop-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  private attempts = 0;
  private hasFailed = false;

  constructor(
    private readonly premiere: Premiere,
    private readonly to: FrameExport,
  ) {}

  /**
   * The frame at a time of the sequence, or the reason why there is none. To be called again only
   * when it has answered.
   * @param at seconds from the sequence's beginning
   * @param limit longest picture, in characters of base64
   */
  async read(at: number, limit: number): Promise<Picture | string> {
    const first = await this.export(at, limit);
    if (typeof first !== "string") return first;
    this.hasFailed = true;
    return this.export(at, limit);
  }

  /** Deletes every file that was made, and later on those that came too late. */
  async cleanUp(): Promise<void> {
    await this.remove(this.name);
    if (this.hasFailed) after(LATE_MS, () => void this.remove(this.name));
  }

  private async export(at: number, limit: number): Promise<Picture | string> {
    const { sequence, folder, width, height } = this.to;
    const { Exporter, TickTime } = this.premiere;
    const name = `${this.name}-${++this.attempts}-frame`;
    try {
      const time = TickTime.createWithSeconds(at);
      // The ending chooses the format (Adobe, Exporter).
      const said = await soon(EXPORT_MS, () =>
        Exporter.exportSequenceFrame(
          sequence,
          time,
          `${name}.jpg`,
          folder.nativePath,
          width,
          height,
        ),
      );
      return maybe(said) === false ? "Premiere said no" : await this.arrival(name, limit);
    } catch (cause) {
      return `Premiere failed (${cause instanceof Error ? cause.message : String(cause)})`;
    } finally {
      await this.remove(name);
    }
  }

  /** Waits for a file that begins with `name`, until two looks find it complete and the same. */
  private async arrival(name: string, limit: number): Promise<Picture | string> {
    const deadline = Date.now() + ARRIVAL_MS;
    let size = 0;
    while (Date.now() < deadline) {
      const bytes = await this.largest(name);
      const isStable = size > 0 && bytes.length === size;
      size = bytes.length;
      const type = typeOf(bytes);
      if (isStable && type === null) return "its file is neither JPEG nor PNG";
      if (isStable && type !== null && isComplete(type, bytes)) return picture(type, bytes, limit);
      await new Promise<void>((resolve) => after(LOOK_MS, resolve));
    }
    return size === 0 ? "Premiere wrote no file" : "its file stayed incomplete";
  }

  /** What lies in the largest file of that name: with an ending too many, another may be empty. */
  private async largest(name: string): Promise<Uint8Array> {
    const files = await this.files(name);
    const read = await Promise.all(
      files.map((file) =>
        // Windows may refuse while Premiere still writes.
        orElse(new Uint8Array(), async () => {
          const content = await file.read({ format: this.to.binary });
          return typeof content === "string" ? new Uint8Array() : new Uint8Array(content);
        }),
      ),
    );
    return read.reduce((a, b) => (b.length > a.length ? b : a), new Uint8Array());
  }

  private async files(name: string): Promise<UxpFile[]> {
    const entries = await orElse([], () => this.to.folder.getEntries());
    return entries.filter((entry) => isFile(entry)).filter((file) => file.name.startsWith(name));
  }

  private async remove(name: string): Promise<void> {
    const files = await this.files(name);
    await Promise.all(files.map((file) => orElse(undefined, () => file.delete())));
  }
}

function picture(type: Picture["type"], bytes: Uint8Array, limit: number): Picture | string {
  return (bytes.length * 4) / 3 > limit - 4
    ? "its file is too large"
    : { type, data: base64(bytes) };
}

const JPEG_HEAD = [0xff, 0xd8, 0xff];
const JPEG_TAIL = [0xff, 0xd9];
const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The name of the last chunk and its checksum. */
const PNG_TAIL = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];

function typeOf(bytes: Uint8Array): Picture["type"] | null {
  if (hasAt(bytes, 0, JPEG_HEAD)) return "image/jpeg";
  return hasAt(bytes, 0, PNG_HEAD) ? "image/png" : null;
}

function isComplete(type: Picture["type"], bytes: Uint8Array): boolean {
  const tail = type === "image/jpeg" ? JPEG_TAIL : PNG_TAIL;
  return hasAt(bytes, bytes.length - tail.length, tail);
}

function hasAt(bytes: Uint8Array, at: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte);
}
