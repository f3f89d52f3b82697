import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("warm acoustic guitar");
});

beforeEach(async () => {
  while (await demo.undoButton.isEnabled()) await demo.undoButton.click();
  await demo.page.locator("demo-ruler").press("x");
  await demo.page.locator("demo-ruler").press("Home");
  await demo.results.first().locator(".title").click();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const timesOf = async (clip: Locator): Promise<{ start: number; end: number }> => ({
  start: Number(await clip.getAttribute("data-start")),
  end: Number(await clip.getAttribute("data-end")),
});

describe("inserting music", () => {
  it("lays it at the playhead by the button, on the empty track below dialogue", async () => {
    await demo.page.locator("demo-ruler").press("End");
    await demo.insertButton.click();
    await demo.music.waitFor();
    expect((await timesOf(demo.music)).start).toBe(150);
    expect(await demo.audioTrack(2).locator(".music").count()).toBe(1);
    await demo.frame.getByText(/is on A3/).waitFor();
  });

  it.each([["Enter"], ["s"]])("lays it down by the key %s", async (key) => {
    await demo.page.keyboard.press(key);
    await demo.music.waitFor();
    expect(await demo.music.count()).toBe(1);
  });

  it("lays the whole track down with Shift", async () => {
    await demo.page.keyboard.press("s");
    await demo.music.waitFor();
    const part = await timesOf(demo.music);
    await demo.undoButton.click();
    await demo.music.waitFor({ state: "detached" });
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("Shift+S");
    await demo.music.waitFor();
    const whole = await timesOf(demo.music);
    const seconds = await demo.selectedResult.evaluate(
      (row) =>
        (row as HTMLElement & { result: { track: { seconds: number } } }).result.track.seconds,
    );
    expect(part.end - part.start).toBeLessThanOrEqual(whole.end - whole.start);
    expect(Math.abs(whole.end - whole.start - seconds)).toBeLessThan(0.1);
  });

  it("starts at the in point and ends with the out point", async () => {
    const ruler = demo.page.locator("demo-ruler");
    await ruler.press("Home");
    await ruler.press("ArrowDown");
    await ruler.press("i");
    for (let frames = 0; frames < 15; frames += 5) await ruler.press("Shift+ArrowRight");
    await ruler.press("o");
    expect(await demo.readout("in").textContent()).toBe("00:00:21:10");
    expect(await demo.readout("out").textContent()).toBe("00:00:22:00");
    await demo.insertButton.click();
    await demo.music.waitFor();
    expect(await timesOf(demo.music)).toEqual({ start: 21.4, end: 22 });
  });

  it("is taken back by Ctrl+Z on the stage", async () => {
    await demo.page.keyboard.press("s");
    await demo.music.waitFor();
    await demo.page.locator("demo-ruler").press("Control+z");
    await demo.music.waitFor({ state: "detached" });
    expect(await demo.undoButton.isDisabled()).toBe(true);
  });

  it("is taken back by Ctrl+Z while the panel has the focus, but not while one writes", async () => {
    await demo.page.keyboard.press("s");
    await demo.music.waitFor();
    await demo.description.press("Control+z");
    expect(await demo.music.count()).toBe(1);
    await demo.search("slow piano");
    await demo.page.keyboard.press("Control+z");
    await demo.music.waitFor({ state: "detached" });
  });

  it("says what to do when no track is free", async () => {
    // At the playhead, 0, only the third track of the documentary is free for long.
    await demo.insertButton.click();
    await demo.music.waitFor();
    await demo.insertButton.click();
    await demo.frame.getByText("None of the 3 audio tracks is free").waitFor();
  });
});

describe("dragging music", () => {
  it("takes a row to the track and the time where it is dropped", async () => {
    await dragTo(demo.results.nth(1).locator(".title"), 2, 0.5);
    await demo.audioTrack(2).locator(".music").waitFor();
    const { start } = await timesOf(demo.music);
    const title = await demo.results.nth(1).locator(".title").textContent();
    expect(await demo.music.locator(".name").textContent()).toBe(title);
    expect(start).toBeGreaterThan(78);
    expect(start).toBeLessThan(82);
  });

  it("takes what the panel offers from the strip below it", async () => {
    await dragTo(demo.page.locator("demo-drag-strip [draggable]"), 2, 0.25);
    await demo.audioTrack(2).locator(".music").waitFor();
    const { start } = await timesOf(demo.music);
    expect(start).toBeGreaterThan(38);
    expect(start).toBeLessThan(42);
  });

  it("shows where the clip would lie before it is dropped", async () => {
    await dragTo(demo.page.locator("demo-drag-strip [draggable]"), 2, 0.25, false);
    await demo.audioTrack(2).locator(".ghost").waitFor();
    await demo.page.mouse.up();
    await demo.music.waitFor();
    expect(await demo.page.locator(".ghost").count()).toBe(0);
  });

  it("goes to the next free track when the one under it is taken", async () => {
    await dragTo(demo.results.first().locator(".title"), 1, 0.05);
    await demo.audioTrack(2).locator(".music").waitFor();
  });
});

/** Drags by the mouse to a share of the width of an audio track. */
async function dragTo(from: Locator, track: number, share: number, drop = true): Promise<void> {
  const { mouse } = demo.page;
  await from.hover();
  await mouse.down();
  const box = await demo.audioTrack(track).boundingBox();
  if (box === null) throw new Error("The track is not shown.");
  const [x, y] = [box.x + box.width * share, box.y + box.height / 2];
  await mouse.move(x - 30, y, { steps: 4 });
  await mouse.move(x, y, { steps: 2 });
  if (drop) await mouse.up();
}
