import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "./browser.ts";
import { Demo } from "./demo.ts";

/**
 * Takes the pictures of the README, a newcomer's way through the built demo: `npm run strip`. Each step
 * waits until what it shows is there.
 */
const folder = fileURLToPath(new URL("../../docs/first-steps", import.meta.url));

interface Step {
  readonly name: string;
  readonly reach: (demo: Demo) => Promise<void>;
}

const times = (count: number, key: string): string[] => Array.from({ length: count }, () => key);

const STEPS: readonly Step[] = [
  { name: "1-open", reach: (demo) => demo.ready() },
  {
    name: "2-type",
    reach: async (demo) => {
      await demo.localOnly.check();
      await demo.search("Warm acoustic guitar by the campfire, no drums");
    },
  },
  {
    name: "3-hear",
    reach: async (demo) => {
      await demo.page.keyboard.press("Space");
      await demo.heard();
    },
  },
  {
    name: "4-compare",
    reach: async (demo) => {
      for (const key of ["x", "ArrowDown", "x", "ArrowDown", "x", "v"]) {
        await demo.page.keyboard.press(key);
      }
      await demo.heard();
    },
  },
  {
    name: "5-insert",
    reach: async (demo) => {
      await demo.page.keyboard.press("Escape");
      for (const key of ["End", "ArrowUp"]) await demo.page.locator("demo-ruler").press(key);
      await demo.insertButton.click();
      await demo.music.waitFor();
    },
  },
  {
    name: "6-undo",
    reach: async (demo) => {
      await demo.undoButton.click();
      await demo.music.waitFor({ state: "detached" });
    },
  },
  {
    name: "7-cue-sheet",
    reach: async (demo) => {
      await demo.insertButton.click();
      await demo.music.waitFor();
      await demo.selectedResult.focus();
      await demo.page.keyboard.press("c");
      await demo.sheet.locator("nd-cue-sheet").waitFor();
    },
  },
  {
    name: "8-pictures-alone",
    reach: async (demo) => {
      await demo.page.keyboard.press("Escape");
      await demo.frame.getByRole("button", { name: "Unpin all" }).click();
      await demo.undoButton.click();
      await demo.music.waitFor({ state: "detached" });
      await demo.page.locator('[data-action="texts"]').click();
      await demo.description.fill("");
      await demo.page.locator("demo-ruler").press("ArrowUp");
      await demo.page.locator('[data-clip="storm"]').click();
      await demo.frame.getByRole("button", { name: "Describe selection" }).click();
      await demo.frame.locator("nd-source-chips").getByText("pictures").waitFor();
      await demo.results.first().waitFor();
    },
  },
  {
    name: "9-fit",
    reach: async (demo) => {
      await demo.page.locator("demo-ruler").focus();
      // The walk, cut by cut.
      const range = ["Home", "ArrowDown", "i", ...times(12, "ArrowDown"), "o", "ArrowUp"];
      for (const key of range) await demo.page.keyboard.press(key);
      await demo.search("Hopeful acoustic guitar, walking pace");
      await demo.page.keyboard.press("y");
      await demo.frame.getByRole("button", { name: "Lay as one file" }).click();
      await demo.music.waitFor();
    },
  },
];

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
const demo = await Demo.open({ browser, context: { viewport: { width: 1120, height: 720 } } });
for (const { name, reach } of STEPS) {
  await reach(demo);
  const path = `${folder}/${name}.png`;
  await demo.page.screenshot({ path, animations: "disabled", caret: "hide" });
  console.log(path);
}
await browser.close();
