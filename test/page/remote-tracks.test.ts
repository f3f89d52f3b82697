import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Demo } from "./demo.ts";
import { FAR_PAGE, mixInFarTracks } from "./remote-results.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open();
  await demo.ready();
  await mixInFarTracks(demo.panel);
});

beforeEach(async () => {
  demo.asked.length = 0;
  await demo.localOnly.setChecked(false);
  await demo.search("calm piano at dawn");
});

afterAll(async () => {
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const far = () => demo.frame.locator('[data-track="far/0"]');
const status = () => demo.frame.locator('nd-status-line [role="status"]');
const notice = () => demo.frame.locator("nd-notice");

describe("a track that is not on this machine", () => {
  it("says so, and has nothing to play, insert or drag", async () => {
    expect(await far().getAttribute("aria-description")).toContain("Not on this machine");
    await far().getByText("Not on this machine").waitFor();
    expect(await far().locator(".play, nd-waveform, .insert").count()).toBe(0);
    expect(await far().getAttribute("draggable")).toBe("false");
    expect(await demo.results.first().getAttribute("draggable")).toBe("true");
    expect(await status().textContent()).toMatch(/^10 results, 7 on this machine/);
  });

  it.each([" ", "Enter", "s"])(
    "says by the key '%s' why it does neither play nor go",
    async (key) => {
      await far().locator(".title").click();
      await demo.page.keyboard.press(key);
      await notice().getByText("Not on this machine. Open its page").waitFor();
      expect((await demo.media()).paused).toBe(true);
      expect(await demo.music.count()).toBe(0);
      await demo.page.keyboard.press("Escape");
      await notice().waitFor({ state: "detached" });
    },
  );

  it("takes the place of the player, and leaves the drag strip empty", async () => {
    await far().locator(".title").click();
    await demo.frame.locator("nd-remote-bar").getByText("Far Away Polka").first().waitFor();
    expect(await demo.frame.locator("nd-player-bar").isHidden()).toBe(true);
    expect(await demo.page.locator("demo-drag-strip [draggable]").count()).toBe(0);
    await demo.page.keyboard.press("Home");
    await demo.frame.locator("nd-remote-bar").waitFor({ state: "detached" });
    expect(await demo.frame.locator("nd-player-bar").isVisible()).toBe(true);
  });

  it.each(["row", "bar", "key"])("opens its page outside by its %s", async (by) => {
    await far().locator(".title").click();
    const opened = demo.context.waitForEvent("page");
    if (by === "row") await far().getByText("Open page").click();
    if (by === "bar") await demo.frame.locator("nd-remote-bar sp-button").click();
    if (by === "key") await demo.page.keyboard.press("o");
    const tab = await opened;
    await expect.poll(() => demo.asked).toEqual([FAR_PAGE]);
    expect(await tab.evaluate(() => window.opener === null)).toBe(true);
    await tab.close();
  });

  it("offers no page where none is known, and leaves out unknown metadata", async () => {
    const unknown = demo.frame.locator('[data-track="far/2"]');
    await unknown.locator(".title").click();
    expect(await unknown.getByText("Open page").count()).toBe(0);
    expect((await unknown.locator(".length").textContent())?.trim()).toBe("");
    expect(await unknown.locator(".facts .digits").count()).toBe(0);
    await demo.frame.locator("nd-remote-bar").getByText("Get it from its vendor").waitFor();
  });

  it("gives its credit line to the clipboard", async () => {
    await demo.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await far().locator(".title").click();
    await demo.frame.getByRole("button", { name: "Copy the credit line" }).click();
    await notice().getByText("copied").waitFor();
    const copied = await demo.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^"Far Away Polka" Ada Quill \(example\.org\)\. Licensed under/);
  });

  it("shows markup in its names as the text that it is, within the panel's width", async () => {
    const marked = demo.frame.locator('[data-track="far/1"]');
    await marked.locator(".title").click();
    expect(await marked.locator(".title").textContent()).toMatch(/^<img src=x onerror/);
    await demo.frame.locator("nd-remote-bar").getByText("<img src=x").first().waitFor();
    expect(await demo.panel.evaluate(() => "hacked" in window)).toBe(false);
    const [inner, outer] = await demo.panel.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect(inner).toBeLessThanOrEqual(outer);
  });
});

describe("the filter for what can be heard now", () => {
  it("searches again for local tracks alone, and can be taken off", async () => {
    await demo.localOnly.check();
    await expect.poll(() => status().textContent()).toMatch(/^10 results, best first/);
    expect(await far().count()).toBe(0);
    await demo.localOnly.uncheck();
    await far().waitFor();
  });

  it("stays for the next description", async () => {
    await demo.localOnly.check();
    await demo.search("epic drums");
    expect(await demo.localOnly.isChecked()).toBe(true);
    expect(await far().count()).toBe(0);
  });

  it("says when it has emptied the list, and offers to show all", async () => {
    await mixInFarTracks(demo.panel, "none here");
    await demo.localOnly.check();
    await demo.frame.getByText("No matching tracks on this machine").waitFor();
    await demo.frame.getByRole("button", { name: "Show all tracks" }).click();
    await far().waitFor();
    expect(await demo.localOnly.isChecked()).toBe(false);
  });
});

describe("a notice", () => {
  it("covers no result and no button", async () => {
    await demo.frame.locator("nd-search-box").getByText("Describe selection").click();
    await notice().waitFor();
    const [box, strip, list] = await Promise.all(
      ["nd-search-box", "nd-notice", "section.body"].map((part) =>
        demo.frame.locator(part).boundingBox(),
      ),
    );
    if (!box || !strip || !list) throw new Error("A part of the panel is not shown.");
    expect(strip.y).toBeGreaterThanOrEqual(box.y + box.height - 1);
    expect(list.y).toBeGreaterThanOrEqual(strip.y + strip.height - 1);
  });
});
