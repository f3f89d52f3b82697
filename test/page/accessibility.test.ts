import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { buildElements } from "./elements/build.ts";

type AxeWindow = Window & { axe?: { run(options: RunOptions): Promise<AxeResults> } };

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
/** WCAG 2.2 A and AA, and what axe calls best practice. */
const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  rules: {
    // A panel is no page: the application around it has the main heading.
    "page-has-heading-one": { enabled: false },
    // An option is named by its title and artist; what else stands in the row describes it.
    "label-content-name-mismatch": { enabled: false },
    // The description is a search box that grows, which only a textarea does.
    "aria-allowed-role": { enabled: false },
  },
};

let folder: string;
let path: string;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  path = await buildElements(folder);
  const context = await (await sharedBrowser()).newContext({ reducedMotion: "reduce" });
  page = await context.newPage();
});

afterAll(async () => {
  await page.context().close();
  rmSync(folder, { recursive: true });
});

/** What axe finds wrong, as rule and place. */
async function violations(): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const { violations: found } = await page.evaluate(async (rules) => {
    const { axe } = window as AxeWindow;
    if (axe === undefined) throw new Error("axe did not load.");
    return axe.run(rules);
  }, RULES);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`,
    ),
  );
}

/** The states of the whole panel that the page of all elements can show. */
async function panelStates(): Promise<readonly string[]> {
  await page.goto(pathToFileURL(path).href, { waitUntil: "domcontentloaded" });
  const frames = page.locator("nd-gallery iframe");
  await frames.first().waitFor();
  const addresses = await frames.evaluateAll((all) =>
    all.map((frame) => frame.getAttribute("src") ?? ""),
  );
  return [...new Set(addresses.map((address) => /\?([^&]+)/.exec(address)?.[1] ?? ""))];
}

describe("axe finds nothing wrong", () => {
  it(
    "in any state of the panel, in each theme, narrow and wide",
    { timeout: 600_000 },
    async () => {
      const states = await panelStates();
      expect(states).toContain("results");
      const wrong: string[] = [];
      for (const state of states) {
        for (const [theme, width] of [
          ["light", 300],
          ["dark", 300],
          ["darkest", 760],
        ] as const) {
          await page.setViewportSize({ width, height: 720 });
          await page.goto(`${pathToFileURL(path).href}?${state}&${theme}`);
          await page.locator("body[data-shown]").waitFor();
          wrong.push(...(await violations()).map((text) => `${state} ${theme} ${width}: ${text}`));
        }
      }
      expect(wrong).toEqual([]);
    },
  );
});
