import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, it } from "vitest";
import { connectHost, type ConnectedHost } from "../../src/bridge/client.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import { requestOf } from "./cues.ts";
import { FakeElement, type FakeWebView } from "./fake/document.ts";
import { fakePremiere } from "./fake/premiere.ts";
import { pageWire } from "./page-wire.ts";
import { openPremiere, type PremiereHarness } from "./premiere-harness.ts";

// Only the built script can be run: a test has a `require` of its own.
const BUNDLE = join(buildInputs().distFolder, "plugin/index.js");

let editor: PremiereHarness;
let required: string[];
let told: unknown[];
/** Timers that are due once the host has had its time; the others run as they are. */
let waiting: (() => void)[];
beforeEach(() => {
  editor = openPremiere();
  required = [];
  told = [];
  waiting = [];
});

const PATIENCE = 500;

/** Runs the built script as UXP does: CommonJS, with what UXP has and nothing of Node's. */
function runBundle(): void {
  const { document, window, memory, uxp, fs, state, events } = editor;
  const require = (module: string): unknown => {
    required.push(module);
    if (module === "uxp") return uxp;
    if (module === "premierepro") return fakePremiere(state, events);
    if (module === "fs") return fs;
    throw new Error(`UXP has no module ${module}.`);
  };
  const module = { exports: {} };
  runInNewContext(readFileSync(BUNDLE, "utf8"), {
    require,
    module,
    exports: module.exports,
    document,
    window,
    localStorage: memory,
    console: { error: (...words: unknown[]) => told.push(words.at(-1)) },
    setTimeout: (handler: () => void, ms: number) =>
      ms === PATIENCE ? waiting.push(handler) : setTimeout(handler, ms),
    clearTimeout,
  });
}

function panel(): {
  create(root?: FakeElement | null): void;
  show(root?: FakeElement | null): void;
  destroy(): void;
} {
  const found = editor.uxp.panels?.["main"];
  if (found === undefined) throw new Error("There is no panel named main.");
  return found;
}

function webview(): FakeWebView {
  const found = editor.document.webviews.at(-1);
  if (found === undefined) throw new Error("There is no webview.");
  return found;
}

const connect = (): Promise<ConnectedHost> => connectHost(pageWire(webview()));
const root = (): FakeElement => new FakeElement("uxp-panel");

describe.runIf(existsSync(BUNDLE))(`the built plugin (${BUNDLE})`, () => {
  it("sets up its panel at once, before anything else", () => {
    runBundle();
    expect(Object.keys(editor.uxp.panels ?? {})).toEqual(["main"]);
    expect(required).toEqual(["uxp"]);
    expect(editor.document.webviews).toEqual([]);
  });

  it("builds the panel within the call and serves its page", async () => {
    runBundle();
    const place = root();
    panel().create(place);
    expect(place.children).toHaveLength(1);
    const host = await connect();
    expect((await host.readPlace()).sequence?.name).toBe("Rough cut");
    await host.insert(requestOf());
    expect(editor.audioClips()).toHaveLength(1);
  });

  it("opens a page without the URL that UXP lacks", async () => {
    runBundle();
    panel().create(root());
    const host = await connect();
    await host.openPage("https://example.org/track?id=1");
    expect(editor.openedPages).toEqual(["https://example.org/track?id=1"]);
    await expect(host.openPage("file:///etc/passwd")).rejects.toThrow(/https/);
  });
});

describe.runIf(existsSync(BUNDLE))("the panel appears", () => {
  it("when the host only shows it", () => {
    runBundle();
    const place = root();
    panel().show(place);
    expect(place.children).toHaveLength(1);
  });

  it("once, when the host creates it and shows it, twice over", () => {
    runBundle();
    const place = root();
    panel().create(place);
    panel().show(place);
    panel().create(place);
    panel().show();
    panel().show(null);
    expect(place.children).toHaveLength(1);
    expect(editor.document.webviews).toHaveLength(1);
  });

  it("in the document when the host calls nothing", () => {
    runBundle();
    expect(editor.document.body.children).toHaveLength(0);
    waiting.forEach((due) => due());
    expect(editor.document.body.children).toHaveLength(1);
  });

  it("where the host wants it, though it says so late", () => {
    runBundle();
    waiting.forEach((due) => due());
    const place = root();
    panel().create(place);
    expect([editor.document.body.children.length, place.children.length]).toEqual([0, 1]);
  });

  it("although the entry points cannot be set up", () => {
    editor.uxp.entrypoints.setup({ panels: {} });
    runBundle();
    expect(told).toHaveLength(1);
    waiting.forEach((due) => due());
    expect(editor.document.body.children).toHaveLength(1);
  });

  it("no second time once it was created, nor after it was closed", () => {
    runBundle();
    panel().create(root());
    panel().destroy();
    waiting.forEach((due) => due());
    expect(waiting).toHaveLength(1);
    expect(editor.document.body.children).toHaveLength(0);
  });

  it("in another place when the host opens another, and leaves the first", () => {
    runBundle();
    const [first, second] = [root(), root()];
    panel().create(first);
    const listeners = editor.events.listenerCount;
    panel().create(second);
    expect([first.children.length, second.children.length]).toEqual([0, 1]);
    expect(editor.events.listenerCount).toBe(listeners);
    panel().destroy();
    panel().destroy();
    expect(second.children).toHaveLength(0);
    expect(editor.events.listenerCount).toBe(0);
  });

  it("again when it is shown after it was closed", () => {
    runBundle();
    const place = root();
    panel().create(place);
    panel().destroy();
    panel().show(place);
    expect(place.children).toHaveLength(1);
  });

  it("without an exception that UXP would have to catch, whatever fails", () => {
    runBundle();
    const broken = root();
    broken.appendChild = () => {
      throw new Error("Detached.");
    };
    expect(() => panel().create(broken)).not.toThrow();
    expect(told).toHaveLength(1);
    const place = root();
    panel().show(place);
    expect(place.children).toHaveLength(1);
  });
});
