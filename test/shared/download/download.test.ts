import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DownloadRequest } from "../../../src/contract/download.ts";
import { Cancel } from "../../../src/shared/download/cancel.ts";
import { download, type DownloadFolder } from "../../../src/shared/download/download.ts";
import {
  HOST,
  addressOf,
  brokenAfter,
  failure,
  mp3Bytes,
  openLoopback,
  wholeFile,
  type Loopback,
} from "./loopback.ts";

const SONG = mp3Bytes(3000);
const PATH = "/files/C-Funk.mp3";

/** A folder in memory, of a disk with so much room. */
class MemoryFolder implements DownloadFolder {
  readonly path = "/downloads";
  readonly files = new Map<string, Buffer>();
  /** What was done, in order. */
  readonly done: string[] = [];
  room = Infinity;
  /** What a full disk does. */
  whenFull: "throws" | "cutsShort" = "throws";

  size(name: string): Promise<number | null> {
    return Promise.resolve(this.files.get(name)?.length ?? null);
  }
  readText(name: string): Promise<string | null> {
    return Promise.resolve(this.files.get(name)?.toString() ?? null);
  }
  writeText(name: string, text: string): Promise<void> {
    this.done.push(`text ${name}`);
    this.files.set(name, Buffer.from(text));
    return Promise.resolve();
  }
  remove(name: string): Promise<void> {
    this.files.delete(name);
    return Promise.resolve();
  }
  begin(name: string) {
    this.files.set(name, Buffer.alloc(0));
    return Promise.resolve({
      append: (bytes: Uint8Array): Promise<void> => {
        const before = this.files.get(name) ?? Buffer.alloc(0);
        if (before.length + bytes.length > this.room && this.whenFull === "throws")
          return Promise.reject(new Error("ENOSPC: no space left on device"));
        this.files.set(name, Buffer.concat([before, bytes]).subarray(0, this.room));
        return Promise.resolve();
      },
      finish: (own: string): Promise<void> => {
        this.done.push(`name ${own}`);
        this.files.set(own, this.files.get(name) ?? Buffer.alloc(0));
        this.files.delete(name);
        return Promise.resolve();
      },
      discard: () => this.remove(name),
    });
  }
}

let host: Loopback;
let folder: MemoryFolder;

beforeEach(async () => {
  host = await openLoopback();
  host.answer(PATH, wholeFile(SONG));
  folder = new MemoryFolder();
});
afterEach(() => host.close());

const request = (address = addressOf("C-Funk.mp3")): DownloadRequest => ({
  ...{ trackId: "acme/1", title: "C-Funk", artist: "Ann", page: null, address },
  licence: { id: "CC0-1.0", name: "CC0" },
});

const get = (address?: string, cancel = new Cancel()) =>
  download(request(address), folder, { fetch: host.fetch, cancel });

describe("a download into a folder", () => {
  it("has its licence beside it before it has its name", async () => {
    expect(await get()).toEqual({ name: "C-Funk.mp3", bytes: SONG.length, isNew: true });
    expect(folder.done).toEqual(["text C-Funk.txt", "name C-Funk.mp3"]);
    expect([...folder.files.keys()].sort()).toEqual(["C-Funk.mp3", "C-Funk.txt"]);
    expect(folder.files.get("C-Funk.mp3")?.equals(SONG)).toBe(true);
  });

  it.each(["throws", "cutsShort"] as const)("keeps nothing on a full disk that %s", async (how) => {
    folder.room = 700_000;
    folder.whenFull = how;
    expect((await failure(get())).what).toMatch(/The disk is full/);
    expect([...folder.files.keys()]).toEqual([]);
  });

  it("keeps nothing of what broke off, was no audio, or was cancelled", async () => {
    host.answer(
      PATH,
      brokenAfter(SONG, 300_000, (_, response) => response.writeHead(500).end()),
    );
    await failure(get());
    host.answer(PATH, wholeFile(Buffer.from("<html>".repeat(20_000))));
    await failure(get());
    const cancel = new Cancel();
    host.answer(PATH, () => cancel.ask());
    await failure(get(undefined, cancel));
    expect([...folder.files.keys()]).toEqual([]);
  });

  it("keeps the text that says what a file is, although a second try fails", async () => {
    await get();
    folder.files.delete("C-Funk.mp3");
    host.answer(PATH, (_, response) => response.writeHead(503).end());
    await failure(get());
    expect([...folder.files.keys()]).toEqual(["C-Funk.txt"]);
  });

  it("is the only one that writes there where two go on at once", async () => {
    host.answer("/files/Other.mp3", wholeFile(mp3Bytes(2000, 9)));
    const both = [
      get(),
      download({ ...request(addressOf("Other.mp3")), trackId: "acme/2" }, folder, {
        fetch: host.fetch,
        cancel: new Cancel(),
      }),
    ];
    expect((await Promise.all(both)).map(({ bytes }) => bytes)).toEqual([3000 * 417, 2000 * 417]);
    expect(folder.files.get("C-Funk.mp3")?.equals(SONG)).toBe(true);
  });

  it.each(["..%2F..%2Fetc%2Fpasswd.mp3", "..", "%2e%2e%2fa.mp3", "a%00.mp3", "nul.mp3", "a.sh"])(
    "asks nobody for a file of the name %s",
    async (name) => {
      const error = await failure(get(`https://${HOST}/files/${name}`));
      expect(error.what).toMatch(/a name that is not safe/);
      expect([host.asked, folder.files.size]).toEqual([[], 0]);
    },
  );
});
