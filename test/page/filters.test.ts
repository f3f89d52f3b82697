import type { Locator } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await demo.search("warm acoustic guitar");
  await demo.page.keyboard.press("e");
  await region().waitFor();
});

beforeEach(async () => {
  // Nothing of the test before is set.
  const reset = demo.frame.locator('nd-filter-bar [data-act="reset-filters"]');
  if (await reset.isVisible()) await reset.click();
  await expect.poll(() => reset.isVisible()).toBe(false);
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const region = (): Locator => demo.frame.getByRole("region", { name: "Filters" });
const group = (name: string): Locator => region().getByRole("group", { name });
const choice = (name: string, text: string): Locator =>
  group(name).getByRole("button", { name: text });
const focused = (text: string): Locator => region().locator("button:focus", { hasText: text });
const chip = (text: string): Locator =>
  demo.frame.locator("nd-understood-chips").getByRole("button", { name: `Remove: ${text}` });

/** Lengths of the tracks in the list, in seconds. */
const lengths = (): Promise<number[]> =>
  demo.results.evaluateAll((rows) =>
    rows.map(
      (row) =>
        (row as HTMLElement & { result: { track: { seconds: number } } }).result.track.seconds,
    ),
  );

describe("the filters", () => {
  it("come with E, which goes to the first of them, and go with it", async () => {
    const button = demo.frame.getByRole("button", { name: "Filters", exact: true });
    await demo.results.first().focus();
    await demo.page.keyboard.press("e");
    await expect.poll(() => region().count()).toBe(0);
    await expect.poll(() => button.getAttribute("aria-expanded")).toBe("false");
    await demo.page.keyboard.press("e");
    await focused("under 1 min").waitFor();
    await demo.page.keyboard.press("ArrowRight");
    await focused("1–2 min").waitFor();
  });

  it("count the tracks that a value leaves, and keep the list to them", async () => {
    const pressed = choice("Length", "1–2 min");
    const label = await pressed.getAttribute("aria-label");
    expect(label).toMatch(/^1–2 min, \d+ tracks$/);
    const before = await pressed.boundingBox();
    await pressed.click();
    await chip("1–2 min").waitFor();
    await expect
      .poll(async () => (await lengths()).every((seconds) => seconds >= 60 && seconds <= 120))
      .toBe(true);
    expect(await pressed.getAttribute("aria-pressed")).toBe("true");
    // Its own count is the same, and it has not moved but for the row of chips above it.
    expect(await pressed.getAttribute("aria-label")).toBe(label);
    const after = await pressed.boundingBox();
    expect([after?.x, after?.width]).toEqual([before?.x, before?.width]);
    await chip("1–2 min").click();
    await expect.poll(() => pressed.getAttribute("aria-pressed")).toBe("false");
  });

  it("take a stretch that is written, and mark one that cannot be read", async () => {
    const [from, to] = [
      region().getByRole("textbox", { name: "Length from" }),
      region().getByRole("textbox", { name: "Length to" }),
    ];
    await from.fill("1:00");
    await to.fill("soon");
    await to.press("Enter");
    await expect.poll(() => to.getAttribute("aria-invalid")).toBe("true");
    await to.fill("90");
    await to.press("Enter");
    await chip("1:00–1:30").waitFor();
    await expect
      .poll(async () => (await lengths()).every((seconds) => seconds >= 60 && seconds <= 90))
      .toBe(true);
    // Enter was about the field, and Esc is too.
    await to.press("Escape");
    expect(await demo.description.first().inputValue()).toBe("warm acoustic guitar");
  });

  it("say which of them has emptied the list, and drop it", async () => {
    await choice("Length", "1–2 min").click();
    const tempo = region().getByRole("textbox", { name: "Tempo from" });
    await tempo.fill("990");
    await tempo.press("Enter");
    const left = demo.frame.locator("nd-nothing-left");
    await left.getByText("No track fits all of this: 1–2 min, over 990 BPM.").waitFor();
    await left.getByRole("button", { name: /^Drop “over 990 BPM”: \d+ tracks are left$/ }).click();
    await demo.results.first().waitFor();
    await chip("1–2 min").waitFor();
    expect(await chip("over 990 BPM").count()).toBe(0);
  });

  it("say of how many tracks a fact is not known, and that these are left out", async () => {
    await choice("Vocals", "Choir").click();
    await chip("choir").waitFor();
    const unknown = await demo.frame
      .locator("nd-filter-group", { hasText: "Vocals" })
      .locator(".head .quiet")
      .textContent();
    expect(unknown).toMatch(/^(\d+ left out: not known)?$/);
  });

  it("are all taken off by Shift+E", async () => {
    await choice("Energy", "Low").click();
    await demo.localOnly.check();
    await chip("low energy").waitFor();
    await demo.results.first().focus();
    await demo.page.keyboard.press("Shift+E");
    await expect.poll(() => chip("low energy").count()).toBe(0);
    expect(await demo.localOnly.isChecked()).toBe(false);
  });

  it("fit into a narrow panel", async () => {
    const widths = await demo.frame.locator("nd-filter-panel").evaluate((host) => {
      host.style.inlineSize = "224px";
      const section = host.shadowRoot?.querySelector("section");
      const fits = (section?.scrollWidth ?? 0) <= (section?.clientWidth ?? 0);
      host.style.inlineSize = "";
      return fits;
    });
    expect(widths).toBe(true);
  });
});
