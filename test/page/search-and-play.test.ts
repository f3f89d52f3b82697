import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

describe("searching", () => {
  it("runs a description that was typed while the engine was still loading", async () => {
    await demo.description.fill("slow strings");
    await demo.description.press("Enter");
    await demo.results.first().waitFor();
    expect(await demo.panel.getAttribute("data-engine")).toBe("ready");
  });

  it("lists tracks for a description, best first, and selects the best", async () => {
    await demo.search("calm piano at dawn");
    expect(await demo.results.count()).toBeGreaterThan(1);
    const label = await demo.selectedResult.getAttribute("aria-label");
    expect(label).toMatch(/^\S.* by \S/);
    expect(await demo.selectedResult.getAttribute("aria-posinset")).toBe("1");
    expect(await demo.results.first().getAttribute("aria-selected")).toBe("true");
  });

  it("says so when nothing is selected", async () => {
    await demo.frame.getByRole("button", { name: "Describe selection" }).click();
    await demo.frame.getByText("Select one or more clips").waitFor();
  });

  it("describes the clips that are selected in the timeline", async () => {
    await demo.page.locator('[data-clip="fox"]').click();
    await demo.frame.getByRole("button", { name: "Describe selection" }).click();
    await demo.results.first().waitFor();
    expect(await demo.description.inputValue()).toContain("A young fox plays at the stream");
  });
});

describe("playing", () => {
  beforeAll(() => demo.localOnly.check());

  it("starts within the best section, and goes on", async () => {
    await demo.search("epic drums");
    const [start, end] = await bestSection();
    await demo.page.keyboard.press("Space");
    const { currentTime, src } = await demo.heard();
    expect(currentTime).toBeGreaterThanOrEqual(start);
    expect(currentTime).toBeLessThan(end);
    expect(src).toMatch(/\/page\/audio\/[\w-]+\.mp3$/);
    await demo.page.keyboard.press("Space");
    await expect.poll(async () => (await demo.media()).paused).toBe(true);
  });

  it("lets only one track sound", async () => {
    await demo.search("guitar");
    await demo.results.nth(0).getByTitle("Play", { exact: true }).click();
    const first = await demo.heard();
    await demo.results.nth(1).getByTitle("Play", { exact: true }).click();
    await expect.poll(async () => (await demo.media()).src).not.toBe(first.src);
    await demo.heard();
    const made = await demo.panel.evaluate(
      () => (window as Window & { keptMedia?: unknown[] }).keptMedia?.length,
    );
    expect(made).toBe(1);
  });
});

/** Start and end of the selected result's best section, in seconds. */
function bestSection(): Promise<[number, number]> {
  return demo.selectedResult.evaluate((row) => {
    const { result } = row as HTMLElement & {
      result: { section: { start: number; end: number } };
    };
    return [result.section.start, result.section.end];
  });
}
