import { beforeEach, describe, expect, it } from "vitest";
import { openPanel } from "../../plugin/panel.ts";
import { connectHost } from "../../src/contract/bridge-client.ts";
import type { HostEvent } from "../../src/contract/editor-host.ts";
import { HostError } from "../../src/contract/errors.ts";
import { FakeElement, type FakeWebView } from "./fake/document.ts";
import { EVENTS, fakePremiere } from "./fake/premiere.ts";
import { pageWire } from "./page-wire.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

let editor: PremiereHarness;
let root: FakeElement;
let close: () => void;
beforeEach(() => {
  editor = openPremiere();
  root = new FakeElement("uxp-panel");
  const premiere = fakePremiere(editor.state, editor.events);
  close = openPanel(root, { ...editor, premiere });
});

function webview(): FakeWebView {
  const found = editor.document.webviews.at(-1);
  if (found === undefined) throw new Error("There is no webview.");
  return found;
}

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
    });
    expect((await host.readScene()).sequence?.name).toBe("Rough cut");
    const cue = {
      trackId: "first-light",
      title: "First Light",
      artist: "Needledrop",
      licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
      audio: editor.audio,
      source: { start: 0, end: 10 },
    };
    expect((await host.insert({ cue, at: 20 })).audioTrack).toBe(0);
    await host.offerDrag(cue);
    expect(root.text).toContain("First Light");
    editor.closeSequence();
    await expect(host.insert({ cue, at: 0 })).rejects.toBeInstanceOf(HostError);
  });

  it("passes events on to the page", async () => {
    const host = await connectHost(pageWire(webview()));
    const events: HostEvent[] = [];
    host.onEvent((event) => events.push(event));
    editor.setTheme("light");
    editor.events.fire(EVENTS.ProjectEvent.PROJECT_ITEM_SELECTION_CHANGED);
    expect(events).toEqual([{ type: "theme", theme: "light" }, { type: "scene" }]);
  });

  it("says so when the page does not load, instead of staying blank", () => {
    webview().dispatch("loaderror", { code: -6 });
    expect(root.text).toContain("did not load (-6)");
  });

  it("leaves nothing behind when it is closed", async () => {
    const answers: unknown[] = [];
    webview().page.addEventListener("message", (event) => answers.push(event.data));
    close();
    webview().postFromPage({ channel: "needledrop", version: 1, kind: "hello" });
    await Promise.resolve();
    expect(answers).toEqual([]);
    expect(root.children).toEqual([]);
    expect(editor.events.listenerCount).toBe(0);
  });
});
