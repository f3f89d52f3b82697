import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../cli/support/temporary-folder.ts";
import { wavBytes } from "../cli/support/wav-bytes.ts";
import { Demo } from "./demo.ts";

/** Frames a second of the documentary. */
const RATE = 25;

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm hopeful piano");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const strip = (): Locator => demo.frame.locator("nd-fit-strip");
const act = (action: string): Locator =>
  action === "fit-close"
    ? strip().getByRole("button", { name: "Close the fit" })
    : strip().locator(`[data-act="${action}"]`);
const said = (): Locator => strip().locator("[data-fit]");

/** Sets in and out point around one of the documentary's clips, or none. */
async function mark(clip: "camp" | null): Promise<void> {
  const ruler = demo.page.locator("demo-ruler");
  await ruler.focus();
  await ruler.press("x");
  if (clip === null) return;
  await ruler.press("End");
  await ruler.press("o");
  for (let back = 0; back < 2; back += 1) await ruler.press("ArrowUp");
  await ruler.press("i");
}

const range = async (): Promise<{ start: number; end: number }> => {
  const place = await demo.page.evaluate(() => {
    const app = document.querySelector("demo-app") as unknown as {
      store: { timeline: { inPoint: number; outPoint: number } };
    };
    const { inPoint, outPoint } = app.store.timeline;
    return { start: inPoint, end: outPoint };
  });
  expect(place.end - place.start).toBeGreaterThan(20);
  return place;
};

/** The clips of music, as frames from the beginning of the sequence. */
const clips = (): Promise<[number, number][]> =>
  demo.music.evaluateAll(
    (all, rate) =>
      all
        .map((clip): [number, number] => [
          Math.round(Number(clip.getAttribute("data-start")) * rate),
          Math.round(Number(clip.getAttribute("data-end")) * rate),
        ])
        .sort((a, b) => a[0] - b[0]),
    RATE,
  );

async function fit(): Promise<void> {
  await demo.page.keyboard.press("y");
  await said().waitFor();
}

describe("fitting the selected track to the range", () => {
  beforeEach(async () => {
    while (await demo.undoButton.isEnabled()) await demo.undoButton.click();
    if ((await strip().count()) > 0) await act("fit-close").click();
    await mark("camp");
    await demo.results.first().locator(".title").click();
  });

  it("says what comes of it, in words and in a lane over the range", async () => {
    const { start, end } = await range();
    await fit();
    const seconds = (end - start).toFixed(2);
    expect(await said().textContent()).toContain(`0:${seconds} exactly`);
    const lane = strip().getByRole("slider", { name: "The fit in the range" });
    expect(await lane.getAttribute("aria-valuemax")).toBe(String(Math.round(end - start)));
    expect(await strip().locator(".part").count()).toBeGreaterThan(0);
    expect(await strip().locator("nd-fit-lane svg.energy path").count()).toBe(1);
  });

  it("lets the fit be heard, paused, begun elsewhere, and compared with the original", async () => {
    await fit();
    await demo.page.keyboard.press("y");
    const heard = await demo.heard();
    expect(heard.src).toMatch(/^blob:/);
    await strip().getByText("Pause fit").waitFor();
    await act("fit-play").click();
    await expect.poll(async () => (await demo.media()).paused).toBe(true);
    const lane = strip().getByRole("slider", { name: "The fit in the range" });
    await lane.focus();
    await lane.press("ArrowRight");
    await demo.heard();
    expect((await demo.media()).currentTime).toBeGreaterThan(5);
    await act("fit-compare").click();
    await expect.poll(async () => (await demo.media()).src).toMatch(/\.mp3$/);
    await demo.page.keyboard.press("Escape");
    await expect.poll(async () => (await demo.media()).paused).toBe(true);
  });

  it("lays it as one file in the music folder, over the range to the frame, by Shift+Y", async () => {
    const { start, end } = await range();
    await fit();
    await demo.page.keyboard.press("Shift+Y");
    await demo.notice.getByText("is on A").waitFor();
    expect(await clips()).toEqual([[Math.round(start * RATE), Math.round(end * RATE)]]);
    await demo.page.locator("footer").getByText("Music folder: Film/Music").waitFor();
    await demo.undoButton.click();
    await expect.poll(() => demo.music.count()).toBe(0);
  });

  it("lays it as clips in a row, each from the frame on where the one before ends", async () => {
    const { start, end } = await range();
    await fit();
    const passages = await strip()
      .locator("nd-fit-lane")
      .evaluate(
        (lane) =>
          (lane as HTMLElement & { lane: { fit: { passages: unknown[] } } }).lane.fit.passages
            .length,
      );
    await act("fit-clips").click();
    await demo.notice.getByText("in a row").waitFor();
    const row = await clips();
    expect(row).toHaveLength(passages);
    expect(row[0]?.[0]).toBe(Math.round(start * RATE));
    for (const [index, [from]] of row.entries())
      if (index > 0) expect(from).toBe(row[index - 1]?.[1]);
    // The music of a track may end a frame before its file does.
    expect(Math.round(end * RATE) - (row.at(-1)?.[1] ?? 0)).toBeLessThanOrEqual(1);
    expect(await demo.notice.getByText("Add Constant Power at each cut").count()).toBe(
      passages > 1 ? 1 : 0,
    );
    await demo.undoButton.click();
    await expect.poll(() => demo.music.count()).toBe(0);
  });

  it("names the track in the cue sheet, with its licence", async () => {
    const title = await demo.selectedResult.locator(".title").textContent();
    await fit();
    await act("fit-lay").click();
    await demo.notice.getByText("is on A").waitFor();
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("c");
    await demo.sheet.getByText("Total").waitFor();
    await demo.sheet
      .locator("nd-cue-sheet")
      .getByText(title?.trim() ?? "?")
      .first()
      .waitFor();
    await demo.page.keyboard.press("Escape");
    await demo.sheet.waitFor({ state: "detached" });
  });

  it("lays nothing where the range has moved since, and fits again", async () => {
    await fit();
    await mark(null);
    await strip().getByText("The range has changed.").waitFor();
    expect(await act("fit-lay").getAttribute("disabled")).not.toBeNull();
    await mark("camp");
    const ruler = demo.page.locator("demo-ruler");
    await ruler.press("ArrowRight");
    await ruler.press("i");
    await act("fit-again").click();
    await said().waitFor();
    await expect.poll(() => strip().getByText("The range has changed.").count()).toBe(0);
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("Shift+Y");
    await demo.notice.getByText("is on A").waitFor();
    const { start, end } = await range();
    expect(await clips()).toEqual([[Math.round(start * RATE), Math.round(end * RATE)]]);
  });

  it("says how to set a range where there is none", async () => {
    await mark(null);
    await demo.results.first().focus();
    await demo.page.keyboard.press("y");
    await strip().getByText("No range is set. Set an in and an out point").waitFor();
    await mark("camp");
    await act("fit-again").click();
    await said().waitFor();
  });

  it("is offered in rows and beside Insert, and put away by its button", async () => {
    await demo.frame.locator('nd-player-bar [data-act="fit"]').click();
    await said().waitFor();
    await act("fit-close").click();
    await expect.poll(() => strip().count()).toBe(0);
    const second = demo.results.nth(1);
    await second.hover();
    await second.locator('[data-act="fit"]').click();
    await said().waitFor();
    expect(await second.getAttribute("aria-selected")).toBe("true");
    await demo.results.first().locator(".title").click();
    await strip().getByText("Another track is selected.").waitFor();
  });
});

it("fits a track without beats of the editor's own as far as that goes, and says why", async () => {
  const alone = await Demo.open();
  try {
    const folder = join(temporaryFolder(), "Drones");
    mkdirSync(folder);
    const shape = { sampleRate: 22_050, channels: 1, bits: 16 } as const;
    // A tone that swells once: there is nothing to count.
    const drone = (frame: number): number =>
      0.3 * Math.sin(frame / 40) * Math.sin((Math.PI * frame) / (60 * 22_050));
    writeFileSync(join(folder, "drone.wav"), wavBytes(shape, 60 * 22_050, drone));
    await alone.ready();
    await alone.frame.getByRole("button", { name: "Your music…" }).click();
    await alone.sheet.locator("nd-own-music input[type=file]").setInputFiles(folder);
    const entry = alone.sheet.locator("li.folder");
    await expect
      .poll(async () => entry.getByRole("status").textContent(), { timeout: 120_000 })
      .toMatch(/new/);
    await alone.page.keyboard.press("Escape");
    await alone.search('"drone"');
    const ruler = alone.page.locator("demo-ruler");
    await ruler.focus();
    await ruler.press("Home");
    await ruler.press("i");
    for (let cut = 0; cut < 2; cut += 1) await ruler.press("ArrowDown");
    await ruler.press("o");
    await alone.selectedResult.focus();
    await alone.page.keyboard.press("y");
    const fitted = alone.frame.locator("nd-fit-strip");
    await fitted.locator("[data-fit]").waitFor();
    expect(await fitted.locator("[data-fit]").getAttribute("data-fit")).toBe("start");
    expect((await fitted.locator(".problem").textContent())?.trim()).not.toBe("");
    const choices = fitted.getByRole("combobox", { name: "Ways to fit it" });
    await choices.selectOption({ label: "Ending alone" });
    await fitted.locator('[data-fit="end"]').waitFor();
    await fitted.locator('[data-act="fit-play"]').click();
    expect((await alone.heard()).src).toMatch(/^blob:/);
    expect(alone.errors).toEqual([]);
  } finally {
    await alone.close();
  }
});
