import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser } from "../../test/page/browser.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { median } from "../statistics.ts";

const RUNS = 5;
const LIMIT_MS = 60_000;
const QUERY = "slow piano for a quiet morning";

/** The built page, from disk, in a fresh browser: time until it is usable, and until it answers. */
export const coldStart: Measurement = {
  name: "cold start",
  measure: async () => {
    const page = join(buildInputs().distFolder, "page/index.html");
    if (!existsSync(page)) throw new Error("Nothing is built: run `npm run build` first.");
    const usable: number[] = [];
    const answered: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const times = await start(pathToFileURL(page).href);
      usable.push(times.usable);
      answered.push(times.answered);
    }
    return [seconds("panel usable", usable, 1), seconds("first result", answered, 4)];
  },
};

interface StartTimes {
  /** Milliseconds from opening the page until a description can be typed. */
  readonly usable: number;
  /** Milliseconds from opening the page until the first result is shown. */
  readonly answered: number;
}

async function start(address: string): Promise<StartTimes> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const begun = performance.now();
    await page.goto(address, { waitUntil: "commit" });
    const description = page.getByRole("textbox");
    await description.fill(QUERY);
    const usable = performance.now() - begun;
    await description.press("Enter");
    await page.getByRole("option").first().waitFor();
    return { usable, answered: performance.now() - begun };
  } finally {
    await browser.close();
  }
}

function seconds(name: string, times: readonly number[], most: number): Figure {
  const value = median(times) / 1000;
  return { name, unit: "s", value, runs: times.length, target: { bound: "most", value: most } };
}
