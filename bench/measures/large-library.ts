import { join } from "node:path";
import type { Page } from "playwright-core";
import { diskAssets } from "../../src/cli/assets.ts";
import type { SearchAnswer } from "../../src/contract/search.ts";
import { loadPack } from "../../src/engine/open.ts";
import { sine, wavBytes } from "../../test/cli/support/wav-bytes.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import { builtIn, given } from "../builds.ts";
import type { Figure, Measurement } from "../figure.ts";
import { firstResult } from "../first-result.ts";
import { part } from "../part.ts";
import { pageMemory, profileWith, type Profile } from "../large-library/profile.ts";
import { median, quantile } from "../statistics.ts";
import { SYNTHETIC_NAME, syntheticFile } from "../synthetic-index.ts";

const TRACKS = 100_000;
const STARTS = 3;
const FIRST = "a tense chase through rain-soaked streets at night";
const QUERIES = [
  FIRST,
  "slow piano for a quiet morning, no drums",
  "instrumental, upbeat indie pop with hand claps",
  '80s, "Title 4711", under 3 minutes',
];
const ROUNDS = 5;
/** More than any part takes, on a machine that does much else. */
const PART_SECONDS = 180;

/** The panel with a folder of 100,000 tracks of the editor's own: start, search, update, memory. */
export const largeLibrary: Measurement = {
  name: "large library",
  measure: async (builds, { tracks = TRACKS }) => {
    const pack = await loadPack(diskAssets({ pack: buildInputs().packFolder }));
    const [own = "", beside] = given(builds).map((dist) => builtIn(dist));
    const empty = await profileWith(join(own, "page"), pack, 0);
    const full = await profileWith(join(own, "page"), pack, tracks);
    try {
      // The other build first, since this one may keep the library in a newer form.
      const before = beside === undefined ? null : await startsWith(empty, full, beside);
      const now = await startsWith(empty, full, own, (page) => useIt(page, tracks));
      const started = (name: string, which: "first" | "found" | "added"): Figure => ({
        ...seconds(name, now[which], STARTS),
        ...(before === null ? {} : { beside: before[which] / 1000 }),
      });
      return [
        started(`panel with ${tracks} own tracks: first result`, "first"),
        started("first own track", "found"),
        {
          ...started("own tracks, beyond a start without", "added"),
          target: { bound: "most", value: 2 },
        },
        ...now.figures,
      ];
    } finally {
      empty.remove();
      full.remove();
    }
  },
};

type Use = (page: Page) => Promise<readonly Figure[]>;

/** Medians in milliseconds: first result, first own track, and how much later than without any. */
async function startsWith(empty: Profile, full: Profile, dist: string, use?: Use) {
  const without: number[] = [];
  const first: number[] = [];
  const found: number[] = [];
  let figures: readonly Figure[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    await inPage(empty, async (page) => {
      without.push((await firstResult(page, dist, FIRST)).answered);
    });
    await inPage(full, async (page) => {
      const begun = performance.now();
      first.push((await firstResult(page, dist, FIRST)).answered);
      await ownTrack(page);
      found.push(performance.now() - begun);
      if (use !== undefined && run === STARTS - 1) figures = await use(page);
    });
  }
  const added = median(found) - median(without);
  return { first: median(first), found: median(found), added, figures };
}

/** Opens a browser with a profile for the time of its use. */
async function inPage(profile: Profile, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await profile.open();
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Resolves once a track of the folder is among the results. */
async function ownTrack(page: Page): Promise<void> {
  await page.waitForFunction(
    (name) => {
      const panel = document.querySelector("needledrop-panel") as unknown as PanelInside | null;
      const results = panel?.model.view.search.answer?.results ?? [];
      return results.some(({ track }) => track.catalogue === name);
    },
    SYNTHETIC_NAME,
    { polling: "raf" },
  );
}

const seconds = (name: string, ms: number, runs: number): Figure => ({
  ...{ name, unit: "s", value: ms / 1000, runs },
});

/** Figures of a panel in use. Each part is measured even if one before it could not be. */
async function useIt(page: Page, tracks: number): Promise<readonly Figure[]> {
  const figures = [
    await part("memory of the started page", PART_SECONDS, () =>
      memory(page, "started", "at most while starting"),
    ),
    await part("searches", PART_SECONDS, () => searching(page)),
    await part("going through results", PART_SECONDS, async () => {
      const [, longest] = await longestFrame(page, () => walkThroughResults(page));
      return [longestOf("while going through results", longest)];
    }),
    await part("the update", PART_SECONDS, async () => [
      seconds("update with one new file", await addOneFile(page, tracks), 1),
    ]),
    await part("memory of the updated page", PART_SECONDS, () =>
      memory(page, "updated", "at most"),
    ),
  ];
  return figures.flat();
}

async function searching(page: Page): Promise<Figure[]> {
  const firsts = await searches(page, QUERIES);
  const again = Array.from({ length: ROUNDS }, (_, round) =>
    QUERIES.map((query) => `${query} ${round}`),
  ).flat();
  const [warm, typing] = await longestFrame(page, () => searches(page, again));
  return [
    {
      ...{ name: "search, slowest of the first ones", unit: "ms", runs: firsts.length },
      value: Math.max(...firsts),
    },
    {
      ...{ name: "search, warm", unit: "ms", runs: warm.length },
      ...{ value: median(warm), p95: quantile(warm, 0.95) },
    },
    longestOf("while typing and searching", typing),
  ];
}

const longestOf = (when: string, ms: number): Figure => ({
  ...{ name: `longest frame ${when}`, unit: "ms", value: ms, runs: 1 },
});

/** What the page's processes hold: now, and at most so far. */
async function memory(page: Page, now: string, most: string): Promise<Figure[]> {
  const held = await pageMemory(page);
  const figure = (when: string, value: number): Figure => ({
    ...{ name: `memory of the page, ${when}`, unit: "MB", value, runs: 1 },
  });
  return held === null ? [] : [figure(now, held.now), figure(most, held.most)];
}

/** Milliseconds of the engine for each query, typed as an editor would. */
async function searches(page: Page, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const box = page.getByRole("searchbox").or(page.getByRole("textbox")).first();
  for (const query of queries) {
    await box.fill(query.slice(0, -5));
    await box.pressSequentially(query.slice(-5));
    await box.press("Enter");
    const ms = await page.waitForFunction((wanted) => {
      const panel = document.querySelector("needledrop-panel") as unknown as PanelInside | null;
      const answer = panel?.model.view.search.answer;
      return answer?.request.query === wanted ? answer.ms : null;
    }, query);
    const { encode, search } = (await ms.jsonValue()) ?? { encode: NaN, search: NaN };
    times.push(encode + search);
  }
  return times;
}

/** Down the list and up again, by key. */
async function walkThroughResults(page: Page): Promise<void> {
  for (const key of ["ArrowDown", "ArrowUp"]) {
    for (let step = 0; step < 12; step += 1) await page.keyboard.press(key);
  }
}

/** What this measurement reads of the panel's insides. */
interface PanelInside {
  readonly model: { readonly view: { readonly search: { readonly answer: SearchAnswer | null } } };
}

/** Runs `use`, and tells the longest time between two frames of the page meanwhile. */
async function longestFrame<T>(page: Page, use: () => Promise<T>): Promise<[T, number]> {
  await page.evaluate(() => {
    const watch = {
      longest: 0,
      before: performance.now(),
      look(now: number): void {
        watch.longest = Math.max(watch.longest, now - watch.before);
        watch.before = now;
        requestAnimationFrame((next) => watch.look(next));
      },
    };
    Object.assign(globalThis, { frameWatch: watch });
    watch.look(watch.before);
  });
  const result = await use();
  const longest = await page.evaluate(
    () => (globalThis as unknown as { frameWatch: { longest: number } }).frameWatch.longest,
  );
  return [result, longest];
}

/** Milliseconds until the folder is brought up to date in which one file is new beside `tracks`. */
async function addOneFile(page: Page, tracks: number): Promise<number> {
  await page.getByRole("button", { name: "Your music…" }).click();
  const shape = { sampleRate: 22_050, channels: 1, bits: 16 } as const;
  const wav = Buffer.from(wavBytes(shape, 10 * 22_050, sine(330, 22_050))).toString("base64");
  const known = Array.from({ length: tracks }, (_, t) => syntheticFile(t));
  await page.evaluate(
    ([name, files, base64]) => {
      const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const listed = files.map((file) => ({
        ...{ webkitRelativePath: `${name}/${file.name}`, name: file.name },
        ...{
          size: file.bytes,
          lastModified: file.modified,
          slice() {
            return new Blob();
          },
        },
      }));
      const fresh = new File([content], "new.wav");
      Object.defineProperty(fresh, "webkitRelativePath", { value: `${name}/new.wav` });
      Object.assign(globalThis, { chosen: [...listed, fresh] });
    },
    [SYNTHETIC_NAME, known, wav] as const,
  );
  const begun = performance.now();
  // The panel takes the files from the picker, as if an editor had chosen them there.
  await page.locator("nd-own-music input[type=file]").evaluate((picker) => {
    const { chosen } = globalThis as unknown as { chosen: File[] };
    Object.defineProperty(picker, "files", { configurable: true, value: chosen });
    picker.dispatchEvent(new Event("change"));
  });
  await page.locator("li.folder").getByText("1 new").waitFor();
  return performance.now() - begun;
}
