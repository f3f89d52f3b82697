import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
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
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("Escape");
  await demo.page.keyboard.press("\\");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const player = () => demo.frame.locator("nd-player-bar");
const wave = () => demo.frame.locator("nd-player-wave .wave");
const times = () => player().locator(".times");
const shade = () => demo.frame.locator("nd-player-wave .passage");

/** Drags along the waveform, between shares of its width. */
async function drag(from: number, to: number): Promise<void> {
  const box = await wave().boundingBox();
  if (box === null) throw new Error("There is no waveform.");
  const { mouse } = demo.page;
  const y = box.y + box.height / 2;
  await mouse.move(box.x + from * box.width, y);
  await mouse.down();
  await mouse.move(box.x + ((from + to) / 2) * box.width, y);
  await mouse.move(box.x + to * box.width, y);
  await mouse.up();
}

const secondsOf = (): Promise<number> =>
  demo.selectedResult.evaluate(
    (row) => (row as HTMLElement & { result: { track: { seconds: number } } }).result.track.seconds,
  );

it("is marked by a drag on the waveform, shown with its times, and laid by Insert", async () => {
  await drag(0.25, 0.5);
  await times().waitFor();
  await shade().waitFor();
  const shown = (await times().textContent()) ?? "";
  expect(shown).toMatch(/^\d:\d\d–\d:\d\d$/);
  await player().locator(".insertion").getByText(shown).waitFor();
  await demo.selectedResult.locator("nd-waveform .passage").waitFor();
  await demo.page.keyboard.press("s");
  await demo.music.waitFor();
  const length = async (name: string): Promise<number> =>
    Number(await demo.music.getAttribute(name));
  const laid = (await length("data-end")) - (await length("data-start"));
  expect(laid).toBeCloseTo((await secondsOf()) / 4, 0);
});

it("begins and ends by keys where the track plays, and is cleared by a key", async () => {
  await demo.page.keyboard.press("[");
  const start = (await times().textContent())?.split("–")[0];
  await demo.page.keyboard.press("ArrowRight");
  await demo.page.keyboard.press("ArrowRight");
  await demo.page.keyboard.press("]");
  await expect.poll(async () => (await times().textContent())?.split("–")[0]).toBe(start);
  expect(await shade().count()).toBe(1);
  await demo.page.keyboard.press("\\");
  await times().waitFor({ state: "detached" });
  expect(await shade().count()).toBe(0);
});

it("is marked and cleared by buttons too", async () => {
  await player().getByRole("button", { name: "Passage begins here" }).click();
  await times().waitFor();
  await player().getByRole("button", { name: "Clear the passage" }).click();
  await times().waitFor({ state: "detached" });
});

it("is changed at an end that is taken hold of, and a click only plays", async () => {
  await drag(0.25, 0.5);
  const before = (await times().textContent()) ?? "";
  await drag(0.5, 0.75);
  await expect.poll(() => times().textContent()).not.toBe(before);
  expect((await times().textContent())?.split("–")[0]).toBe(before.split("–")[0]);
  const box = await wave().boundingBox();
  await wave().click({ position: { x: (box?.width ?? 0) * 0.9, y: 10 } });
  await demo.heard();
  expect((await demo.media()).currentTime).toBeGreaterThan((await secondsOf()) * 0.8);
  expect(await shade().count()).toBe(1);
});

it("is where playing begins, and stays with its track", async () => {
  await drag(0.5, 0.75);
  const shown = (await times().textContent()) ?? "";
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("Space");
  const { currentTime } = await demo.heard();
  expect(Math.abs(currentTime - (await secondsOf()) / 2)).toBeLessThan(3);
  await demo.page.keyboard.press("Escape");
  await demo.page.keyboard.press("ArrowDown");
  await times().waitFor({ state: "detached" });
  await demo.page.keyboard.press("ArrowUp");
  expect(await times().textContent()).toBe(shown);
});

it("is not marked in a track that does not play while another one does", async () => {
  await demo.page.keyboard.press("Space");
  await demo.heard();
  await demo.page.keyboard.press("ArrowDown");
  await demo.page.keyboard.press("[");
  await demo.notice.getByText(/^Play “.*” first/).waitFor();
  expect(await times().count()).toBe(0);
  await demo.page.keyboard.press("ArrowUp");
});
