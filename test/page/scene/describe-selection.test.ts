import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Sight } from "../../../src/contract/sight.ts";
import { Demo } from "../demo.ts";

let demo: Demo;

beforeEach(async () => {
  demo = await Demo.open();
  await demo.ready();
});

afterEach(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const SEEN: Sight = {
  words: [
    { word: "waterfall", kind: "place", confidence: 0.9, pictures: [0] },
    { word: "at dawn", kind: "light", confidence: 0.8, pictures: [0] },
  ],
  captions: [],
};

type Release = Window & { release?: () => void };
interface Peeled extends HTMLElement {
  model: { parts: { scene: { sources: { eyes: { engine: () => Promise<unknown> } } } } };
}

/** From now on pictures show this, once `release` is called where they are held. */
const eyesSee = (sight: Sight, held: "held" | "at once" = "at once"): Promise<void> =>
  demo.panel.evaluate(
    (panel, [seen, isHeld]) => {
      const waiting = new Promise<void>((resolve) => {
        (window as Release).release = resolve;
        if (!isHeld) resolve();
      });
      const { eyes } = (panel as Peeled).model.parts.scene.sources;
      eyes.engine = () => Promise.resolve({ see: () => waiting.then(() => seen) });
    },
    [sight, held === "held"] as const,
  );
const release = (): Promise<void> => demo.panel.evaluate(() => (window as Release).release?.());

const select = (id: string) => demo.page.locator(`[data-clip="${id}"]`).click();
const button = () => demo.frame.getByRole("button", { name: "Describe selection" });
const sources = () => demo.frame.locator("nd-source-chips");
const chips = () => sources().locator(".chip").allInnerTexts();
const removal = (name: string) => sources().getByRole("button", { name: `Remove ${name}` });
const text = () => demo.description.inputValue();
const caret = (): Promise<number> =>
  demo.description.evaluate((area) => (area as HTMLTextAreaElement).selectionStart);
const looking = () => demo.frame.locator('[data-job="pictures"]');
/** What the list in sight was found for. */
const answered = () =>
  demo.panel.evaluate((panel) => {
    type Shown = HTMLElement & {
      view: { search: { answer: { request: { query: string; literal: string[] } } | null } };
    };
    return (panel as Shown).view.search.answer?.request;
  });

describe("describing the selection", () => {
  it("searches for what texts and pictures say, and shows where each comes from", async () => {
    await eyesSee(SEEN);
    await select("fox");
    await button().click();
    await expect.poll(chips).toContain("pictures: waterfall, at dawn");
    expect(await chips()).toEqual(expect.arrayContaining(["note", "marker: Slips", "description"]));
    const described = await text();
    expect(described).toContain("A young fox plays at the stream");
    await demo.results.first().waitFor();
    await expect.poll(async () => (await answered())?.query).toBe(described);
    expect((await answered())?.literal.join()).toContain("waterfall, at dawn");
  });

  it("leaves a source out with a key, and goes on to the next", async () => {
    await eyesSee(SEEN);
    await select("fox");
    await button().focus();
    await demo.page.keyboard.press("i");
    await expect.poll(chips).toContain("pictures: waterfall, at dawn");
    await removal("note").focus();
    await demo.page.keyboard.press("Delete");
    await expect.poll(chips).not.toContain("note");
    expect(await text()).not.toContain("pizzicato");
    const focused = await sources().evaluate(
      (element) => element.shadowRoot?.activeElement?.getAttribute("aria-label") ?? "",
    );
    expect(focused).toMatch(/^Remove /);
  });

  it("keeps the editor's own words first, whatever is described or removed", async () => {
    await eyesSee(SEEN);
    await demo.description.fill("no drums");
    await select("fox");
    await button().click();
    await expect.poll(text).toMatch(/^no drums, .*waterfall, at dawn/);
    await select("storm");
    await button().click();
    await expect.poll(text).toMatch(/^no drums, .*Tension rising/);
    expect(await text()).not.toContain("fox");
    await sources().getByRole("button", { name: "Remove all" }).click();
    await expect.poll(text).toBe("no drums");
    expect(await chips()).toEqual([]);
  });

  it("takes a sentence that was edited for the editor's", async () => {
    await eyesSee({ words: [], captions: [] });
    await select("fox");
    await button().click();
    await expect.poll(chips).toContain("note");
    await demo.description.fill((await text()).replace("Playful and light", "Playful but sad"));
    await expect.poll(chips).not.toContain("note");
    await removal("description").click();
    await expect.poll(text).toContain("Playful but sad");
    expect(await text()).not.toContain("A young fox");
  });

  it("takes pictures in when they are there, and leaves caret and typed words alone", async () => {
    await eyesSee(SEEN, "held");
    await select("fox");
    await button().click();
    await looking().waitFor();
    await demo.description.press("Control+Home");
    await demo.description.pressSequentially("slow, ");
    const before = await caret();
    expect(before).toBe("slow, ".length);
    await release();
    await expect.poll(text).toMatch(/^slow, .*waterfall, at dawn$/);
    expect(await caret()).toBe(before);
    expect(await looking().count()).toBe(0);
  });

  it("can be stopped from looking at pictures", async () => {
    await eyesSee(SEEN, "held");
    await select("fox");
    await button().click();
    await looking().getByRole("button", { name: "Stop" }).click();
    await expect.poll(() => looking().count()).toBe(0);
    await release();
    expect(await text()).not.toContain("at dawn");
  });

  it("fits into a panel of 240 pixels", async () => {
    await eyesSee(SEEN);
    await select("fox");
    await button().click();
    await expect.poll(chips).toContain("pictures: waterfall, at dawn");
    await demo.page
      .locator("iframe")
      .evaluate((frame) => Object.assign(frame.style, { width: "240px", flex: "none" }));
    const overflow = await demo.panel.evaluate(
      (panel) => panel.ownerDocument.documentElement.scrollWidth,
    );
    expect(overflow).toBeLessThanOrEqual(240);
    await removal("note").click();
    await expect.poll(chips).not.toContain("note");
  });
});
