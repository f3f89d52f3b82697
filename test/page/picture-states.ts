import type { Locator, Page } from "playwright-core";
import { changeTracks } from "./changed-tracks.ts";
import type { Demo } from "./demo.ts";
import { putPackUnder } from "./pack-licence.ts";
import { mixInFarTracks } from "./remote-results.ts";

/** A state of the panel when it stands alone. */
export interface State {
  readonly name: string;
  /** Brings a panel that has just been opened into the state. */
  readonly reach: (page: Page) => Promise<void>;
  /** Scripts of the build that never arrive, or that are not there. */
  readonly withhold?: { readonly scripts: RegExp; readonly how: "wait" | "fail" };
}

const MODEL = /pack-text\.onnx/;

export const STATES: readonly State[] = [
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
  { name: "results", reach: (page) => search(page) },
  {
    name: "no-results",
    reach: async (page) => {
      await ready(page);
      // Only an empty catalogue has no results, and none is ever built.
      await mixInFarTracks(page.locator("needledrop-panel"), "none");
      await page.getByRole("searchbox").fill("Warm acoustic guitar");
      await page.getByText("No matching tracks").waitFor();
    },
  },
  {
    name: "understood",
    reach: (page) => search(page, "Calm romatic piano, no drums, in D minor, under 2 minutes"),
  },
  {
    name: "nothing-left",
    reach: async (page) => {
      await ready(page);
      await localOnly(page).check();
      await page.getByRole("searchbox").fill("Calm piano, under 6 seconds, over 300 bpm");
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
      await page.locator("nd-notice").waitFor();
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
      await page.getByRole("searchbox").fill("Warm acoustic guitar");
      await page.getByText("No matching tracks on this machine").waitFor();
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

/** A state of the panel beside a timeline. */
export interface StateWithEditor {
  readonly name: string;
  /** Brings a panel with results, beside a timeline without music, into the state. */
  readonly reach: (demo: Demo) => Promise<void>;
}

export const STATES_WITH_EDITOR: readonly StateWithEditor[] = [
  {
    name: "tools",
    reach: async (demo) => {
      await demo.page.keyboard.press("t");
      await demo.tool("replace").waitFor();
    },
  },
  {
    name: "cut",
    reach: async (demo) => {
      await demo.page.locator("demo-ruler").focus();
      for (const key of ["Home", "ArrowDown", "i", "End", "o"]) await demo.page.keyboard.press(key);
      await demo.results.first().focus();
      await demo.page.keyboard.press("u");
      await demo.frame.getByText("cuts a minute").waitFor();
    },
  },
  {
    name: "fit",
    reach: async (demo) => {
      await demo.page.locator("demo-ruler").focus();
      for (const key of ["Home", "ArrowDown", "i", "End", "o"]) await demo.page.keyboard.press(key);
      await demo.results.first().focus();
      for (const key of ["u", "y"]) await demo.page.keyboard.press(key);
      await demo.frame.getByRole("button", { name: "Lay as one file" }).waitFor();
    },
  },
  {
    name: "described",
    reach: async (demo) => {
      await demo.page.locator('[data-clip="canopy"]').click();
      await demo.page.locator('[data-action="texts"]').click();
      await demo.description.fill("");
      await demo.frame.getByRole("button", { name: "Describe selection" }).click();
      await demo.frame.locator("nd-source-chips").getByText("pictures").waitFor();
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
      await demo.frame.getByText("Find music for your scene").waitFor();
      await demo.tools.getByRole("button", { name: "Editor tools" }).click();
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
      await demo.sheet.getByText("Check with scratch sequence").waitFor();
    },
  },
  {
    name: "check",
    reach: async (demo) => {
      await demo.page.keyboard.press("Shift+H");
      await demo.sheet.getByText("Check with scratch sequence").click();
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

async function search(
  page: Page,
  query = "Warm acoustic guitar by the fire, nostalgic",
): Promise<void> {
  await ready(page);
  await page.getByRole("searchbox").fill(query);
  await page.getByRole("searchbox").press("Enter");
  await page.locator('[role="option"][aria-selected="true"]:focus').waitFor();
}

async function searchFar(page: Page): Promise<void> {
  await ready(page);
  await mixInFarTracks(page.locator("needledrop-panel"));
  await search(page);
}

function localOnly(page: Page): Locator {
  return page.getByRole("checkbox", { name: "On this machine only" });
}

async function ready(page: Page): Promise<void> {
  await page.locator('needledrop-panel[data-engine="ready"]').waitFor();
}
