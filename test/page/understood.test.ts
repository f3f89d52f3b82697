import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";

const QUERY = "calm piano, no drums, under 2 minutes";

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

const row = () => demo.frame.getByRole("toolbar", { name: "Understood from the description" });
const remove = (chip: string) => demo.frame.getByRole("button", { name: `Remove: ${chip}` });
const texts = () => demo.frame.locator("nd-understood-chips .chip").allInnerTexts();
const heard = () => demo.frame.locator("nd-understood-chips").getByRole("status").textContent();

/** Lengths of the results, in seconds. */
const lengths = (): Promise<number[]> =>
  demo.results.evaluateAll((rows) =>
    rows.map(
      (one) =>
        (one as HTMLElement & { result: { track: { seconds: number } } }).result.track.seconds,
    ),
  );

describe("what was understood", () => {
  it("is shown under the description once the answer is there, and heard", async () => {
    await demo.description.pressSequentially(QUERY);
    await expect.poll(texts).toEqual(["without drums", "under 2:00"]);
    expect(await heard()).toBe("Understood: without drums, under 2:00");
    expect(await demo.results.count()).toBeGreaterThan(0);
    expect(Math.max(...(await lengths()))).toBeLessThanOrEqual(120);
  });

  it("is taken back with its chip, and stays so while the rest is edited", async () => {
    await remove("under 2:00").click();
    await expect.poll(texts).toEqual(["without drums"]);
    expect(await demo.description.inputValue()).toBe(QUERY);
    await expect.poll(async () => Math.max(...(await lengths()))).toBeGreaterThan(120);
    await demo.search(`warm ${QUERY}`);
    expect(await texts()).toEqual(["without drums"]);
  });

  it("is understood again once its words have been gone", async () => {
    await demo.search("calm piano, no drums");
    await demo.search(QUERY);
    await expect.poll(texts).toEqual(["without drums", "under 2:00"]);
  });

  it("takes no place when there is nothing", async () => {
    await demo.search("calm piano");
    await expect.poll(() => row().count()).toBe(0);
    const box = await demo.frame.locator("nd-understood-chips").boundingBox();
    expect(box?.height).toBe(0);
  });
});

describe("the keys of the chips", () => {
  const focused = (): Promise<string | null> =>
    demo.frame.locator("nd-understood-chips button:focus").getAttribute("aria-label");

  it("move along the chips, of which Tab stops at one, and remove them", async () => {
    const { keyboard } = demo.page;
    await demo.search(`${QUERY}, 60 to 200 bpm`);
    await expect.poll(texts).toHaveLength(3);
    expect(await row().locator('button[tabindex="0"]').count()).toBe(1);
    await remove("without drums").focus();
    await keyboard.press("End");
    expect(await focused()).toBe("Remove: 60–200 BPM");
    await keyboard.press("ArrowLeft");
    expect(await focused()).toBe("Remove: under 2:00");
    expect(await row().locator('button[tabindex="0"]').getAttribute("aria-label")).toBe(
      "Remove: under 2:00",
    );
    await keyboard.press("Delete");
    await expect.poll(focused).toBe("Remove: 60–200 BPM");
    await keyboard.press("Backspace");
    await expect.poll(focused).toBe("Remove: without drums");
    await keyboard.press("Enter");
    await expect.poll(() => row().count()).toBe(0);
    await demo.frame.locator("textarea:focus").waitFor();
    expect(await heard()).toBe("");
  });
});

describe("filters that leave no track", () => {
  it("are named where the results would be, and each can be taken off there", async () => {
    await demo.localOnly.check();
    await demo.description.fill("calm piano, under 6 seconds, over 300 bpm");
    const left = demo.frame.locator("nd-nothing-left");
    const all = "No track fits all of this: under 0:06, over 300 BPM, on this machine only.";
    await left.getByText(all).waitFor();
    await left.getByRole("button", { name: "Remove: over 300 BPM" }).click();
    await left.getByText("under 0:06, on this machine only.").waitFor();
    await left.getByRole("button", { name: "Remove: under 0:06" }).click();
    await demo.results.first().waitFor();
    expect(await row().count()).toBe(0);
  });
});
