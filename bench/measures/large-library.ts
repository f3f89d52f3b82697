import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { diskAssets } from "../../src/cli/assets.ts";
import type { SearchAnswer } from "../../src/contract/search.ts";
import { loadPack } from "../../src/engine/open.ts";
import { sine, wavBytes } from "../../test/cli/support/wav-bytes.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { pageMemory, profileWith, type Profile } from "../large-library/profile.ts";
import { median, quantile } from "../statistics.ts";
import { SYNTHETIC_NAME, syntheticFile } from "../synthetic-index.ts";

const TRACKS = 100_000;
const STARTS = 3;
const QUERIES = [
  "a tense chase through rain-soaked streets at night",
  "slow piano for a quiet morning, no drums",
  "instrumental, upbeat indie pop with hand claps",
  '80s, "Title 4711", under 3 minutes',
];
const ROUNDS = 5;

/** The panel with a folder of 100,000 tracks of the editor's own: start, search, update, memory. */
export const largeLibrary: Measurement = {
  name: "large library",
  measure: async () => {
    const { packFolder, distFolder } = buildInputs();
    const folder = join(distFolder, "page");
    const address = pathToFileURL(join(folder, "index.html")).href;
    if (!existsSync(folder)) throw new Error("Nothing is built: run `npm run build` first.");
    const pack = await loadPack(diskAssets({ pack: packFolder }));
    const empty = await profileWith(folder, pack, 0);
    const full = await profileWith(folder, pack, TRACKS);
    try {
      const without = await starts(empty, address);
      const having = await starts(full, address, useIt);
      const added = median(having.times) - median(without.times);
      return [
        seconds(`panel with ${TRACKS} own tracks: first result`, median(having.times), STARTS),
        {
          ...seconds("of these, for the own tracks", added, STARTS),
          target: { bound: "most", value: 2 },
        },
        ...having.figures,
      ];
    } finally {
      empty.remove();
      full.remove();
    }
  },
};

/** Milliseconds to the first result of several starts, and what the last one was used for. */
async function starts(
  profile: Profile,
  address: string,
  use: (page: Page) => Promise<Figure[]> = () => Promise.resolve([]),
): Promise<{ readonly times: number[]; readonly figures: readonly Figure[] }> {
  const times: number[] = [];
  let figures: readonly Figure[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const context = await profile.open();
    try {
      const page = await context.newPage();
      times.push(await firstResult(page, address));
      if (run === STARTS - 1) figures = await use(page);
    } finally {
      await context.close();
    }
  }
  return { times, figures };
}

const seconds = (name: string, ms: number, runs: number): Figure => ({
  ...{ name, unit: "s", value: ms / 1000, runs },
});

/** Milliseconds from opening the page until the first result is shown. */
async function firstResult(page: Page, address: string): Promise<number> {
  const begun = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.getByRole("textbox").fill(QUERIES[0] ?? "");
  await page.getByRole("textbox").press("Enter");
  await page.getByRole("option").first().waitFor();
  return performance.now() - begun;
}

async function useIt(page: Page): Promise<Figure[]> {
  const started = await pageMemory(page);
  const firsts = await searches(page, QUERIES);
  const again = Array.from({ length: ROUNDS }, (_, round) =>
    QUERIES.map((query) => `${query} ${round}`),
  ).flat();
  const [warm, typing] = await longestFrame(page, () => searches(page, again));
  const [, scrolling] = await longestFrame(page, () => walkThroughResults(page));
  const update = await addOneFile(page);
  const updated = await pageMemory(page);
  return [
    {
      ...{ name: "search, slowest of the first ones", unit: "ms", runs: firsts.length },
      value: Math.max(...firsts),
    },
    {
      ...{ name: "search, warm", unit: "ms", runs: warm.length },
      ...{ value: median(warm), p95: quantile(warm, 0.95) },
    },
    { name: "longest frame while typing and searching", unit: "ms", value: typing, runs: 1 },
    { name: "longest frame while going through results", unit: "ms", value: scrolling, runs: 1 },
    seconds("update with one new file", update, 1),
    ...memory("memory of the page, started", started?.now),
    ...memory("memory of the page, at most while starting", started?.most),
    ...memory("memory of the page, updated", updated?.now),
    ...memory("memory of the page, at most", updated?.most),
  ];
}

const memory = (name: string, value: number | undefined): Figure[] =>
  value === undefined ? [] : [{ name, unit: "MB", value, runs: 1 }];

/** Milliseconds of the engine for each query, typed as an editor would. */
async function searches(page: Page, queries: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const box = page.getByRole("textbox");
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

/** Milliseconds until the folder is brought up to date in which one file of `TRACKS` is new. */
async function addOneFile(page: Page): Promise<number> {
  await page.getByRole("button", { name: "Your music…" }).click();
  const shape = { sampleRate: 22_050, channels: 1, bits: 16 } as const;
  const wav = Buffer.from(wavBytes(shape, 10 * 22_050, sine(330, 22_050))).toString("base64");
  const known = Array.from({ length: TRACKS }, (_, t) => syntheticFile(t));
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
  await page.locator("nd-own-music").evaluate((element) => {
    const event = new Event("nd-add-folder", { bubbles: true, composed: true });
    const { chosen } = globalThis as unknown as { chosen: File[] };
    element.dispatchEvent(Object.assign(event, { files: chosen }));
  });
  await page.locator("li.folder").getByText("1 new").waitFor();
  return performance.now() - begun;
}
