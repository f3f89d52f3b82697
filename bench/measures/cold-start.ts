import { launchBrowser } from "../../test/page/browser.ts";
import { builtIn, given } from "../builds.ts";
import type { Figure, Measurement } from "../figure.ts";
import { firstResult, type StartTimes } from "../first-result.ts";
import { median, quantile } from "../statistics.ts";

const RUNS = 9;
const LIMIT_MS = 60_000;
const QUERY = "slow piano for a quiet morning";

/**
 * The built page, from disk, in a fresh browser: time until it is usable, and until it answers. The
 * builds take turns, so that what else the machine does concerns all of them.
 */
export const coldStart: Measurement = {
  name: "cold start",
  measure: async (builds) => {
    const times = given(builds).map((dist) => ({ dist: builtIn(dist), runs: [] as StartTimes[] }));
    for (let run = 0; run < RUNS; run += 1) {
      for (const { dist, runs } of times) runs.push(await start(dist));
    }
    const figure = (name: string, most: number, time: keyof StartTimes): Figure => {
      const [own = [], beside] = times.map(({ runs }) => runs.map((run) => run[time] / 1000));
      return {
        ...{ name, unit: "s", value: median(own), p95: quantile(own, 0.95), runs: RUNS },
        ...(beside === undefined ? {} : { beside: median(beside) }),
        target: { bound: "most", value: most },
      };
    };
    return [figure("panel usable", 1, "usable"), figure("first result", 2, "answered")];
  },
};

async function start(dist: string): Promise<StartTimes> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    return await firstResult(page, dist, QUERY);
  } finally {
    await browser.close();
  }
}
