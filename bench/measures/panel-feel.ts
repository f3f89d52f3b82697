import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../test/page/browser.ts";
import { builtIn, given } from "../builds.ts";
import type { Figure, Measurement } from "../figure.ts";
import { feelOf, type Feel } from "../panel-feel/in-page.ts";
import { buildWith } from "../panel-feel/synthetic-build.ts";
import { median, quantile } from "../statistics.ts";

const ROWS = 100_000;
const LIMIT_MS = 60_000;

/**
 * How the built panel feels, in the page itself: from a key to the list that it leads to, from a key to
 * sound, and from frame to frame while a list of 100,000 rows scrolls. The list is that of the page's own
 * engine, repeated; its index is that of the build, or one of as many made-up tracks as are wished for (`--tracks 10000`).
 */
export const panelFeel: Measurement = {
  name: "panel feel",
  measure: async (builds, { tracks }) => {
    const [own = ""] = given(builds).map((dist) => builtIn(dist));
    if (tracks === undefined) return figuresOf(await feelIn(own));
    const build = await buildWith(tracks);
    try {
      return figuresOf(await feelIn(build.dist));
    } finally {
      build.remove();
    }
  },
};

async function feelIn(dist: string): Promise<Feel> {
  const browser = await launchBrowser(["--autoplay-policy=no-user-gesture-required"]);
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 800 } });
    page.setDefaultTimeout(LIMIT_MS);
    // What tsx names functions with; it is not there in the page.
    await page.addInitScript("globalThis.__name = (made) => made;");
    await page.goto(pathToFileURL(join(dist, "page/index.html")).href);
    await page.locator('needledrop-panel[data-engine="ready"]').waitFor();
    return await feel(page);
  } finally {
    await browser.close();
  }
}

function feel(page: Page): Promise<Feel> {
  return page.locator("needledrop-panel").evaluate(feelOf, ROWS);
}

function figuresOf({ tracks, lists, searches, sounds, frames }: Feel): Figure[] {
  const figure = (name: string, values: readonly number[], most?: number): Figure => ({
    name,
    unit: "ms",
    value: median(values),
    p95: quantile(values, 0.95),
    runs: values.length,
    ...(most === undefined ? {} : { target: { bound: "most", value: most } }),
  });
  const frame = figure(`scrolling ${ROWS} rows: frame`, frames);
  return [
    figure(`panel with ${tracks} tracks: Enter to drawn list`, lists, 60),
    figure("of it encoding, search and ranking", searches),
    figure("Space to sound", sounds, 150),
    frame,
    {
      ...frame,
      name: "scrolling: p95 of frames",
      value: frame.p95 ?? Infinity,
      target: { bound: "most", value: 32 },
    },
  ];
}
