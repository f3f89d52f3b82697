import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

it("can be worked from description to timeline without a mouse", async () => {
  const { keyboard } = demo.page;
  await demo.localOnly.check();
  await demo.description.focus();
  await keyboard.type("playful pizzicato");
  await keyboard.press("Enter");
  await demo.selectedResult.waitFor();
  await demo.frame.locator('[role="option"]:focus').waitFor();
  const place = (): Promise<string | null> => demo.selectedResult.getAttribute("aria-posinset");
  expect(await place()).toBe("1");
  await keyboard.press("ArrowDown");
  await expect.poll(place).toBe("2");
  await keyboard.press("End");
  await keyboard.press("Home");
  await expect.poll(place).toBe("1");
  await keyboard.press("Space");
  await demo.heard();
  await keyboard.press("Escape");
  await expect.poll(async () => (await demo.media()).paused).toBe(true);
  await keyboard.press("Enter");
  await demo.music.waitFor();
  await keyboard.press("/");
  await demo.frame.locator("textarea:focus, input:focus").waitFor();
});

it("works the stage by keys", async () => {
  const ruler = demo.page.locator("demo-ruler");
  await ruler.press("Home");
  await ruler.press("ArrowDown");
  expect(await demo.readout("playhead").textContent()).toBe("00:00:21:10");
  await ruler.press("i");
  await ruler.press("ArrowDown");
  await ruler.press("o");
  expect(await demo.readout("in").textContent()).toBe("00:00:21:10");
  expect(await demo.readout("out").textContent()).toBe("00:00:26:05");
  await ruler.press("x");
  expect(await demo.readout("in").textContent()).toBe("--:--:--:--");
});

it("moves the playhead where the ruler is pressed", async () => {
  const ruler = demo.page.locator("demo-ruler");
  const box = await ruler.boundingBox();
  await ruler.click({ position: { x: (box?.width ?? 0) / 2, y: 10 } });
  expect(await demo.readout("playhead").textContent()).toMatch(/^00:01:(19|20):\d\d$/);
});

it("hands the theme to the panel, which takes its colours from it", async () => {
  const colours = new Set<string>();
  for (const theme of ["light", "dark", "darkest"]) {
    await demo.page.locator(`[data-theme="${theme}"]`).click();
    const surface = demo.frame.locator(`sp-theme[color="${theme}"] main`);
    await surface.waitFor();
    colours.add(await surface.evaluate((main) => getComputedStyle(main).backgroundColor));
  }
  expect(colours.size).toBe(3);
});

it("makes the panel as wide as the splitter says, within limits", async () => {
  const width = (): Promise<number> => demo.panel.evaluate(() => window.innerWidth);
  const splitter = demo.page.locator("demo-splitter");
  const before = await width();
  await splitter.press("ArrowRight");
  await expect.poll(width).toBe(before + 20);
  const box = await splitter.boundingBox();
  if (box === null) throw new Error("The splitter is not shown.");
  const { mouse } = demo.page;
  await mouse.move(box.x + 2, 300);
  await mouse.down();
  await mouse.move(40, 300);
  await mouse.up();
  await expect.poll(width).toBe(240);
  const overflow = await demo.panel.evaluate(() => document.documentElement.scrollWidth);
  expect(overflow).toBeLessThanOrEqual(240);
});
