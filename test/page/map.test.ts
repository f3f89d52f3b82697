import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;
let region: Locator;
let canvas: Locator;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.search("calm piano at dawn");
  region = demo.frame.getByRole("region", { name: "Map" });
  canvas = region.getByRole("application");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

/** The middle of the canvas in the page. */
async function middle(): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The map is not in sight.");
  return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How many different colours the canvas shows. */
const colours = (): Promise<number> =>
  canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const pixels = element.getContext("2d")?.getImageData(0, 0, width, height).data.buffer;
    return new Set(new Uint32Array(pixels ?? new ArrayBuffer(0))).size;
  });

/** Whether one of the page's sounds that are not the player's plays. */
const isHeardOnHover = (): Promise<boolean> =>
  demo.panel.evaluate(() => {
    const { keptMedia = [] } = window as Window & { keptMedia?: HTMLAudioElement[] };
    return keptMedia.slice(1).some(({ paused }) => !paused);
  });

const pointed = (): Locator => region.locator(".pointed");

/** Selects the best result that is on this machine. */
async function selectLocal(): Promise<void> {
  await demo.frame.getByRole("tab", { name: "Results" }).click();
  await demo.frame.locator("nd-result-row:not([remote])").first().click();
  await demo.page.keyboard.press("n");
  await canvas.waitFor();
}

describe("the map", () => {
  it("opens by its key, draws the tracks, and goes again by the same key", async () => {
    await demo.page.keyboard.press("n");
    await canvas.waitFor();
    expect(await demo.frame.getByRole("tab", { name: "Map" }).getAttribute("aria-selected")).toBe(
      "true",
    );
    await expect.poll(colours).toBeGreaterThan(20);
    await demo.page.keyboard.press("n");
    await demo.results.first().waitFor();
    expect(await region.count()).toBe(0);
    await demo.page.keyboard.press("n");
    await canvas.waitFor();
  });

  it("says what its colours stand for, and which point is the description's", async () => {
    const legend = region.getByRole("list", { name: "Kinds of music" }).getByRole("listitem");
    await expect
      .poll(() => legend.allTextContents())
      .toEqual(["Bright", "Calm", "Driving", "Intense", "Dark", "Your description"]);
  });

  it("names the selected track with its rank", async () => {
    await pointed().waitFor();
    expect(await pointed().locator("b").first().textContent()).toBe("1");
  });

  it("goes from track to track by arrow keys, and announces each", async () => {
    await canvas.focus();
    const status = region.getByRole("status");
    const before = await status.textContent();
    await demo.page.keyboard.press("ArrowRight");
    await expect.poll(() => status.textContent()).not.toBe(before);
    expect(await status.textContent()).toMatch(/\S by \S.*, (bright|calm|driving|intense|dark)/);
  });

  it("zooms about the selected track, and shows the whole map again", async () => {
    await canvas.focus();
    const picture = (): Promise<string> =>
      canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
    const whole = await picture();
    await demo.page.keyboard.press("PageUp");
    await expect.poll(picture).not.toBe(whole);
    await demo.page.keyboard.press("0");
    await expect.poll(picture).toBe(whole);
  });

  it("plays the track under the pointer, names it, and stops when the pointer leaves", async () => {
    await selectLocal();
    await canvas.focus();
    // The selected track is in the middle of the picture then.
    for (let step = 0; step < 7; step += 1) await demo.page.keyboard.press("PageUp");
    const { x, y, width, height } = await middle();
    const ring = 12;
    let found = false;
    for (let away = 0; away < Math.max(width, height) / 2 && !found; away += ring) {
      for (let turn = 0; turn < 12 && !found; turn += 1) {
        const angle = (turn * Math.PI) / 6;
        await demo.page.mouse.move(x + away * Math.cos(angle), y + away * Math.sin(angle));
        await demo.page.waitForTimeout(220);
        found = await isHeardOnHover();
      }
    }
    expect(found).toBe(true);
    expect(await pointed().textContent()).toMatch(/\S/);
    await demo.page.mouse.move(5, 5);
    await expect.poll(isHeardOnHover).toBe(false);
  });

  it("searches among the tracks of a region that is drawn, until it is taken off", async () => {
    await canvas.focus();
    await demo.page.keyboard.press("0");
    const { x, y, width, height } = await middle();
    const corners = [
      [-0.3, -0.3],
      [0.3, -0.3],
      [0.3, 0.3],
      [-0.3, 0.3],
    ].map(([dx = 0, dy = 0]) => ({ x: x + dx * width, y: y + dy * height }));
    await demo.page.keyboard.down("Shift");
    const [first = { x, y }, ...others] = corners;
    await demo.page.mouse.move(first.x, first.y);
    await demo.page.mouse.down();
    for (const corner of others) await demo.page.mouse.move(corner.x, corner.y, { steps: 3 });
    await demo.page.mouse.up();
    await demo.page.keyboard.up("Shift");
    const chip = region.getByRole("button", { name: /^In the marked region \([\d,]+\)/ });
    await chip.waitFor();
    const all = Number(/[\d,]+/.exec((await chip.textContent()) ?? "")?.[0].replace(",", ""));
    expect(all).toBeGreaterThan(100);
    await chip.click();
    await expect.poll(() => chip.count()).toBe(0);
  });

  it("marks track by track with the keyboard", async () => {
    await region.getByRole("button", { name: "Mark a region" }).click();
    await demo.page.keyboard.press("Enter");
    const chip = region.getByRole("button", { name: /^In the marked region/ });
    await chip.filter({ hasText: "(1)" }).waitFor();
    await demo.page.keyboard.press("ArrowUp");
    await demo.page.keyboard.press("Enter");
    await chip.filter({ hasText: "(2)" }).waitFor();
    await demo.page.keyboard.press("Enter");
    await chip.filter({ hasText: "(1)" }).waitFor();
    await demo.page.keyboard.press("Escape");
    await chip.click();
    await expect.poll(() => chip.count()).toBe(0);
  });

  it("is silent under the pointer if the editor wants it so", async () => {
    const hear = region.getByRole("button", { name: "Hear on hover" });
    await hear.click();
    const { x, y } = await middle();
    for (let step = 0; step < 20; step += 1) await demo.page.mouse.move(x + 8 * step, y);
    await demo.page.waitForTimeout(300);
    expect(await isHeardOnHover()).toBe(false);
    await hear.click();
  });
});
