import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { webviewWire } from "../../plugin/bridge.ts";
import { connectHost, type ConnectedHost } from "../../src/bridge/client.ts";
import { BRIDGE_VERSION, CHANNEL } from "../../src/bridge/messages.ts";
import { serveHost } from "../../src/bridge/server.ts";
import { requestOf } from "./cues.ts";
import { FakeDocument, FakeWindow, type Delivery, type FakeWebView } from "./fake/document.ts";
import { pageWire } from "./page-wire.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

const PAGE = "plugin:/page/index.html";
const FILE = "file:///Library/UXP/needledrop/page/index.html";
const READY = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "ready" } as const;

let window: FakeWindow;
let document: FakeDocument;
let webview: FakeWebView;
let heard: unknown[];
let stop: () => void;
beforeEach(() => {
  window = new FakeWindow();
  document = new FakeDocument(window);
  webview = document.createElement("webview");
  heard = [];
  stop = webviewWire(webview, window).listen((data) => heard.push(data));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

describe("the wire to the page", () => {
  it("speaks to the page", () => {
    const page: unknown[] = [];
    webview.page.addEventListener("message", (event) => page.push(event.data));
    webviewWire(webview, window).post(READY);
    expect(page).toEqual([READY]);
  });

  it.each(["element", "window"] as const)("hears a page that arrives at the %s", (to) => {
    document.delivery.to = to;
    webview.postFromPage("hello");
    expect(heard).toEqual(["hello"]);
  });

  it.each([PAGE, FILE, "null", "", null, undefined])(
    "hears its own page at the window, with the origin %s and with or without source",
    (origin) => {
      window.dispatch("message", { data: 1, origin, source: webview });
      window.dispatch("message", { data: 2, origin, source: null });
      window.dispatch("message", { data: 3, origin });
      expect(heard).toEqual([1, 2, 3]);
    },
  );

  it.each([PAGE, FILE, "null", "", null, undefined, "org.needledrop.premiere"])(
    "hears what arrives at its own element, with the origin %s",
    (origin) => {
      webview.dispatch("message", { data: "hello", origin });
      expect(heard).toEqual(["hello"]);
    },
  );

  it.each([
    "https://example.org",
    "HTTP://example.org",
    "wss://example.org",
    "blob:https://example.org/1",
    "data:text/html,x",
    "//example.org",
  ])("is deaf to %s everywhere: no page of ours comes over the network", (origin) => {
    webview.dispatch("message", { data: "hello", origin, source: webview });
    window.dispatch("message", { data: "hello", origin, source: webview });
    window.dispatch("message", { data: "hello", origin });
    expect(heard).toEqual([]);
  });

  it.each([
    ["another webview", { source: {}, origin: PAGE }],
    ["another sender without origin", { source: {} }],
    ["a name that merely begins alike", { origin: "plugin.example.org" }],
    ["an origin that is no text", { origin: { toString: (): string => PAGE } }],
  ])("is deaf to %s at the window", (_, event) => {
    window.dispatch("message", { data: "hello", ...event });
    expect(heard).toEqual([]);
  });

  it("falls silent when asked to, at both", () => {
    expect([webview.listenerCount, window.listenerCount]).toEqual([1, 1]);
    stop();
    expect([webview.listenerCount, window.listenerCount]).toEqual([0, 0]);
  });

  it("falls silent at the window when the element refuses", () => {
    webview.removeEventListener = () => {
      throw new Error("Detached.");
    };
    stop();
    expect(window.listenerCount).toBe(0);
  });

  it("loses what is posted to a panel that is gone, without a word to UXP", () => {
    const wire = webviewWire(webview, window);
    webview.remove();
    expect(() => webview.postMessage(READY)).toThrow();
    expect(() => wire.post(READY)).not.toThrow();
  });

  it("keeps what its listener throws from UXP", () => {
    webviewWire(webview, window).listen(() => {
      throw new Error("A fault of ours.");
    });
    expect(() => webview.postFromPage("hello")).not.toThrow();
  });
});

describe("the host at the wire", () => {
  let editor: PremiereHarness;
  let page: FakeWebView;
  let close: () => void;
  let client: ConnectedHost | undefined;
  const connect = async (delivery: Partial<Delivery> = {}): Promise<ConnectedHost> => {
    Object.assign(editor.document.delivery, delivery);
    return (client = await connectHost(pageWire(page), { helloEvery: 1, helloLimit: 500 }));
  };
  beforeEach(() => {
    editor = openPremiere();
    page = editor.document.createElement("webview");
    close = serveHost(webviewWire(page, editor.window), editor.host);
  });
  afterEach(() => {
    client?.close();
    close();
  });

  it.each<Partial<Delivery>>([
    { to: "element" },
    { to: "window" },
    { to: "both" },
    { to: "element", origin: "", hasSource: false },
    { to: "window", origin: null, hasSource: false },
    { to: "window", origin: undefined, hasSource: false },
    { envelopes: 1 },
    { envelopes: 3, origin: "", hasSource: false },
  ])("is reached on a build that delivers as %o", async (delivery) => {
    const host = await connect(delivery);
    expect((await host.describe()).name).toBe("Premiere Pro");
  });

  it("inserts once although every message arrives twice", async () => {
    const host = await connect({ to: "both" });
    await host.insert(requestOf());
    // Edits take their turns: by now a second one would be done.
    await host.insert(requestOf({ at: 60 }));
    expect(editor.audioClips().map((clip) => clip.start)).toEqual([20, 60]);
  });

  it("does not do again what is played back to it", async () => {
    const said: unknown[] = [];
    page.addEventListener("message", (event) => said.push(event.data));
    const host = await connect();
    await host.insert(requestOf());
    for (const data of [...said]) {
      page.dispatch("message", { data, origin: PAGE });
      editor.window.dispatch("message", { data, origin: PAGE });
    }
    await host.insert(requestOf({ at: 60 }));
    expect(editor.audioClips().map((clip) => clip.start)).toEqual([20, 60]);
  });

  // By name, lest a report of the tests holds the 50 MB.
  const STRANGE: Readonly<Record<string, () => unknown>> = {
    "50 MB of text": () => "x".repeat(50_000_000),
    "a request of 50 MB": () => request("echo", "x".repeat(50_000_000)),
    "half a JSON text": () => '{"channel":"needledrop","version',
    "an array": () => [1, 2, 3],
    "a number": () => 7,
    nothing: () => undefined,
    "a request without input": () => request("insert", null),
    "a command of another world": () => request("deleteEverything", null),
    "an envelope that holds itself": () => {
      const envelope: Record<string, unknown> = { type: "uxp-message" };
      return Object.assign(envelope, { data: envelope });
    },
  };

  it.each(Object.keys(STRANGE))("goes on after %s", async (name) => {
    const host = await connect();
    const event = { data: STRANGE[name]?.(), origin: PAGE };
    expect(() => page.dispatch("message", event)).not.toThrow();
    expect(() => editor.window.dispatch("message", event)).not.toThrow();
    expect(await host.echo("still there")).toBe("still there");
    expect(editor.audioClips()).toEqual([]);
  });

  function request(command: string, input: unknown): unknown {
    const head = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "request" };
    return { ...head, session: "another page", id: 1, command, input };
  }
});
