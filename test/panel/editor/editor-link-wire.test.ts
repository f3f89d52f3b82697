import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectHost } from "../../../src/bridge/client.ts";
import { BRIDGE_VERSION, CHANNEL, type Wire } from "../../../src/bridge/messages.ts";
import { findWire } from "../../../src/panel/editor/editor-link.ts";

const HEAD = { channel: CHANNEL, version: BRIDGE_VERSION } as const;
const HELLO = { ...HEAD, kind: "hello" } as const;

class FarEnd {
  readonly posted: unknown[][] = [];
  postMessage(...sent: unknown[]): void {
    this.posted.push(sent);
  }
}

/** A page that is shown by `around`; without, it is on its own. */
class FakePage extends EventTarget {
  uxpHost?: FarEnd;
  readonly parent: unknown;
  constructor(around: { uxpHost?: FarEnd; parent?: FarEnd } = {}) {
    super();
    Object.assign(this, around);
    this.parent = around.parent ?? this;
  }
  get window(): Window {
    return this as unknown as Window;
  }
  receive(source: unknown, data: unknown): void {
    this.dispatchEvent(Object.assign(new Event("message"), { source, data }));
  }
}

async function wireOf(page: FakePage): Promise<Wire> {
  const wire = await findWire(page.window);
  if (wire === null) throw new Error("Nobody shows the page.");
  return wire;
}

async function listeningTo(page: FakePage): Promise<unknown[]> {
  const heard: unknown[] = [];
  (await wireOf(page)).listen((data) => heard.push(data));
  return heard;
}

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the wire to the editor", () => {
  it("goes to UXP where UXP shows the page, even in a frame", async () => {
    const uxpHost = new FarEnd();
    const parent = new FarEnd();
    (await wireOf(new FakePage({ uxpHost, parent }))).post(HELLO);
    expect(uxpHost.posted).toEqual([[HELLO]]);
    expect(parent.posted).toEqual([]);
  });

  it("goes to the page around our frame otherwise", async () => {
    const parent = new FarEnd();
    (await wireOf(new FakePage({ parent }))).post(HELLO);
    expect(parent.posted).toEqual([[HELLO, "*"]]);
  });

  it("goes to UXP that comes late", async () => {
    vi.useFakeTimers();
    const page = new FakePage();
    const finding = wireOf(page);
    await vi.advanceTimersByTimeAsync(4800);
    page.uxpHost = new FarEnd();
    await vi.advanceTimersByTimeAsync(100);
    (await finding).post(HELLO);
    expect(page.uxpHost.posted).toEqual([[HELLO]]);
  });

  it("is none when nobody shows the page, after five seconds", async () => {
    vi.useFakeTimers();
    let found: Wire | null | undefined;
    const finding = findWire(new FakePage().window).then((wire) => (found = wire));
    await vi.advanceTimersByTimeAsync(4900);
    expect(found).toBeUndefined();
    await vi.advanceTimersByTimeAsync(100);
    await finding;
    expect(found).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("needs no wait in a frame", async () => {
    vi.useFakeTimers();
    expect(await findWire(new FakePage({ parent: new FarEnd() }).window)).not.toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("in a webview, the page", () => {
  it("hears UXP, also on a build that leaves the source out, and nobody else", async () => {
    const page = new FakePage({ uxpHost: new FarEnd() });
    const heard = await listeningTo(page);
    page.receive(page.uxpHost, "from UXP");
    page.receive(null, "without a source");
    page.receive(undefined, "with no field for it");
    page.receive(page, "from the page itself");
    page.receive(new FarEnd(), "from a frame in it");
    expect(heard).toEqual(["from UXP", "without a source", "with no field for it"]);
  });

  it("connects to the host behind it, whatever else arrives before", async () => {
    const page = new FakePage({ uxpHost: new FarEnd() });
    const connecting = connectHost(await wireOf(page), { helloEvery: 1, helloLimit: 1000 });
    for (const data of [undefined, null, 7, "{", "x".repeat(5_000_000), [], { data: {} }])
      page.receive(null, data);
    page.receive(null, { ...HEAD, kind: "answer", id: 99, output: null });
    page.receive(null, { ...HEAD, kind: "event", event: { type: "earthquake" } });
    page.receive(null, { type: "uxp-message", data: JSON.stringify({ ...HEAD, kind: "ready" }) });
    (await connecting).close();
    expect(page.uxpHost?.posted[0]).toEqual([HELLO]);
  });
});

describe("in a frame, the page", () => {
  it("hears the page around it only, until it is let go", async () => {
    const parent = new FarEnd();
    const page = new FakePage({ parent });
    const heard: unknown[] = [];
    const unlisten = (await wireOf(page)).listen((data) => heard.push(data));
    page.receive(parent, "from the editor");
    page.receive(new FarEnd(), "from someone else");
    page.receive(null, "from nowhere");
    page.receive(undefined, "from nowhere");
    unlisten();
    page.receive(parent, "too late");
    expect(heard).toEqual(["from the editor"]);
  });
});

describe("the page stays up", () => {
  it("when the far end is gone", async () => {
    const uxpHost = new FarEnd();
    uxpHost.postMessage = () => {
      throw new Error("The host is gone.");
    };
    const wire = await wireOf(new FakePage({ uxpHost }));
    expect(() => wire.post(HELLO)).not.toThrow();
    expect(console.error).toHaveBeenCalled();
  });

  it("when what it makes of a message fails", async () => {
    const page = new FakePage({ uxpHost: new FarEnd() });
    const uncaught: unknown[] = [];
    (await wireOf(page)).listen(() => {
      throw new Error("A fault of ours.");
    });
    const note = (thrown: unknown): void => void uncaught.push(thrown);
    process.on("uncaughtException", note);
    page.receive(null, "hello");
    await new Promise((resolve) => setTimeout(resolve));
    process.off("uncaughtException", note);
    expect(uncaught).toEqual([]);
    expect(console.error).toHaveBeenCalled();
  });
});
