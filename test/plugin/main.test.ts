import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { connectHost } from "../../src/contract/bridge-client.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import { FakeElement } from "./fake/document.ts";
import { fakePremiere } from "./fake/premiere.ts";
import { pageWire } from "./page-wire.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

// Only the built script can be run: a test has a `require` of its own.
const BUNDLE = join(buildInputs().distFolder, "plugin/index.js");

let editor: PremiereHarness;
let required: string[];
let require: (module: string) => unknown;
beforeEach(() => {
  editor = openPremiere();
  required = [];
  require = (module) => {
    required.push(module);
    if (module === "uxp") return editor.uxp;
    if (module === "premierepro") return fakePremiere(editor.state, editor.events);
    throw new Error(`UXP has no module ${module}.`);
  };
});

/** Runs the built script as UXP does: CommonJS, with what UXP has and nothing of Node's. */
function runBundle(): void {
  const { document, window, memory } = editor;
  const module = { exports: {} };
  const world = { require, module, exports: module.exports, document, window };
  const timers = { setTimeout, clearTimeout };
  runInNewContext(readFileSync(BUNDLE, "utf8"), { ...world, ...timers, localStorage: memory });
}

function panel(): { create(root: FakeElement): void; destroy(): void } {
  const found = editor.uxp.panels?.["main"];
  if (found === undefined) throw new Error("There is no panel named main.");
  return found;
}

describe.runIf(existsSync(BUNDLE))(`the built plugin (${BUNDLE})`, () => {
  it("sets up its panel at once, before anything else", () => {
    runBundle();
    expect(Object.keys(editor.uxp.panels ?? {})).toEqual(["main"]);
    expect(required).toEqual(["uxp"]);
    expect(editor.document.webviews).toEqual([]);
  });

  it("builds the panel within the call and serves its page", async () => {
    runBundle();
    const root = new FakeElement("uxp-panel");
    panel().create(root);
    expect(root.children).toHaveLength(1);
    const [webview] = editor.document.webviews;
    if (webview === undefined) throw new Error("There is no webview.");
    const host = await connectHost(pageWire(webview));
    expect((await host.readScene()).sequence?.name).toBe("Rough cut");
    const cue = {
      trackId: "first-light",
      title: "First Light",
      artist: "Needledrop",
      licence: { id: "CC0-1.0", name: "Creative Commons Zero" },
      audio: editor.audio,
      source: { start: 0, end: 10 },
    };
    await host.insert({ cue, at: 20 });
    expect(editor.audioClips()).toHaveLength(1);
  });

  it("takes the old panel down when the host opens another", () => {
    runBundle();
    const [first, second] = [new FakeElement("uxp-panel"), new FakeElement("uxp-panel")];
    panel().create(first);
    const listeners = editor.events.listenerCount;
    panel().create(second);
    expect([first.children.length, second.children.length]).toEqual([0, 1]);
    expect(editor.events.listenerCount).toBe(listeners);
    panel().destroy();
    expect(second.children).toHaveLength(0);
    expect(editor.events.listenerCount).toBe(0);
  });
});
