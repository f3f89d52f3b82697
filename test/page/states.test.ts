import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import type { Engine } from "../../src/contract/engine.ts";
import { Demo, builtFolder } from "./demo.ts";

let demo: Demo;
let copy: string | null = null;

afterEach(async () => {
  expect(demo.asked).toEqual([]);
  await demo.close();
  if (copy !== null) rmSync(copy, { recursive: true });
  copy = null;
});

/** Keeps the workers that the page makes, so that a test can end them. */
function keepWorkers(): void {
  const kept: Worker[] = [];
  (window as Window & { keptWorkers?: Worker[] }).keptWorkers = kept;
  window.Worker = class extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      kept.push(this);
    }
  };
}

/** Ends the engine's worker as a lack of memory would. */
const crash = (): Promise<void> =>
  demo.panel.evaluate(() => {
    const worker = (window as Window & { keptWorkers?: Worker[] }).keptWorkers?.at(-1);
    if (worker === undefined) throw new Error("The page has made no worker.");
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
  });

const engineIs = (state: string): Promise<void> =>
  demo.frame.locator(`needledrop-panel[data-engine="${state}"]`).waitFor();

async function openSettings(): Promise<Locator> {
  await demo.frame.getByRole("button", { name: "Settings" }).click();
  const settings = demo.sheet.locator("nd-settings");
  await settings.waitFor();
  return settings;
}

describe("a worker that crashes", () => {
  it("is replaced once, and what was searched for is searched for again", async () => {
    demo = await Demo.open({ before: keepWorkers });
    await demo.ready();
    await demo.search("calm piano");
    await crash();
    await demo.description.first().fill("epic drums");
    await demo.description.first().press("Enter");
    await engineIs("ready");
    await demo.frame.locator('[role="option"][aria-selected="true"]:focus').waitFor();
    expect(await demo.description.first().inputValue()).toBe("epic drums");
    expect(await demo.results.count()).toBeGreaterThan(0);
  });

  it("is a failure when it crashes again soon, with a way to go on", async () => {
    demo = await Demo.open({ before: keepWorkers });
    await demo.ready();
    await demo.search("calm piano");
    await crash();
    await engineIs("loading");
    await engineIs("ready");
    await crash();
    await engineIs("failed");
    await demo.frame.getByRole("alert").getByText("could not be started").waitFor();
    await demo.frame.getByRole("button", { name: "Try again" }).click();
    await engineIs("ready");
    await demo.results.first().waitFor();
    expect(await demo.description.first().inputValue()).toBe("calm piano");
  });
});

describe("a machine without WebGPU", () => {
  it("searches on WebAssembly, says so in the settings, and remembers the wish", async () => {
    demo = await Demo.open();
    await demo.ready();
    const settings = await openSettings();
    await settings.getByRole("radio", { name: "Graphics card (WebGPU)" }).check();
    await settings.locator("[data-fell-back]").getByText("so WebAssembly is used").waitFor();
    await demo.page.keyboard.press("Escape");
    await demo.search("calm piano");
    expect(await demo.frame.getByRole("alert").count()).toBe(0);
    await demo.page.reload();
    await demo.ready();
    const again = await openSettings();
    expect(await again.getByRole("radio", { name: "Graphics card (WebGPU)" }).isChecked()).toBe(
      true,
    );
  });
});

describe("storage", () => {
  it("that is missing stops nothing, and the settings say that they are not kept", async () => {
    demo = await Demo.open({
      before: () => Object.defineProperty(window, "indexedDB", { value: undefined }),
    });
    await demo.ready();
    await demo.search("calm piano");
    const settings = await openSettings();
    await settings.getByText("Settings cannot be kept on this machine.").waitFor();
  });

  it("that is full stops nothing either", async () => {
    demo = await Demo.open({
      before: () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("No room.", "QuotaExceededError");
        };
      },
    });
    await demo.ready();
    const settings = await openSettings();
    await settings.getByRole("radio", { name: "Graphics card (WebGPU)" }).check();
    await settings.getByText("Settings cannot be kept on this machine.").waitFor();
    await demo.page.keyboard.press("Escape");
    await demo.search("calm piano");
  });

  it("is measured, and its copy of the catalogue made anew on demand", async () => {
    demo = await Demo.open();
    await demo.ready();
    await demo.page.reload();
    await demo.ready();
    expect(await demo.panel.getAttribute("data-index")).toBe("cache");
    const settings = await openSettings();
    await settings.getByRole("button", { name: "Rebuild the catalogue’s cache" }).click();
    await demo.notice.getByText("The catalogue was read anew.").waitFor();
    expect(await demo.panel.getAttribute("data-index")).toBe("bundle");
    await settings
      .getByText(/MB|does not say/)
      .first()
      .waitFor();
  });

  it("forgets the history after a question, and favourites stay", async () => {
    demo = await Demo.open();
    await demo.ready();
    await demo.search("calm piano");
    const settings = await openSettings();
    await settings.getByRole("button", { name: "Clear history…" }).click();
    await settings.getByRole("alert").getByText("Favourites, collections").waitFor();
    await settings.getByRole("button", { name: "Clear", exact: true }).click();
    await demo.notice.getByText("History cleared.").waitFor();
  });
});

describe("the box", () => {
  it("takes a description while the engine loads, and says that it will be searched for", async () => {
    demo = await Demo.open({ withhold: { scripts: /pack-text\.onnx/, how: "wait" } });
    await demo.description.first().fill("calm piano");
    await demo.description.first().press("Enter");
    await demo.frame.getByRole("status").getByText("then searching").waitFor();
    expect(await demo.description.first().inputValue()).toBe("calm piano");
  });
});

it("waits for an editor that is silent, and finds and plays meanwhile", async () => {
  copy = mkdtempSync(join(tmpdir(), "needledrop-"));
  cpSync(join(builtFolder(), "page"), join(copy, "page"), { recursive: true });
  writeFileSync(
    join(copy, "silent.html"),
    `<iframe src="page/index.html" style="width: 400px; height: 700px"></iframe>`,
  );
  demo = await Demo.open({ folder: copy, file: "silent.html" });
  await demo.frame.getByText("Connecting to the editor…").first().waitFor();
  await demo.ready();
  await demo.search("calm piano");
  expect(await demo.results.count()).toBeGreaterThan(0);
  expect(demo.errors).toEqual([]);
});

/** Answers from now on with these tracks alone, each over one that is there. */
async function findOnly(tracks: readonly { title: string; artist: string }[]): Promise<void> {
  await demo.panel.evaluate(async (element, names) => {
    const { model } = element as HTMLElement & {
      model: { parts: { session: { opened: Promise<{ engine: Engine }> } } };
    };
    const { engine } = await model.parts.session.opened;
    const search = engine.search.bind(engine);
    engine.search = async (request) => {
      const answer = await search(request);
      const results = names.flatMap((name, at) => {
        const result = answer.results[at];
        return result === undefined ? [] : [{ ...result, track: { ...result.track, ...name } }];
      });
      return { ...answer, results, total: results.length };
    };
  }, tracks);
}

describe("names that are hard to show", () => {
  it("are in the direction of their writing, and a missing title has a word in its place", async () => {
    demo = await Demo.open();
    await demo.ready();
    await findOnly([
      { title: "موسيقى هادئة", artist: "عازف" },
      { title: "", artist: "" },
      { title: "A title that goes on ".repeat(15), artist: "Everybody ".repeat(30) },
    ]);
    await demo.search("calm piano");
    expect(await demo.results.count()).toBe(3);
    const titles = demo.results.locator(".title");
    expect(await titles.first().evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
    expect(await titles.nth(1).textContent()).toBe("Untitled");
    const [inner, outer] = await demo.panel.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect(inner).toBeLessThanOrEqual(outer);
  });

  it("leave one result alone in the list, which plays and inserts", async () => {
    demo = await Demo.open();
    await demo.ready();
    await demo.localOnly.check();
    await findOnly([{ title: "Alone", artist: "Mara" }]);
    await demo.search("calm piano");
    expect(await demo.results.count()).toBe(1);
    await demo.page.keyboard.press("End");
    await demo.page.keyboard.press("s");
    await demo.notice.getByText("Alone").waitFor();
  });
});

it("says that no sequence is open, and inserts once one is", async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm piano");
  const timeline = demo.page.locator("demo-timeline");
  await timeline.evaluate((element) => {
    const { store } = element as HTMLElement & { store: Store };
    (window as Window & { keptTimeline?: unknown }).keptTimeline = store.timeline;
    store.open(null);
  });
  await demo.page.keyboard.press("s");
  await demo.notice.getByText("No sequence is open.").waitFor();
  await timeline.evaluate((element) => {
    const { store } = element as HTMLElement & { store: Store };
    store.open((window as Window & { keptTimeline?: unknown }).keptTimeline);
  });
  await demo.results.first().focus();
  await demo.page.keyboard.press("s");
  await demo.music.first().waitFor();
});

/** The stand-in's timeline; null: no sequence is open. */
interface Store {
  readonly timeline: unknown;
  open(timeline: unknown): void;
}

describe("the settings", () => {
  it("open and close with a comma, and lead to the keys and to one's own music", async () => {
    demo = await Demo.open();
    await demo.ready();
    await demo.search("calm piano");
    await demo.page.keyboard.press(",");
    await demo.sheet.locator("nd-settings").waitFor();
    await demo.sheet.getByRole("button", { name: "Your music and packs…" }).click();
    await demo.sheet.locator("nd-own-music").waitFor();
    await demo.page.keyboard.press("Escape");
    await demo.results.first().focus();
    await demo.page.keyboard.press(",");
    await demo.page.keyboard.press(",");
    await expect.poll(() => demo.sheet.count()).toBe(0);
  });
});
