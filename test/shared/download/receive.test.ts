import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Cancel } from "../../../src/shared/download/cancel.ts";
import { receive, type ReceiveOptions } from "../../../src/shared/download/receive.ts";
import type { Fetch } from "../../../src/shared/download/reply.ts";
import {
  addressOf,
  brokenAfter,
  failure,
  mp3Bytes,
  openLoopback,
  wholeFile,
  type Loopback,
} from "./loopback.ts";

const ADDRESS = addressOf("C-Funk.mp3");
const PATH = "/files/C-Funk.mp3";
/** Two pieces and a bit. */
const SONG = mp3Bytes(6000);

let host: Loopback;
let written: Uint8Array[];
let progress: [number, number | null][];

beforeEach(async () => {
  host = await openLoopback();
  written = [];
  progress = [];
});
afterEach(() => host.close());

function get(address = ADDRESS, options: Partial<ReceiveOptions> = {}): Promise<number> {
  return receive(address, {
    fetch: host.fetch,
    append: (bytes) => Promise.resolve(void written.push(bytes)),
    cancel: new Cancel(),
    onProgress: (done, total) => progress.push([done, total]),
    ...options,
  });
}

/** Compared as buffers: matchers take seconds for millions of bytes. */
const isWhole = (whole = SONG): boolean => Buffer.concat(written).equals(whole);

describe("a download that goes well", () => {
  it("hands on every byte, in pieces, and says how far it is", async () => {
    host.answer(PATH, wholeFile(SONG));
    expect(await get()).toBe(SONG.length);
    expect(isWhole()).toBe(true);
    expect(written.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toEqual([SONG.length, SONG.length]);
    const done = progress.map(([bytes]) => bytes);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  it("tells the host nothing but what it asks for", async () => {
    host.answer(PATH, wholeFile(SONG));
    await get();
    const [headers = {}] = host.headers;
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.range).toBeUndefined();
  });

  it("does not know the length of a body that comes in chunks without one", async () => {
    host.answer(PATH, (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg" });
      response.write(SONG.subarray(0, 5000));
      response.end(SONG.subarray(5000));
    });
    expect(await get()).toBe(SONG.length);
    expect(isWhole()).toBe(true);
    expect(progress.at(-1)).toEqual([SONG.length, null]);
  });

  it("works where the runtime gives a body only as a whole", async () => {
    host.answer(PATH, wholeFile(SONG));
    const whole: Fetch = async (...given) => {
      const reply = await host.fetch(...given);
      const { status, url, headers } = reply;
      return { status, url, headers, arrayBuffer: () => reply.arrayBuffer() };
    };
    expect(await get(ADDRESS, { fetch: whole })).toBe(SONG.length);
    expect(isWhole()).toBe(true);
  });

  it("takes a small file, and one without a type", async () => {
    const small = mp3Bytes(3);
    host.answer(PATH, (_, response) => response.writeHead(200).end(small));
    expect(await get()).toBe(small.length);
    expect(isWhole(small)).toBe(true);
  });
});

describe("redirects", () => {
  const sendTo = (location: string) =>
    host.answer(PATH, (_, response) => response.writeHead(302, { location }).end());

  it.each([
    "/moved/C-Funk.mp3",
    "../moved/C-Funk.mp3".replace("../", ""),
    addressOf("x").replace("/files/x", "/moved/C-Funk.mp3"),
  ])("are followed on the same host: %s", async (location) => {
    const path = location.startsWith("moved") ? `/files/${location}` : "/moved/C-Funk.mp3";
    sendTo(location);
    host.answer(path, wholeFile(SONG));
    expect(await get()).toBe(SONG.length);
    expect(host.asked).toEqual([PATH, path]);
  });

  it("asks anew where `fetch` has followed one by itself, since such a body cannot be read in UXP", async () => {
    sendTo("/moved/C-Funk.mp3");
    host.answer("/moved/C-Funk.mp3", wholeFile(SONG));
    const inUxp: Fetch = async (address, init) => {
      const reply = await host.fetch(address, { ...init, redirect: "follow" as "manual" });
      if (reply.url === address) return reply;
      return { ...pick(reply), arrayBuffer: () => Promise.reject(new Error("Already read")) };
    };
    expect(await get(ADDRESS, { fetch: inUxp })).toBe(SONG.length);
    expect(isWhole()).toBe(true);
  });

  it.each([
    "https://elsewhere.example/C-Funk.mp3",
    `https://music.example.elsewhere.example/C-Funk.mp3`,
    "http://music.example/moved/C-Funk.mp3",
    "//elsewhere.example/C-Funk.mp3",
    "https://music.example@elsewhere.example/C-Funk.mp3",
    "/login?next=C-Funk.mp3",
    "file:///etc/passwd",
    "",
  ])("are refused elsewhere, and nobody else is asked: %s", async (location) => {
    sendTo(location);
    const error = await failure(get());
    expect(error.what).toMatch(/sends the download on to another place/);
    expect(host.asked).toEqual([PATH]);
    expect(written).toEqual([]);
  });

  it("are not followed in circles", async () => {
    sendTo(PATH);
    expect((await failure(get())).what).toMatch(/in circles/);
    expect(host.asked.length).toBeLessThan(10);
  });
});

describe("a host that sends something else", () => {
  it.each([404, 410])("says that the file is gone: %i", async (status) => {
    host.answer(PATH, (_, response) => response.writeHead(status).end());
    expect((await failure(get())).what).toBe("music.example does not have this file any more.");
  });

  it.each([206, 204, 401, 403, 429, 500, 503])("says what it refused with: %i", async (status) => {
    host.answer(PATH, (_, response) => response.writeHead(status).end());
    expect((await failure(get())).what).toContain(`status ${status}`);
    expect(written).toEqual([]);
  });

  const PAGE = `<!doctype html><title>Not found</title>${"<p>Sorry.</p>".repeat(9000)}`;

  it.each(["text/html; charset=utf-8", "application/json", "image/png"])(
    "is refused by its type although all is well otherwise: %s",
    async (type) => {
      host.answer(PATH, wholeFile(SONG, type));
      expect((await failure(get())).what).toMatch(/other than the audio file/);
      expect(written).toEqual([]);
    },
  );

  it.each(["audio/mpeg", "application/octet-stream"])(
    "is refused by its content where it calls a page %s",
    async (type) => {
      host.answer(PATH, wholeFile(new TextEncoder().encode(PAGE), type));
      expect((await failure(get())).what).toMatch(/other than the audio file/);
      expect(written).toEqual([]);
    },
  );

  it("is refused where it sends another kind of audio, or nothing", async () => {
    const wav = new TextEncoder().encode(`RIFF____WAVEfmt ${"x".repeat(100)}`);
    host.answer(PATH, wholeFile(wav));
    expect((await failure(get())).what).toMatch(/other than the audio file/);
    host.answer(PATH, (_, response) =>
      response.writeHead(200, { "content-type": "audio/mpeg" }).end(),
    );
    expect((await failure(get())).what).toMatch(/other than the audio file/);
    expect(written).toEqual([]);
  });

  it("is refused before it sends more than any track has", async () => {
    host.answer(PATH, (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": 9e9 });
      response.write(SONG.subarray(0, 1000));
    });
    expect((await failure(get())).what).toMatch(/too large .*9000 MB/);
    expect(written).toEqual([]);
  });
});

describe("a connection that fails", () => {
  it("is taken up where it broke off", async () => {
    host.answer(PATH, brokenAfter(SONG, 1_500_000, wholeFile(SONG)));
    expect(await get()).toBe(SONG.length);
    expect(isWhole()).toBe(true);
    expect(host.asked).toHaveLength(2);
    expect(host.asked[1]).toMatch(/^\/files\/C-Funk.mp3 bytes=\d+-$/);
    expect(host.headers[1]?.["if-range"]).toBe('"one"');
  });

  it("is given up where the host cannot go on, or has another file by now", async () => {
    host.answer(
      PATH,
      brokenAfter(SONG, 1_500_000, (_, response) =>
        response.writeHead(200, { "content-type": "audio/mpeg" }).end(SONG),
      ),
    );
    expect((await failure(get())).what).toBe("The download from music.example broke off.");
    const longer = mp3Bytes(7000);
    host.answer(PATH, brokenAfter(SONG, 1_500_000, wholeFile(longer)));
    expect((await failure(get())).what).toMatch(/broke off/);
  });

  it("is given up after some tries", async () => {
    const again = brokenAfter(SONG, 70_000, (_, response) => response.destroy());
    host.answer(PATH, again);
    expect((await failure(get())).what).toMatch(/broke off/);
    expect(host.asked.length).toBeLessThan(6);
  });

  it("is an error where chunks end before their end", async () => {
    host.answer(PATH, (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg" });
      response.write(SONG.subarray(0, 80_000), () => setTimeout(() => response.destroy(), 20));
    });
    expect((await failure(get())).what).toMatch(/broke off/);
  });

  it("is an error where a length was promised and less came, though the runtime does not mind", async () => {
    host.answer(PATH, wholeFile(SONG));
    const short: Fetch = async (...given) => ({
      ...pick(await host.fetch(...given)),
      arrayBuffer: () => Promise.resolve(SONG.slice(0, 100_000).buffer),
    });
    expect((await failure(get(ADDRESS, { fetch: short }))).what).toMatch(/broke off/);
  });

  it("is an error where nobody answers", async () => {
    await host.close();
    expect((await failure(get())).what).toBe("music.example could not be reached.");
    host = await openLoopback();
  });

  it("is given up when the host falls silent, but not while it is slow", async () => {
    const small = mp3Bytes(200);
    host.answer(PATH, (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": small.length });
      let at = 0;
      const more = (): void => {
        response.write(small.subarray(at, at + 10_000));
        at += 10_000;
        if (at < small.length) setTimeout(more, 40);
        else response.end();
      };
      more();
    });
    expect(await get(ADDRESS, { patience: 300 })).toBe(small.length);
    expect(isWhole(small)).toBe(true);

    host.answer(PATH, (_, response) => {
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": small.length });
      response.write(small.subarray(0, 10_000));
    });
    expect((await failure(get(ADDRESS, { patience: 100 }))).what).toMatch(/broke off/);
    host.answer(PATH, () => undefined);
    expect((await failure(get(ADDRESS, { patience: 100 }))).what).toMatch(/could not be reached/);
  });
});

describe("a download that is cancelled", () => {
  it("ends at once in the middle, and lets the connection go", async () => {
    const cancel = new Cancel();
    let isOpen = true;
    host.answer(PATH, (_, response) => {
      response.on("close", () => (isOpen = false));
      response.writeHead(200, { "content-type": "audio/mpeg", "content-length": SONG.length });
      response.write(SONG.subarray(0, 100_000));
    });
    const got = get(ADDRESS, { cancel, onProgress: () => cancel.ask() });
    expect((await failure(got)).what).toBe("The download was cancelled.");
    await expect.poll(() => isOpen).toBe(false);
  });

  it("ends before the host has answered", async () => {
    const cancel = new Cancel();
    host.answer(PATH, () => cancel.ask());
    expect((await failure(get(ADDRESS, { cancel }))).what).toBe("The download was cancelled.");
  });
});

it("ends with what the disk says, and reads no further", async () => {
  host.answer(PATH, wholeFile(SONG));
  const full = new Error("No space left on device");
  let tries = 0;
  const append = (): Promise<void> => {
    tries += 1;
    return tries < 2 ? Promise.resolve() : Promise.reject(full);
  };
  await expect(get(ADDRESS, { append })).rejects.toBe(full);
  expect(tries).toBe(2);
});

function pick({ status, url, headers }: Awaited<ReturnType<Fetch>>) {
  return { status, url, headers };
}
