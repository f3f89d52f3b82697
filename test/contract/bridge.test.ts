import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost } from "../../src/contract/bridge-client.ts";
import { MESSAGE_LIMIT } from "../../src/contract/bridge-messages.ts";
import { serveHost } from "../../src/contract/bridge-server.ts";
import type {
  Cue,
  EditorHost,
  HostEvent,
  InsertReport,
  Scene,
} from "../../src/contract/editor-host.ts";
import {
  BridgeError,
  HostError,
  NeedledropError,
  UnexpectedError,
} from "../../src/contract/errors.ts";
import { memoryWire, type MemoryEnd } from "./memory-wire.ts";

const HEAD = { channel: "needledrop", version: 1 };
const CUE: Cue = {
  trackId: "t",
  title: "T",
  artist: "A",
  licence: { id: "CC0-1.0", name: "Zero" },
  audio: { kind: "bundled", path: "audio/t.mp3" },
  source: { start: 0, end: 10 },
};
const REPORT: InsertReport = { clipName: "T", audioTrack: 1, start: 2, end: 12 };
const EMPTY: Scene = { sequence: null, clips: [] };

class ScriptedHost implements EditorHost {
  readonly listeners = new Set<(event: HostEvent) => void>();
  readonly offered: (Cue | null)[] = [];
  describe: EditorHost["describe"] = () =>
    Promise.resolve({ name: "Scripted", version: "1", theme: "dark", rowDrag: false });
  readScene: EditorHost["readScene"] = () => Promise.resolve(EMPTY);
  insert: EditorHost["insert"] = () => Promise.resolve(REPORT);
  offerDrag(cue: Cue | null): Promise<void> {
    this.offered.push(cue);
    return Promise.resolve();
  }
  openPage: EditorHost["openPage"] = () => Promise.resolve();
  onEvent(listener: (event: HostEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

let wire: { page: MemoryEnd; host: MemoryEnd };
let host: ScriptedHost;
/** Everything the page's end was sent. */
let sent: { kind?: string; id?: number; error?: { code: string } }[];
beforeEach(() => {
  vi.useFakeTimers();
  wire = memoryWire();
  host = new ScriptedHost();
  sent = [];
  wire.page.listen((data) => sent.push(data as object));
});
afterEach(() => vi.useRealTimers());

/** Lets everything that waits for nothing but its turn happen. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

async function failure(promise: Promise<unknown>): Promise<NeedledropError> {
  const thrown: unknown = await promise.catch((error: unknown) => error);
  if (thrown instanceof NeedledropError) return thrown;
  throw new Error(`Expected a NeedledropError, got ${String(thrown)}`);
}

describe("the handshake", () => {
  it("succeeds when the host starts late", async () => {
    const connecting = connectHost(wire.page);
    await vi.advanceTimersByTimeAsync(5000);
    serveHost(wire.host, host);
    await vi.advanceTimersByTimeAsync(500);
    expect((await (await connecting).describe()).name).toBe("Scripted");
  });

  it("succeeds when the page starts late", async () => {
    serveHost(wire.host, host);
    await vi.advanceTimersByTimeAsync(5000);
    const connecting = connectHost(wire.page);
    await settle();
    expect((await (await connecting).describe()).name).toBe("Scripted");
  });

  it("gives up in the end, and then no longer listens or knocks", async () => {
    let knocks = 0;
    wire.host.listen(() => knocks++);
    const gaveUp = failure(connectHost(wire.page, { helloEvery: 400, helloLimit: 2000 }));
    await vi.advanceTimersByTimeAsync(2000);
    expect(await gaveUp).toBeInstanceOf(BridgeError);
    const before = knocks;
    expect(before).toBeGreaterThan(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(knocks).toBe(before);
    expect(wire.page.listenerCount).toBe(1);
  });

  it("is over once: a connected page knocks no more", async () => {
    serveHost(wire.host, host);
    await connectHost(wire.page);
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.filter((message) => message.kind === "ready")).toHaveLength(1);
  });
});

describe("a request", () => {
  it("carries its input there and its output back", async () => {
    const insert = vi.spyOn(host, "insert");
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    expect(await page.insert({ cue: CUE, at: null })).toEqual(REPORT);
    expect(insert).toHaveBeenCalledWith({ cue: CUE, at: null });
    expect(await page.readScene()).toEqual(EMPTY);
    await page.offerDrag(CUE);
    await page.offerDrag(null);
    expect(host.offered).toEqual([CUE, null]);
    const openPage = vi.spyOn(host, "openPage");
    await page.openPage("https://example.org/a?b=c");
    expect(openPage).toHaveBeenCalledWith("https://example.org/a?b=c");
  });

  it("gets its own answer, whatever order they come in", async () => {
    let release = (): void => undefined;
    host.readScene = () => new Promise((resolve) => (release = () => resolve(EMPTY)));
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    const slow = page.readScene();
    expect((await page.describe()).name).toBe("Scripted");
    release();
    expect(await slow).toEqual(EMPTY);
  });

  it.each([
    new HostError({ what: "No sequence is open.", input: "x", next: "Open one." }),
    new BridgeError({ what: "Odd.", next: "Retry.", cause: new TypeError("inner") }),
  ])("keeps class and text of a failure: $name", async (error) => {
    host.readScene = () => Promise.reject(error);
    serveHost(wire.host, host);
    const received = await failure((await connectHost(wire.page)).readScene());
    expect(received).toBeInstanceOf(error.constructor);
    expect(received.message).toBe(error.message);
    expect([received.what, received.input, received.next]).toEqual([
      error.what,
      error.input,
      error.next,
    ]);
    expect(received.cause).toBe(error.cause === undefined ? undefined : "TypeError: inner");
  });

  it("fails as unexpected where the host throws something foreign, of any length", async () => {
    host.readScene = () => Promise.reject(new Error("x".repeat(100_000)));
    serveHost(wire.host, host);
    const received = await failure((await connectHost(wire.page)).readScene());
    expect(received).toBeInstanceOf(UnexpectedError);
    expect(received.what.startsWith("xxx")).toBe(true);
  });

  it("fails where the host throws before it promises", async () => {
    host.readScene = () => {
      throw new HostError({ what: "At once.", next: "Wait." });
    };
    serveHost(wire.host, host);
    const received = await failure((await connectHost(wire.page)).readScene());
    expect(received).toBeInstanceOf(HostError);
  });

  it("fails when no answer comes, and a late answer changes nothing", async () => {
    let release = (): void => undefined;
    host.readScene = () => new Promise((resolve) => (release = () => resolve(EMPTY)));
    serveHost(wire.host, host);
    const page = await connectHost(wire.page, { answerLimit: 1000 });
    const unanswered = failure(page.readScene());
    await vi.advanceTimersByTimeAsync(1000);
    expect(await unanswered).toBeInstanceOf(BridgeError);
    release();
    await settle();
    expect(await page.describe()).toBeDefined();
  });

  it("that is too large is refused before it is sent", async () => {
    const insert = vi.spyOn(host, "insert");
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    const cue = { ...CUE, title: "x".repeat(MESSAGE_LIMIT) };
    expect(await failure(page.insert({ cue, at: null }))).toBeInstanceOf(BridgeError);
    expect(insert).not.toHaveBeenCalled();
  });

  it("whose answer is too large fails instead of hanging", async () => {
    const transcript = "x".repeat(100_000);
    const clip = { name: "", description: "", logNote: "", comment: "", markers: [], transcript };
    host.readScene = () => Promise.resolve({ sequence: null, clips: Array(60).fill(clip) });
    serveHost(wire.host, host);
    const received = await failure((await connectHost(wire.page)).readScene());
    expect(received).toBeInstanceOf(BridgeError);
    expect(received.next).toContain("fewer clips");
  });
});

describe("the host", () => {
  const ask = async (message: unknown): Promise<(typeof sent)[number] | undefined> => {
    serveHost(wire.host, host);
    wire.host.receive(message);
    await settle();
    return sent.at(-1);
  };

  it.each(["eval", "constructor", "__proto__", "toString"])(
    "refuses the unknown command %s",
    async (command) => {
      const answer = await ask({ ...HEAD, kind: "request", id: 1, command, input: null });
      expect(answer).toMatchObject({ kind: "failure", id: 1, error: { code: "bridge" } });
    },
  );

  it.each([
    ["nothing", null],
    ["a negative time", { cue: CUE, at: -1 }],
    [
      "a path out of its folder",
      { cue: { ...CUE, audio: { kind: "bundled", path: "../x.mp3" } }, at: 0 },
    ],
    [
      "a section that ends before it starts",
      { cue: { ...CUE, source: { start: 5, end: 2 } }, at: 0 },
    ],
  ])("refuses to insert %s", async (_, input) => {
    const insert = vi.spyOn(host, "insert");
    const answer = await ask({ ...HEAD, kind: "request", id: 1, command: "insert", input });
    expect(answer).toMatchObject({ kind: "failure", error: { code: "bridge" } });
    expect(insert).not.toHaveBeenCalled();
  });

  it.each([
    "http://example.org/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://example.org/<b>",
    "https://example.org/\u0022onload=x",
    "a page",
    "",
    `https://example.org/${"x".repeat(2000)}`,
    null,
  ])("refuses to open %s", async (input) => {
    const openPage = vi.spyOn(host, "openPage");
    const answer = await ask({ ...HEAD, kind: "request", id: 1, command: "openPage", input });
    expect(answer).toMatchObject({ kind: "failure", error: { code: "bridge" } });
    expect(openPage).not.toHaveBeenCalled();
  });

  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  it.each([
    ["another channel", { ...HEAD, channel: "other", kind: "hello" }],
    ["another version", { ...HEAD, version: 2, kind: "hello" }],
    ["no message at all", null],
    ["text that is no JSON", "hello"],
    ["an unknown kind", { ...HEAD, kind: "goodbye" }],
    ["a request without an id", { ...HEAD, kind: "request", command: "describe", input: null }],
    ["a request with id 0", { ...HEAD, kind: "request", id: 0, command: "describe", input: null }],
    [
      "more than it will read",
      { ...HEAD, kind: "request", id: 1, command: "describe", input: "x".repeat(MESSAGE_LIMIT) },
    ],
    ["more text than it will read", " ".repeat(MESSAGE_LIMIT + 1)],
    [
      "what JSON cannot hold",
      { ...HEAD, kind: "request", id: 1, command: "describe", input: cycle },
    ],
  ])("is deaf to %s", async (_, message) => {
    expect(await ask(message)).toBeUndefined();
  });

  it("reads messages that arrive as text", async () => {
    expect(await ask(JSON.stringify({ ...HEAD, kind: "hello" }))).toMatchObject({ kind: "ready" });
  });

  it("fails rather than send an answer outside its own schema", async () => {
    host.insert = () => Promise.resolve({ ...REPORT, start: Number.NaN });
    const input = { cue: CUE, at: 0 };
    const answer = await ask({ ...HEAD, kind: "request", id: 1, command: "insert", input });
    expect(answer?.kind).toBe("failure");
  });

  it("says nothing more once it has stopped, not even an answer it still owed", async () => {
    let release = (): void => undefined;
    host.readScene = () => new Promise((resolve) => (release = () => resolve(EMPTY)));
    const stop = serveHost(wire.host, host);
    wire.host.receive({ ...HEAD, kind: "request", id: 1, command: "readScene", input: null });
    stop();
    release();
    wire.host.receive({ ...HEAD, kind: "hello" });
    await settle();
    expect(sent).toEqual([]);
    expect(host.listeners.size).toBe(0);
  });
});

describe("the page", () => {
  it("refuses an answer outside the schema", async () => {
    wire.page.deliver = (data) => {
      const { kind, id } = data as { kind: string; id: number };
      if (kind === "hello") wire.page.receive({ ...HEAD, kind: "ready" });
      else wire.page.receive({ ...HEAD, kind: "answer", id, output: { clips: "many" } });
    };
    const page = await connectHost(wire.page);
    expect(await failure(page.readScene())).toBeInstanceOf(BridgeError);
  });

  it("is deaf to answers nobody asked for and to foreign messages", async () => {
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    wire.page.receive({ ...HEAD, kind: "answer", id: 99, output: null });
    wire.page.receive({ ...HEAD, channel: "other", kind: "answer", id: 1, output: null });
    wire.page.receive({ type: "webpackOk" });
    expect(await page.readScene()).toEqual(EMPTY);
  });

  it("hears events until it unsubscribes, and only those of the contract", async () => {
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    const events: HostEvent[] = [];
    const stop = page.onEvent((event) => events.push(event));
    host.listeners.forEach((listener) => listener({ type: "theme", theme: "light" }));
    wire.page.receive({ ...HEAD, kind: "event", event: { type: "theme", theme: "sepia" } });
    await settle();
    stop();
    host.listeners.forEach((listener) => listener({ type: "scene" }));
    await settle();
    expect(events).toEqual([{ type: "theme", theme: "light" }]);
  });

  it("ends what it still waits for when it closes", async () => {
    host.readScene = () => new Promise(() => undefined);
    serveHost(wire.host, host);
    const page = await connectHost(wire.page);
    const waiting = failure(page.readScene());
    page.close();
    expect(await waiting).toBeInstanceOf(HostError);
    expect(wire.page.listenerCount).toBe(1);
  });
});
