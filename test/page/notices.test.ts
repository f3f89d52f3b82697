import { afterAll, beforeAll, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open({ before: hurry });
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("warm acoustic guitar");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

/** Lets waits of seconds pass in a tenth of their time. */
function hurry(): void {
  const plain = window.setTimeout.bind(window);
  const quick = (run: TimerHandler, ms = 0, ...rest: unknown[]): number =>
    plain(run, ms >= 3000 ? ms / 10 : ms, ...rest);
  Object.assign(window, { setTimeout: quick });
}

const boxOf = async (part: string): Promise<string> =>
  JSON.stringify(await demo.frame.locator(part).first().boundingBox());

it("of what was laid goes by itself, and moves neither list nor player", async () => {
  const parts = ["section.body", "nd-result-row", "nd-player-bar"];
  const before = await Promise.all(parts.map(boxOf));
  await demo.page.keyboard.press("s");
  await demo.notice.getByText("is on A3").waitFor();
  expect(await Promise.all(parts.map(boxOf))).toEqual(before);
  await demo.notice.waitFor({ state: "detached" });
  await demo.undoButton.click();
});

it("stays while it is pointed at, and has what can be done next", async () => {
  await demo.page.locator("demo-ruler").press("Home");
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("s");
  await demo.notice.hover();
  // Longer than it would stay otherwise.
  await demo.page.waitForTimeout(2500);
  await demo.notice.getByRole("button", { name: "Duck under speech" }).click();
  await demo.notice.getByText(/^Ducked under/).waitFor();
  await demo.page.mouse.move(0, 0);
  await demo.notice.waitFor({ state: "detached" });
  while (await demo.undoButton.isEnabled()) await demo.undoButton.click();
});

it("of a failure stays until Esc closes it", async () => {
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("r");
  await expect.poll(() => demo.notice.getAttribute("variant")).toBe("negative");
  await demo.page.waitForTimeout(2500);
  expect(await demo.notice.count()).toBe(1);
  await demo.page.keyboard.press("Escape");
  await demo.notice.waitFor({ state: "detached" });
});

it("is announced by a status that is there before it", async () => {
  expect(await demo.frame.locator('.news[role="status"]').count()).toBe(1);
});
