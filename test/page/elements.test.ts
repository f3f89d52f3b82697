import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sharedBrowser } from "./browser.ts";
import { buildElements } from "./elements/build.ts";

let folder: string;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  const path = await buildElements(folder);
  page = await (await sharedBrowser()).newPage();
  await page.addInitScript(keepDefined);
  page.on("pageerror", ({ message }) => errors.push(message));
  await page.goto(pathToFileURL(path).href);
  await page.locator("nd-gallery h2").first().waitFor();
});

afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true });
});

type DefinedWindow = Window & { defined?: string[] };

/** Keeps the names of the panel's elements, which a page does not list. */
function keepDefined(): void {
  const kept: string[] = [];
  (window as DefinedWindow).defined = kept;
  const define = customElements.define.bind(customElements);
  customElements.define = (name, ...rest) => {
    if (name.startsWith("nd-")) kept.push(name);
    define(name, ...rest);
  };
}

it("shows every element that the panel defines", async () => {
  const shown = await page.evaluate(() => {
    const names = new Set<string>();
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll("*")) {
        names.add(element.localName);
        if (element.shadowRoot !== null) visit(element.shadowRoot);
      }
    };
    visit(document);
    return [...names].filter((name) => name.startsWith("nd-")).sort();
  });
  const defined = await page.evaluate(() => (window as DefinedWindow).defined ?? []);
  expect(defined).toContain("nd-result-row");
  // The sheet's frame takes the whole page: it is in the frames that show the whole panel.
  expect(shown).toEqual(defined.filter((name) => name !== "nd-sheet").sort());
});

it("draws each of them in light and in dark, without an error", async () => {
  const empty = await page
    .locator("nd-gallery .themes main")
    .evaluateAll((all) =>
      all.filter((main) => main.getBoundingClientRect().height < 12).map((main) => main.innerHTML),
    );
  expect(empty).toEqual([]);
  expect(errors).toEqual([]);
});

it("keeps chips to two lines that scroll in a narrow panel, and cuts those that are too long", async () => {
  const rows = await page.locator("nd-understood-chips").evaluateAll((all) =>
    all.map((host) => {
      host.style.inlineSize = "284px";
      const row = host.shadowRoot?.querySelector(".chips");
      if (!row) throw new Error("There are no chips.");
      return {
        height: row.clientHeight,
        scrolls: row.scrollHeight > row.clientHeight,
        isTooWide: row.scrollWidth > row.clientWidth,
      };
    }),
  );
  const [one, full, long] = [
    { height: 24, scrolls: false, isTooWide: false },
    { height: 52, scrolls: true, isTooWide: false },
    { height: 24, scrolls: false, isTooWide: false },
  ];
  // Light and dark.
  expect(rows).toEqual([one, one, full, full, long, long, full, full]);
});

it("draws a cover beside the title", async () => {
  const pixel = await page
    .locator("nd-cover canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement) => [
      ...(canvas.getContext("2d")?.getImageData(32, 32, 1, 1).data ?? []),
    ]);
  expect(pixel).toEqual([0, 128, 128, 255]);
});

it("marks a tempo that was heard, and says what else was", async () => {
  const row = page.locator("nd-result-row", { hasText: "From Disk" }).first();
  const tempo = row.locator(".facts .digits");
  expect(await tempo.textContent()).toContain("~140 BPM");
  expect(await tempo.getAttribute("title")).toBe("Heard, not stated: 140 or 70 BPM, E minor");
  const stated = page.locator("nd-result-row", { hasText: "Harbour Lights" }).first();
  expect(await stated.locator(".facts .digits").getAttribute("title")).toBeNull();
});
