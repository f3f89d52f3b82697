import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
});

beforeEach(async () => {
  await demo.search("slow strings");
  await demo.search("warm acoustic guitar");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const list = () => demo.frame.getByRole("listbox", { name: "Tracks" });
const scroller = () => demo.frame.locator("nd-result-list");
const more = () => demo.frame.getByRole("button", { name: /^Show more/ });
const rowAt = (place: number) => demo.frame.locator(`[role="option"][aria-posinset="${place}"]`);
const place = (): Promise<string | null> => demo.selectedResult.getAttribute("aria-posinset");
const press = (key: string): Promise<void> => demo.page.keyboard.press(key);

/** How many tracks fit, as the button says. */
async function total(): Promise<number> {
  return Number(
    /\((.*) tracks fit\)/.exec((await more().textContent()) ?? "")?.[1]?.replace(",", ""),
  );
}

/** Whether the selected row has the focus and is wholly in sight. */
const isInHand = (): Promise<boolean> =>
  demo.selectedResult.evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const frame = row.getRootNode();
    const box = frame instanceof ShadowRoot ? frame.host.getBoundingClientRect() : null;
    const isSeen = box !== null && top >= box.top - 1 && bottom <= box.bottom + 1;
    return isSeen && row.matches(":focus");
  });

it("are ten at first, named by title and artist, of one height", async () => {
  await list().waitFor();
  expect(await rowAt(1).getAttribute("aria-setsize")).toBe("10");
  expect(await rowAt(1).getAttribute("aria-label")).toMatch(/^\S.* by \S/);
  const heights = await demo.results.evaluateAll((all) => [
    ...new Set(all.map((row) => row.getBoundingClientRect().height)),
  ]);
  expect(heights).toHaveLength(1);
});

it("are all there once more are asked for, though few of them are drawn", async () => {
  const all = await total();
  expect(all).toBeGreaterThan(200);
  await more().click();
  await more().waitFor({ state: "detached" });
  await rowAt(11).waitFor({ state: "attached" });
  expect(await rowAt(11).getAttribute("aria-setsize")).toBe(String(all));
  await scroller().evaluate((one) => one.scrollTo({ top: one.scrollHeight / 2 }));
  await rowAt(Math.floor(all / 2))
    .locator(".title:not(.blank)")
    .waitFor();
  await scroller().evaluate((one) => one.scrollTo({ top: one.scrollHeight }));
  await rowAt(all).locator(".title:not(.blank)").waitFor();
  expect(await demo.results.count()).toBeLessThan(50);
});

it("are gone through by keys, from the first to the last", async () => {
  const all = await total();
  await press("End");
  await expect.poll(place).toBe("10");
  await press("ArrowDown");
  await expect.poll(place).toBe("11");
  await expect.poll(isInHand).toBe(true);
  await press("PageDown");
  await expect.poll(async () => Number(await place())).toBeGreaterThan(12);
  await expect.poll(isInHand).toBe(true);
  await press("End");
  await expect.poll(place).toBe(String(all));
  await expect.poll(isInHand).toBe(true);
  await press("PageUp");
  await expect.poll(async () => Number(await place())).toBeLessThan(all);
  await press("Home");
  await expect.poll(place).toBe("1");
  await expect.poll(isInHand).toBe(true);
});

it("keep the focus on the selected one however far one scrolls away from it", async () => {
  await more().click();
  await rowAt(11).waitFor({ state: "attached" });
  await demo.selectedResult.focus();
  await scroller().evaluate((one) => one.scrollTo({ top: one.scrollHeight / 2 }));
  await demo.frame
    .locator('[role="option"][aria-posinset="1"]:focus')
    .waitFor({ state: "attached" });
  await press("ArrowDown");
  await expect.poll(place).toBe("2");
  await expect.poll(isInHand).toBe(true);
});

it("are ten again, from the first on, after another search", async () => {
  await more().click();
  await scroller().evaluate((one) => one.scrollTo({ top: one.scrollHeight / 2 }));
  await demo.search("epic drums");
  await more().waitFor({ state: "attached" });
  await expect.poll(() => scroller().evaluate((one) => one.scrollTop)).toBe(0);
  expect(await rowAt(1).getAttribute("aria-setsize")).toBe("10");
  expect(await place()).toBe("1");
});

it("show what else can be done with one that is pointed at, and nothing moves", async () => {
  const where = () =>
    rowAt(2).evaluate((row) =>
      [
        ...(row.shadowRoot?.querySelectorAll(".title,.facts,.why,.length,.acts:not(.more)") ?? []),
      ].map((part) => JSON.stringify(part.getBoundingClientRect())),
    );
  await demo.page.mouse.move(0, 0);
  const before = await where();
  await rowAt(2).hover();
  await rowAt(2).locator(".acts").first().waitFor();
  expect(await where()).toEqual(before);
});
