import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../test/page/browser.ts";
import { bundle } from "../../tools/build/bundle.ts";
import { browserScript } from "../../tools/build/browser-script.ts";
import type { Figure, Measurement } from "../figure.ts";
import { median, quantile } from "../statistics.ts";

const FRAMES = 60;
/** A frame at 60 a second. */
const MOST_MS = 16.7;
const PAGE = `<!doctype html><html lang="en"><body><script src="map.js"></script></body></html>`;

/** Frames of the map while it is dragged and zoomed, in a browser that draws without a graphics adapter. */
export const map: Measurement = {
  name: "map",
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), "needledrop-"));
    const browser = await launchBrowser();
    try {
      await bundle(browserScript("bench/map/page.ts", folder, "map.js"));
      const file = join(folder, "index.html");
      writeFileSync(file, PAGE);
      const figures: Figure[] = [];
      for (const points of [10_000, 100_000]) {
        const page = await browser.newPage({ viewport: { width: 700, height: 480 } });
        await page.goto(`${pathToFileURL(file).href}?points=${points}`);
        const times = await frames(page);
        await page.close();
        figures.push({
          name: `frame of the map, ${points.toLocaleString("en")} points`,
          unit: "ms",
          value: median(times),
          p95: quantile(times, 0.95),
          runs: times.length,
          ...(points === 10_000 ? { target: { bound: "most", value: MOST_MS } } : {}),
        });
      }
      return figures;
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
};

/** Milliseconds of script and drawing in each frame, while wheel and pointer move the map. */
const frames = (page: Page): Promise<number[]> =>
  page.evaluate(async (count) => {
    const canvas = document.querySelector("nd-map-canvas")?.shadowRoot?.querySelector("canvas");
    const context = canvas?.getContext("2d");
    if (!canvas || !context) throw new Error("The map is not there.");
    const times: number[] = [];
    for (let n = 0; n < count; n += 1) {
      const clientX = 350 + 100 * Math.sin(n / 20);
      canvas.dispatchEvent(
        new WheelEvent("wheel", { deltaY: 40 * Math.sin(n / 30), clientX, clientY: 240 }),
      );
      // The map asked for its frame first, so it has painted when this one is called.
      const begun = await new Promise<number>((done) => requestAnimationFrame(done));
      // Reading a pixel waits until all that was painted is drawn.
      context.getImageData(0, 0, 1, 1);
      times.push(performance.now() - begun);
    }
    return times;
  }, FRAMES);
