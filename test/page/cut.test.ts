import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LocalResult } from "../../src/contract/search.ts";
import { clockTime } from "../../src/shared/clock-time.ts";
import { bestOffset } from "../../src/shared/hits/best-offset.ts";
import { momentsOf } from "../../src/shared/hits/moments.ts";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.search("light acoustic guitar, hopeful");
  await demo.localOnly.check();
});

beforeEach(async () => {
  await mark(12);
  await demo.results.first().focus();
  await demo.page.keyboard.press("u");
  await strip().getByText("cuts a minute").waitFor();
});

afterEach(async () => {
  await demo.results.first().focus();
  await demo.page.keyboard.press("u");
  await expect.poll(() => strip().count()).toBe(0);
  const reset = demo.frame.locator('nd-filter-bar [data-act="reset-filters"]');
  await reset.click();
  await demo.localOnly.check();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const strip = (): Locator => demo.frame.getByRole("region", { name: "To the cut" });
const hit = (name: string): Locator => strip().getByRole("checkbox", { name });
const chips = (): Locator => demo.frame.locator("nd-understood-chips .chip");
const whys = (): Promise<string[]> => demo.results.locator(".why").allTextContents();

/** Marks in and out from the first cut of the documentary on, so many shots. */
async function mark(shots: number): Promise<void> {
  const ruler = demo.page.locator("demo-ruler");
  await ruler.focus();
  await ruler.press("Home");
  await ruler.press("ArrowDown");
  await ruler.press("i");
  for (let shot = 0; shot < shots; shot += 1) await ruler.press("ArrowDown");
  await ruler.press("o");
}

describe("the cut", () => {
  it("is told in one line, with the tempo that its cuts fall on", async () => {
    await strip()
      .getByText("In/out range, 0:23.4 · 28 cuts a minute, steady, faster at the end")
      .waitFor();
    const tempo = strip().getByRole("button", { name: "100 BPM" });
    expect(await tempo.getAttribute("title")).toBe("11 of 11 cuts fall on a beat at 100 BPM");
    await tempo.click();
    await expect.poll(() => chips().allTextContents()).toHaveLength(1);
    const [chip] = await chips().allTextContents();
    expect(chip?.trim()).toBe("98–102 BPM, half or double · 11 of 11 cuts on a beat");
    await expect
      .poll(async () => {
        const found = await demo.results.evaluateAll((rows) =>
          rows.map(
            (row) => (row as HTMLElement & { result: { track: { bpm: number } } }).result.track.bpm,
          ),
        );
        return found.every((bpm) => [0.5, 1, 2].some((times) => Math.abs(bpm * times - 100) <= 4));
      })
      .toBe(true);
    // The chip takes it away, and so does the button.
    await chips().getByRole("button").click();
    await expect.poll(() => chips().count()).toBe(0);
    await tempo.click();
    await expect.poll(() => chips().count()).toBe(1);
    await tempo.click();
    await expect.poll(() => chips().count()).toBe(0);
  });

  it("finds tracks that fit its length, and lays the part that does", async () => {
    await strip().getByRole("button", { name: "Fits 0:23.4" }).click();
    await expect
      .poll(async () => (await chips().allTextContents()).join())
      .toContain("fits 0:23.4");
    await expect
      .poll(async () => {
        const sections = await demo.results.evaluateAll((rows) =>
          rows.map((row) => {
            const { result } = row as HTMLElement & {
              result: { section: { start: number; end: number } };
            };
            return result.section.end - result.section.start;
          }),
        );
        return sections.length > 0 && sections.every((seconds) => Math.abs(seconds - 23.4) <= 0.51);
      })
      .toBe(true);
  });

  it("says what the selected track does at its hit points, and how many each track hits", async () => {
    await expect.poll(async () => (await whys())[0]).toMatch(/^hits [012] of 2/);
    await strip()
      .getByText(/hits [12] of 2\.$/)
      .waitFor();
    await hit("0:12 Faster").uncheck();
    await expect.poll(async () => (await whys())[0]).toMatch(/^hits 1 of 1/);
    await strip()
      .getByText(/on the frame|1 frame (early|late)/)
      .waitFor();
    await hit("0:12 Faster").check();
  });

  it("takes a cut for a hit point, by the list and by a click on the lane", async () => {
    await strip().getByRole("combobox", { name: "Make a cut a hit point" }).selectOption("26.2");
    await hit("0:04.8 Cut").waitFor();
    await expect.poll(async () => (await whys())[0]).toMatch(/^hits \d of 3/);
    await hit("0:04.8 Cut").uncheck();
    await expect.poll(async () => (await whys())[0]).toMatch(/^hits \d of 2/);
    const lane = strip().getByRole("img");
    const box = await lane.boundingBox();
    if (box === null) throw new Error("The lane is not drawn.");
    await lane.click({ position: { x: (box.width * 4.8) / 23.4, y: 20 } });
    await expect.poll(() => hit("0:04.8 Cut").isChecked()).toBe(true);
    expect(await lane.getAttribute("aria-label")).toMatch(/^11 cuts and 3 hit points in 0:23.4\./);
    await hit("0:04.8 Cut").uncheck();
  });

  it("puts the tracks that hit best first, if that is wanted, and lays where they hit", async () => {
    const hits = async (): Promise<number[]> =>
      (await whys()).map((why) => Number(/^hits (\d)/.exec(why)?.[1] ?? 0));
    await hit("Best hits first").check();
    await expect
      .poll(async () => {
        const found = await hits();
        return found.every((count, n) => n === 0 || count <= (found[n - 1] ?? 0));
      })
      .toBe(true);
    await demo.results.first().click();
    const said = await strip().locator("nd-cut-hits [role=status]").textContent();
    expect(said).toMatch(/hits [12] of 2/);
    const { track, section } = await demo.results
      .first()
      .evaluate((row) => (row as HTMLElement & { result: LocalResult }).result);
    const moments = momentsOf(track);
    const at = { hits: [12, 19.2], frameRate: 25, seconds: track.seconds, near: section.start };
    const placed = bestOffset({ moments, ...at });
    // The text of the button tells where in the track it begins.
    await demo.frame
      .locator("nd-player-bar")
      .getByText(`${clockTime(placed?.offset ?? -1)}–`)
      .waitFor();
    await demo.page.keyboard.press("s");
    await demo.notice.waitFor();
    const clip = demo.music.first();
    expect(Number(await clip.getAttribute("data-start"))).toBeCloseTo(21.4);
    await demo.undoButton.click();
    await hit("Best hits first").uncheck();
  });

  it("is read again when in and out point move", async () => {
    await mark(4);
    await strip()
      .getByText(/In\/out range, 0:12 · /)
      .waitFor();
    await mark(12);
    await strip()
      .getByText(/In\/out range, 0:23\.4 · /)
      .waitFor();
  });
});
