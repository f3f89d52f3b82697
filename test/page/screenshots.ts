import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { changeTracks } from "./changed-tracks.ts";
import { launchBrowser } from "./browser.ts";
import { Demo, type OpenOptions } from "./demo.ts";
import { putPackUnder } from "./pack-licence.ts";
import { mixInFarTracks } from "./remote-results.ts";

/**
 * Writes pictures of the panel's states and of the whole demo into a folder, to be looked at:
 * `npm run screenshots -- FOLDER [PATTERN]`, where only names that match the pattern are drawn.
 */
const folder = resolve(process.argv[2] ?? "test-results/screenshots");
const wanted = new RegExp(process.argv[3] ?? "");
const browser = await launchBrowser();

interface State {
  readonly name: string;
  /** Brings a panel that has just been opened into the state. */
  readonly reach: (page: Page) => Promise<void>;
  /** Scripts of the build that never arrive, or that are not there. */
  readonly withhold?: { readonly scripts: RegExp; readonly how: "wait" | "fail" };
}

/** As much of the panel's inside as a picture needs. */
type PanelElement = HTMLElement & {
  readonly model: { readonly answer: { results: readonly unknown[] } };
  requestUpdate(): void;
};

const MODEL = /pack-text\.onnx/;

const STATES: readonly State[] = [
  {
    name: "loading",
    reach: (page) => page.locator("sp-progress-bar").waitFor(),
    withhold: { scripts: MODEL, how: "wait" },
  },
  {
    name: "error",
    reach: (page) => page.getByRole("alert").waitFor(),
    withhold: { scripts: MODEL, how: "fail" },
  },
  { name: "empty", reach: ready },
  { name: "results", reach: search },
  {
    name: "no-results",
    reach: async (page) => {
      await search(page);
      // Only an empty catalogue has no results, and none is ever built.
      await page.locator("needledrop-panel").evaluate((element) => {
        const panel = element as PanelElement;
        panel.model.answer.results = [];
        panel.requestUpdate();
      });
      await page.getByText("No track fits").waitFor();
    },
  },
  { name: "far", reach: searchFar },
  {
    name: "far-selected",
    reach: async (page) => {
      await searchFar(page);
      await page.keyboard.press("ArrowDown");
      await page.locator("nd-remote-bar").waitFor();
      await page.keyboard.press("Space");
      await page.locator("sp-toast").waitFor();
    },
  },
  {
    name: "far-filtered",
    reach: async (page) => {
      await searchFar(page);
      await localOnly(page).check();
      await page.locator("nd-status-line").getByText("best first").waitFor();
    },
  },
  {
    name: "nothing-here",
    reach: async (page) => {
      await ready(page);
      await mixInFarTracks(page.locator("needledrop-panel"), "none here");
      await localOnly(page).check();
      await page.getByRole("textbox").fill("Warm acoustic guitar");
      await page.getByText("No track on this machine was found").waitFor();
    },
  },
  {
    name: "non-commercial",
    reach: async (page) => {
      await search(page);
      await putPackUnder(page.locator("needledrop-panel"), "CC-BY-NC-4.0");
      await page.getByRole("note").waitFor();
    },
  },
  {
    name: "keys",
    reach: async (page) => {
      await ready(page);
      await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
    },
  },
];

interface StateWithEditor {
  readonly name: string;
  /** Brings a panel with results, beside a timeline without music, into the state. */
  readonly reach: (demo: Demo) => Promise<void>;
}

const STATES_WITH_EDITOR: readonly StateWithEditor[] = [
  {
    name: "tools",
    reach: async (demo) => {
      await demo.page.keyboard.press("t");
      await demo.tool("replace").waitFor();
    },
  },
  {
    name: "tools-folder",
    reach: async (demo) => {
      await demo.page.keyboard.press("t");
      await demo.tool("choose-folder").click();
      await demo.notice.waitFor();
    },
  },
  {
    name: "tools-no-track",
    reach: async (demo) => {
      await demo.description.fill("");
      await demo.description.press("Enter");
      await demo.frame.getByText("What is the scene?").waitFor();
      await demo.tools.getByRole("button").click();
      await demo.tool("cue-sheet").waitFor();
    },
  },
  {
    name: "inserted",
    reach: async (demo) => {
      await demo.page.keyboard.press("s");
      await demo.notice.waitFor();
    },
  },
  {
    name: "refused",
    reach: async (demo) => {
      await demo.page.keyboard.press("r");
      await demo.notice.waitFor();
    },
  },
  {
    name: "not-importable",
    reach: async (demo) => {
      await changeTracks(demo.panel, {
        audio: { kind: "file", path: "/music/Northern Light.flac" },
      });
      await demo.search("Gentle piano");
      await demo.page.keyboard.press("t");
    },
  },
  {
    name: "not-playable",
    reach: async (demo) => {
      await changeTracks(demo.panel, {
        audio: { kind: "file", path: "/music/Northern Light.wav" },
      });
      await demo.search("Gentle piano");
      await demo.page.keyboard.press("Space");
      await demo.frame.getByRole("alert").waitFor();
    },
  },
  {
    name: "push",
    reach: async (demo) => {
      await demo.page.keyboard.press("p");
      await demo.sheet.getByRole("heading", { level: 2 }).waitFor();
    },
  },
  {
    name: "cues",
    reach: async (demo) => {
      await fillTimeline(demo);
      await demo.page.keyboard.press("c");
      await demo.sheet.getByText("Total").waitFor();
      await demo.sheet.getByText("Save CSV").click();
      await demo.notice.waitFor();
    },
  },
  {
    name: "cues-empty",
    reach: async (demo) => {
      await demo.page.keyboard.press("c");
      await demo.sheet.getByText("No music").waitFor();
    },
  },
  {
    name: "check-asks",
    reach: async (demo) => {
      await demo.page.keyboard.press("Shift+H");
      await demo.sheet.getByText("With a scratch sequence").waitFor();
    },
  },
  {
    name: "check",
    reach: async (demo) => {
      await demo.page.keyboard.press("Shift+H");
      await demo.sheet.getByText("With a scratch sequence").click();
      await demo.sheet.getByRole("button", { name: "Copy report" }).waitFor();
    },
  },
  {
    name: "keys",
    reach: async (demo) => {
      await demo.page.keyboard.press("?");
      await demo.sheet.getByRole("heading", { level: 2 }).waitFor();
    },
  },
];

/** Music of three licences, one after the other. */
async function fillTimeline(demo: Demo): Promise<void> {
  const licences = [
    { id: "CC0-1.0", name: "CC0 1.0" },
    {
      id: "CC-BY-4.0",
      name: "Creative Commons Attribution 4.0",
      url: "https://creativecommons.org/licenses/by/4.0/",
      attribution:
        "“Morning Routine” by Ada Quill (example.org), licensed under Creative Commons: By Attribution 4.0",
    },
    { id: "unknown", name: "Licence unknown" },
  ];
  for (const [at, licence] of licences.entries()) {
    await changeTracks(demo.panel, { licence });
    await demo.search(["Gentle piano", "Tense pulse", "Warm strings"][at] ?? "Drums");
    await demo.page.locator("demo-ruler").press("End");
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("s");
    await demo.music.nth(at).waitFor();
    await demo.notice.getByText("is on").waitFor();
  }
}

mkdirSync(folder, { recursive: true });
for (const width of [320, 380, 480]) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const state of STATES) {
      const context = { viewport: { width, height: 720 }, colorScheme };
      await picture(`panel-${state.name}-${width}-${colorScheme}`, state, {
        file: "page/index.html",
        context,
      });
    }
  }
}
for (const width of [300, 480]) {
  for (const theme of ["light", "dark"] as const) {
    for (const state of STATES_WITH_EDITOR) await pictureWithEditor(state, width, theme);
  }
}
await pictureOfDemo();
await browser.close();

async function picture(name: string, state: State, options: OpenOptions): Promise<void> {
  if (!wanted.test(name)) return;
  const { withhold } = state;
  const demo = await Demo.open({ ...options, browser, ...(withhold && { withhold }) });
  await state.reach(demo.page);
  await shoot(demo.page, name);
  await demo.close();
}

async function pictureWithEditor(
  { name, reach }: StateWithEditor,
  width: number,
  theme: "light" | "dark",
): Promise<void> {
  const file = `editor-${name}-${width}-${theme}`;
  if (!wanted.test(file)) return;
  const demo = await Demo.open({ browser });
  await demo.page.locator("demo-app").evaluate((app, panelWidth) => {
    Object.assign(app, { panelWidth });
  }, width);
  await demo.page.locator(`[data-theme="${theme}"]`).click();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("Warm acoustic guitar by the fire, nostalgic");
  await reach(demo);
  const path = join(folder, `${file}.png`);
  await demo.page.locator("iframe").screenshot({ path, animations: "disabled" });
  console.log(path);
  await demo.close();
}

async function pictureOfDemo(): Promise<void> {
  if (!wanted.test("demo")) return;
  const demo = await Demo.open({ browser });
  await demo.ready();
  await demo.page.locator('[data-clip="camp"]').click();
  await demo.frame.getByRole("button", { name: "Describe selection" }).click();
  await demo.frame.locator("nd-result-row:not([remote])").first().locator(".title").click();
  await demo.page.locator("demo-ruler").press("End");
  await demo.page.locator("demo-ruler").press("ArrowUp");
  await demo.insertButton.click();
  await demo.music.waitFor();
  for (const theme of ["light", "darkest", "dark"]) {
    await demo.page.locator(`[data-theme="${theme}"]`).click();
    await demo.frame.locator(`sp-theme[color="${theme}"]`).waitFor();
    await shoot(demo.page, `demo-${theme}`);
  }
  await demo.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  console.log(path);
}

async function search(page: Page): Promise<void> {
  await ready(page);
  await page.getByRole("textbox").fill("Warm acoustic guitar by the fire, nostalgic");
  await page.getByRole("textbox").press("Enter");
  await page.locator('[role="option"][aria-selected="true"]:focus').waitFor();
}

async function searchFar(page: Page): Promise<void> {
  await ready(page);
  await mixInFarTracks(page.locator("needledrop-panel"));
  await search(page);
}

function localOnly(page: Page): Locator {
  return page.getByRole("checkbox", { name: "Only what I can hear now" });
}

async function ready(page: Page): Promise<void> {
  await page.locator('needledrop-panel[data-engine="ready"]').waitFor();
}
