import type { UxpFs } from "../../../plugin/uxp/uxp.ts";
import { PLUGIN_FOLDER, type FakeDisk } from "./disk.ts";
import { need } from "./parameters.ts";

/** UXP's `fs` module, as far as it reads files in parts. */
export class FakeFs implements UxpFs {
  /**
   * Whether it opens what the person has opened to the plugin. Adobe's documentation asks for
   * `fullAccess` for any path outside the plugin's own folders.
   */
  opensChosen = false;
  /** Most bytes of one read: a read may come short before the file ends. */
  mostAtOnce = Number.POSITIVE_INFINITY;
  /** What a read claims to have read, where it is not what it has read. */
  claims: ((bytesRead: number) => number) | null = null;
  private readonly paths = new Map<number, string>();
  private last = 2;

  constructor(private readonly disk: FakeDisk) {}

  /** Descriptors that were not closed. */
  get openFiles(): number {
    return this.paths.size;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async open(...given: [string, "r"]): Promise<number> {
    need(given, 2);
    const [path] = given;
    if (!this.opensChosen && !path.startsWith(PLUGIN_FOLDER))
      throw new Error(`Permission denied: ${path}`);
    this.disk.size(path);
    this.paths.set(++this.last, path);
    return this.last;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async read(
    ...given: [number, ArrayBuffer, number, number, number]
  ): Promise<{ bytesRead: number }> {
    need(given, 5);
    const [descriptor, buffer, offset, length, position] = given;
    const path = this.paths.get(descriptor);
    if (path === undefined) throw new Error("Bad file descriptor.");
    const isInBuffer = offset >= 0 && length >= 0 && offset + length <= buffer.byteLength;
    if (!isInBuffer || position < 0) throw new Error("Invalid parameter.");
    const until = position + Math.min(length, this.mostAtOnce);
    const bytes = this.disk.read(path).subarray(position, until);
    new Uint8Array(buffer).set(bytes, offset);
    return { bytesRead: this.claims?.(bytes.length) ?? bytes.length };
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- UXP answers a promise.
  async close(...given: [number]): Promise<number> {
    need(given, 1);
    if (!this.paths.delete(given[0])) throw new Error("Bad file descriptor.");
    return 0;
  }
}
