import { beforeEach, describe, expect, it } from "vitest";
import { webviewWire } from "../../plugin/bridge.ts";
import { FakeDocument, FakeWindow, type FakeWebView } from "./fake/document.ts";

let window: FakeWindow;
let webview: FakeWebView;
let heard: unknown[];
let stop: () => void;
beforeEach(() => {
  window = new FakeWindow();
  webview = new FakeDocument(window).createElement("webview");
  heard = [];
  stop = webviewWire(webview, window).listen((data) => heard.push(data));
});

const PAGE = "plugin:/page/index.html";
const FILE = "file:///Library/UXP/needledrop/page/index.html";

describe("the wire to the page", () => {
  it("hears the page and speaks to it", () => {
    const page: unknown[] = [];
    webview.page.addEventListener("message", (event) => page.push(event.data));
    const message = { channel: "needledrop", version: 1, kind: "ready" } as const;
    webviewWire(webview, window).post(message);
    webview.postFromPage("hello");
    expect(page).toEqual([message]);
    expect(heard).toEqual(["hello"]);
  });

  it.each([PAGE, FILE, "null", undefined])("hears its own webview at %s", (origin) => {
    window.dispatch("message", { data: "hello", source: webview, origin });
    expect(heard).toEqual(["hello"]);
  });

  it.each([PAGE, FILE])("hears a local page when the source is left out, at %s", (origin) => {
    window.dispatch("message", { data: "hello", origin });
    window.dispatch("message", { data: "hello", origin, source: null });
    expect(heard).toEqual(["hello", "hello"]);
  });

  it.each([
    ["another webview", { source: {}, origin: PAGE }],
    ["a page from the network", { origin: "https://example.org" }],
    ["its own webview gone to the network", { source: "webview", origin: "https://example.org" }],
    ["nobody", {}],
    ["a name that merely begins alike", { origin: "plugin.example.org" }],
  ])("is deaf to %s", (_, event) => {
    const source = "source" in event && event.source === "webview" ? webview : undefined;
    window.dispatch("message", { data: "hello", ...event, ...(source ? { source } : {}) });
    expect(heard).toEqual([]);
  });

  it("falls silent when asked to", () => {
    stop();
    webview.postFromPage("hello");
    expect(heard).toEqual([]);
  });
});
