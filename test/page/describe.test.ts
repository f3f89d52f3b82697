import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const box = () => demo.description;
const button = (name: string) => demo.frame.getByRole("button", { name, exact: true });
const chips = () => demo.frame.locator("nd-understood-chips .chip").allInnerTexts();
const height = async (): Promise<number> => (await box().boundingBox())?.height ?? 0;
/** The description that the list in sight was found for. */
const answered = (): Promise<string | undefined> =>
  demo.panel.evaluate((panel) => {
    type Shown = HTMLElement & {
      view: { search: { answer: { request: { query: string } } | null } };
    };
    return (panel as Shown).view.search.answer?.request.query;
  });

describe("the box", () => {
  it("begins with three examples, of which one is searched for with a click", async () => {
    const examples = demo.frame.locator("nd-start-view li button");
    expect(await examples.count()).toBe(3);
    const shown = (await examples.nth(1).textContent()) ?? "";
    await examples.nth(1).click();
    await demo.results.first().waitFor();
    const description = await box().inputValue();
    expect(description).toContain("no vocals");
    expect(shown).toContain(description);
    await expect.poll(chips).toContain("under 2:00");
  });

  it("grows with its text to a limit, then scrolls", async () => {
    await box().fill("calm");
    const low = await height();
    await box().fill("calm piano by the sea, ".repeat(6));
    const high = await height();
    expect(high).toBeGreaterThan(low);
    await box().fill("calm piano by the sea, ".repeat(60));
    const highest = await height();
    expect(highest).toBeLessThan(130);
    expect(await box().evaluate((area) => area.scrollHeight > area.clientHeight)).toBe(true);
    await box().fill("calm");
    expect(await height()).toBe(low);
  });

  it("searches while one types, and ends with what was typed last", async () => {
    await box().fill("");
    await box().pressSequentially("tense strings");
    await expect.poll(answered).toBe("tense strings");
    await demo.frame.locator("textarea:focus").waitFor();
  });

  it("waits until an input method has finished", async () => {
    await box().fill("calm");
    await expect.poll(answered).toBe("calm");
    await box().evaluate((area: HTMLTextAreaElement) => {
      area.value = "calm p";
      const composing = { bubbles: true, composed: true, isComposing: true };
      area.dispatchEvent(new InputEvent("input", composing));
    });
    await demo.panel.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await answered()).toBe("calm");
    await box().evaluate((area: HTMLTextAreaElement) => {
      area.value = "calm piano";
      area.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    });
    await expect.poll(answered).toBe("calm piano");
  });
});

describe("earlier descriptions", () => {
  it("come back with the arrows in an empty box, and what was typed after the newest", async () => {
    await demo.search("warm acoustic guitar");
    await demo.search("dark synth pulse");
    await box().fill("");
    await box().press("ArrowUp");
    expect(await box().inputValue()).toBe("dark synth pulse");
    await box().press("ArrowUp");
    expect(await box().inputValue()).toBe("warm acoustic guitar");
    await expect.poll(answered).toBe("warm acoustic guitar");
    await box().press("ArrowDown");
    await box().press("ArrowDown");
    expect(await box().inputValue()).toBe("");
  });

  it("do not take the arrows from a text that one writes", async () => {
    await box().fill("mine");
    await box().press("ArrowUp");
    expect(await box().inputValue()).toBe("mine");
  });

  it("are there after a restart", async () => {
    await demo.page.reload();
    await demo.ready();
    await box().press("ArrowUp");
    expect(await box().inputValue()).toBe("dark synth pulse");
  });
});

describe("a second description", () => {
  it("is asked for with a button, weighed, shown as a chip and removed with it", async () => {
    await demo.search("calm piano");
    await button("And also…").click();
    const also = demo.frame.getByRole("textbox", { name: "And also" });
    await also.fill("rain on a roof");
    await expect.poll(chips).toEqual(["and also: rain on a roof (50 %)"]);
    await demo.frame.getByRole("slider", { name: "Share of the second description" }).press("Home");
    await expect.poll(chips).toEqual(["and also: rain on a roof (10 %)"]);
    await button("Remove: and also: rain on a roof (10 %)").click();
    await expect.poll(() => also.count()).toBe(0);
    expect(await box().inputValue()).toBe("calm piano");
  });
});

describe("levels", () => {
  const energy = () => demo.frame.getByRole("slider", { name: "Energy" });

  it("shift what is found, are shown as chips and go back to the middle", async () => {
    await demo.search("piano");
    const before = await demo.results.first().getAttribute("aria-label");
    await button("Adjust").click();
    await energy().press("End");
    await expect.poll(chips).toEqual(["much more energetic"]);
    await expect.poll(() => demo.results.first().getAttribute("aria-label")).not.toBe(before);
    await energy().press("Home");
    await expect.poll(chips).toEqual([]);
    await expect.poll(() => demo.results.first().getAttribute("aria-label")).toBe(before);
  });

  it("are all reset with one button", async () => {
    await energy().press("ArrowRight");
    await demo.frame.getByRole("slider", { name: "Brightness" }).press("ArrowLeft");
    await expect.poll(chips).toEqual(["a little more energetic", "a little darker"]);
    await button("Reset").click();
    await expect.poll(chips).toEqual([]);
    expect(await energy().getAttribute("aria-valuetext")).toBe("neutral");
  });

  it("are enough to search by, without a description", async () => {
    await box().fill("");
    await energy().press("End");
    await demo.results.first().waitFor();
    await button("Reset").click();
    await demo.frame.locator("nd-start-view").waitFor();
  });
});
