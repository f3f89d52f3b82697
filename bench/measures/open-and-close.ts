import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CDPSession } from "playwright-core";
import { launchBrowser } from "../../test/page/browser.ts";
import { builtIn } from "../builds.ts";
import type { Measurement } from "../figure.ts";

const CYCLES = 100;
const WARM_UPS = 3;
const MEGABYTE = 1e6;

/** Opens and closes the panel again and again in one page: what does it leave behind? */
export const openAndClose: Measurement = {
  name: "open and close",
  measure: async ([dist]) => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(join(builtIn(dist), "page/index.html")).href);
      const session = await page.context().newCDPSession(page);
      await session.send("Performance.enable");
      let before = NaN;
      for (let cycle = -WARM_UPS; cycle < CYCLES; cycle += 1) {
        await page.locator('needledrop-panel[data-engine="ready"]').waitFor();
        await page.evaluate(() => {
          document.querySelector("needledrop-panel")?.remove();
        });
        if (cycle === -1) before = await heapBytes(session);
        if (cycle < CYCLES - 1) {
          await page.evaluate(() => {
            document.body.append(document.createElement("needledrop-panel"));
          });
        }
      }
      const value = ((await heapBytes(session)) - before) / MEGABYTE;
      const target = { bound: "most", value: 5 } as const;
      return [{ name: `left by opening ${CYCLES} times`, unit: "MB", value, runs: 1, target }];
    } finally {
      await browser.close();
    }
  },
};

async function heapBytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? NaN;
}
