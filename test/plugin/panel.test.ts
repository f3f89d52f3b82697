import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openPanel } from "../../plugin/panel.ts";
import { connectHost } from "../../src/bridge/client.ts";
import { BRIDGE_VERSION, CHANNEL } from "../../src/bridge/messages.ts";
import type { HostEvent } from "../../src/contract/editor-host.ts";
import { HostError } from "../../src/contract/errors.ts";
import { IMPORTABLE } from "../../src/shared/importable.ts";
import { COPY, cueOf, requestOf } from "./cues.ts";
import { FakeElement, type FakeWebView } from "./fake/document.ts";
import { EVENTS, fakePremiere } from "./fake/premiere.ts";
import { pageWire } from "./page-wire.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

const HELLO = { channel: CHANNEL, version: BRIDGE_VERSION, kind: "hello" } as const;

let editor: PremiereHarness;
let root: FakeElement;
let close: () => void;
beforeEach(() => {
  editor = openPremiere();
  root = new FakeElement("uxp-panel");
  close = open();
});
afterEach(() => vi.restoreAllMocks());

function open(): () => void {
  const premiere = fakePremiere(editor.state, editor.events);
  return openPanel(root, { ...editor, premiere });
}

function webview(): FakeWebView {
  const found = editor.document.webviews.at(-1);
  if (found === undefined) throw new Error("There is no webview.");
  return found;
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("the panel", () => {
  it("shows the page, and the drag strip below it", () => {
    const panel = root.children[0];
    expect(panel?.children.map((child) => child.className)).toEqual(["notice", "page", "strip"]);
    expect(webview().attributes.get("src")).toBe("plugin:/page/index.html");
  });

  it("paints its own text for the theme", () => {
    expect(root.children[0]?.className).toBe("panel darkest");
    editor.setTheme("light");
    expect(root.children[0]?.className).toBe("panel light");
  });

  it("appears in Premiere's own theme where the build does not say which", async () => {
    close();
    editor.document.hidesTheme = true;
    close = open();
    expect(root.children[0]?.className).toBe("panel dark");
    const host = await connectHost(pageWire(webview()));
    expect((await host.describe()).theme).toBe("dark");
  });

  it("opens no inspector in the product", () => {
    expect([...webview().attributes.keys()].map((name) => name.toLowerCase())).not.toContain(
      "uxpallowinspector",
    );
  });

  it("serves the whole contract to the page", async () => {
    const host = await connectHost(pageWire(webview()));
    expect(await host.describe()).toEqual({
      name: "Premiere Pro",
      version: "26.3.0",
      theme: "darkest",
      rowDrag: false,
      importable: IMPORTABLE,
      ownFolders: true,
      playsSequence: false,
      downloadHosts: ["incompetech.com"],
    });
    expect((await host.readPlace()).sequence?.name).toBe("Rough cut");
    expect((await host.insert(requestOf())).start).toBe(20);
    await host.offerDrag(cueOf());
    expect(root.text).toContain("First Light");
    editor.closeSequence();
    await expect(host.insert(requestOf())).rejects.toBeInstanceOf(HostError);
  });

  it("passes events on to the page", async () => {
    const host = await connectHost(pageWire(webview()));
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    editor.setTheme("light");
    editor.events.fire(EVENTS.ProjectEvent.PROJECT_ITEM_SELECTION_CHANGED);
    expect(events).toEqual([{ type: "theme", theme: "light" }, { type: "place" }]);
  });

  it("says so when the page does not load, instead of staying blank", () => {
    webview().dispatch("loaderror", { code: -6 });
    expect(root.text).toContain("did not load (-6)");
  });
});

describe("a closed panel", () => {
  it("leaves nothing behind", async () => {
    const answers: unknown[] = [];
    webview().page.addEventListener("message", (event) => answers.push(event.data));
    close();
    webview().postFromPage(HELLO);
    await Promise.resolve();
    expect(answers).toEqual([]);
    expect(root.children).toEqual([]);
    expect(editor.events.listenerCount).toBe(0);
    expect(editor.window.listenerCount).toBe(0);
  });

  it("takes back what it copied for a drag that never came", async () => {
    const host = await connectHost(pageWire(webview()));
    await host.chooseMusicFolder();
    await host.offerDrag(cueOf());
    const strip = root.children[0]?.children.find((child) => child.className === "strip");
    strip?.dispatch("pointerenter");
    await settled();
    expect(editor.disk.files.has(COPY)).toBe(true);
    close();
    await settled();
    expect(editor.disk.files.has(COPY)).toBe(false);
  });

  it("stops what it plays in the Source Monitor", async () => {
    const host = await connectHost(pageWire(webview()));
    await host.preview(cueOf());
    expect(editor.state.monitor.speed).toBe(1);
    close();
    await settled();
    expect(editor.state.monitor.speed).toBe(0);
  });

  it("does every step of its closing, also after one that fails", () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    editor.window.removeEventListener = () => {
      throw new Error("The window is gone.");
    };
    editor.state.faults.failing = (call) =>
      call.startsWith("EventManager.remove") ? "throws" : undefined;
    expect(close).not.toThrow();
    expect(root.children).toEqual([]);
    expect(told).toHaveBeenCalled();
  });

  it("keeps an answer that comes too late from UXP", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const host = await connectHost(pageWire(webview()));
    editor.calls.latency = 2;
    const reading = host.readPlace();
    // As a host does that removes the panel and never says so.
    root.children[0]?.remove();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1));
    expect(() => editor.setTheme("light")).not.toThrow();
    expect(told).toHaveBeenCalledTimes(2);
    host.close();
    await expect(reading).rejects.toBeInstanceOf(HostError);
  });
});
