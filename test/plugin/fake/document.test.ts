import { beforeEach, describe, expect, it } from "vitest";
import type { UxpEvent } from "../../../plugin/uxp/dom.ts";
import { FakeDocument, FakeElement, FakeWindow, type FakeWebView } from "./document.ts";

let window: FakeWindow;
let document: FakeDocument;
let webview: FakeWebView;
let heard: [string, UxpEvent][];
beforeEach(() => {
  window = new FakeWindow();
  document = new FakeDocument(window);
  webview = document.createElement("webview");
  heard = [];
  const hear = (where: string) => (event: UxpEvent) => heard.push([where, event]);
  webview.addEventListener("message", hear("element"));
  window.addEventListener("message", hear("window"));
  webview.page.addEventListener("message", hear("page"));
});

describe("a message of the page", () => {
  it.each([
    ["both", ["element", "window"]],
    ["element", ["element"]],
    ["window", ["window"]],
  ] as const)("arrives on %s", (to, places) => {
    document.delivery.to = to;
    webview.postFromPage("hello");
    expect(heard.map(([where]) => where)).toEqual(places);
    expect(heard[0]?.[1]).toEqual({
      data: "hello",
      origin: "plugin:/page/index.html",
      source: webview,
    });
  });

  it("may come in envelopes with a type of their own", () => {
    Object.assign(document.delivery, { to: "window", envelopes: 2 });
    webview.postFromPage({ kind: "hello" });
    const type = expect.any(String) as unknown;
    expect(heard[0]?.[1].data).toEqual({ type, data: { type, data: { kind: "hello" } } });
  });

  it.each(["", null, undefined])("may have the origin %j and no source", (origin) => {
    Object.assign(document.delivery, { to: "window", origin, hasSource: false });
    webview.postFromPage("hello");
    const [event] = heard.map(([, message]) => message);
    expect(event).toEqual(origin === undefined ? { data: "hello" } : { data: "hello", origin });
    expect(Object.keys(event ?? {})).not.toContain("source");
  });
});

describe("a message to the page", () => {
  it("comes the same ways", () => {
    Object.assign(document.delivery, { envelopes: 1, origin: "", hasSource: false });
    webview.postMessage({ kind: "hello" });
    const type = expect.any(String) as unknown;
    expect(heard).toEqual([["page", { data: { type, data: { kind: "hello" } }, origin: "" }]]);
  });

  it("is copied as JSON", () => {
    webview.postMessage({ kept: 1, lost: undefined });
    expect(heard[0]?.[1].data).toEqual({ kept: 1 });
  });

  it("throws once the webview, or what it is in, was taken out", () => {
    const [root, panel] = [new FakeElement("root"), new FakeElement("div")];
    root.appendChild(panel);
    panel.appendChild(webview);
    webview.postMessage("hello");
    panel.remove();
    expect(() => webview.postMessage("hello")).toThrow(/detached/);
    root.appendChild(panel);
    webview.remove();
    expect(() => webview.postMessage("hello")).toThrow(/detached/);
    expect(heard).toHaveLength(1);
  });
});

describe("the theme", () => {
  it("tells of its changes until told to stop", () => {
    const themes: unknown[] = [];
    const hear = (theme: unknown): void => void themes.push(theme);
    document.theme.onUpdated.addListener(hear);
    document.setTheme("light");
    document.theme.onUpdated.removeListener?.(hear);
    document.setTheme("dark");
    expect([themes, document.theme.getCurrent()]).toEqual([["light"], "dark"]);
  });

  it("may lack removeListener", () => {
    document.canUnlisten = false;
    expect("removeListener" in document.theme.onUpdated).toBe(false);
  });

  it("may not be told", () => {
    document.hidesTheme = true;
    expect(() => document.theme.getCurrent()).toThrow(/not available/);
  });
});
