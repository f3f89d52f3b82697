import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CatalogueMap } from "../../src/contract/map.ts";
import { WHOLE_MAP, toPicture } from "../../src/panel/map/camera.ts";
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

/** The button that has tracks sound under the pointer, while it is pressed. */
const heard = (): Locator => region.getByRole("button", { name: "Hear on hover", pressed: true });

const pointed = (): Locator => region.locator(".pointed");

/** Where a track that is on this machine lies in the page while the whole map is in sight. */
async function localTrack(): Promise<{ x: number; y: number }> {
  const box = await canvas.boundingBox();
  if (box === null) throw new Error("The map is not in sight.");
  const place = await region.locator("nd-map-canvas").evaluate((element) => {
    const { map } = element as unknown as { map: CatalogueMap };
    const track = map.playable.indexOf(1);
    return { x: map.x[track] ?? 0, y: map.y[track] ?? 0 };
  });
  const { x, y } = toPicture(place, WHOLE_MAP, box);
  return { x: box.x + x, y: box.y + y };
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
    const { x, y } = await localTrack();
    await demo.page.mouse.move(x, y);
    await expect.poll(isHeardOnHover).toBe(true);
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
    await heard().click();
    const { x, y } = await localTrack();
    await demo.page.mouse.move(x, y);
    await demo.page.waitForTimeout(300);
    expect(await isHeardOnHover()).toBe(false);
  });

  it("stays silent at the next start", async () => {
    await demo.page.reload();
    await demo.ready();
    await demo.frame.getByRole("tab", { name: "Map" }).click();
    await region.getByRole("button", { name: "Hear on hover" }).waitFor();
    expect(await heard().count()).toBe(0);
  });
});
