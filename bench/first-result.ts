import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";

/** Milliseconds from opening the panel's page. */
export interface StartTimes {
  /** Until a description can be typed. */
  readonly usable: number;
  /** Until the first result is shown. */
  readonly answered: number;
}

/**
 * Opens the panel of a build and searches at once. Any version of the panel will do.
 * @param dist the build's folder
 */
export async function firstResult(page: Page, dist: string, query: string): Promise<StartTimes> {
  const begun = performance.now();
  await page.goto(pathToFileURL(join(dist, "page/index.html")).href, { waitUntil: "commit" });
  await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill(query);
  const usable = performance.now() - begun;
  await page.keyboard.press("Enter");
  // Looked for in every frame: Playwright's own wait looks twice a second.
  await page.waitForFunction(
    () => {
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        if (root.querySelector("[role=option]") !== null) return true;
        for (const { shadowRoot } of root.querySelectorAll("*")) {
          if (shadowRoot !== null) roots.push(shadowRoot);
        }
      }
      return false;
    },
    undefined,
    { polling: "raf" },
  );
  return { usable, answered: performance.now() - begun };
}
