import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { changeTracks } from "./changed-tracks.ts";
import { Demo } from "./demo.ts";

const CREDIT = "“Roads” by Ada Quill, CC BY 4.0";

let demo: Demo;

beforeAll(async () => {
  demo = await Demo.open({
    context: { acceptDownloads: true, permissions: ["clipboard-read", "clipboard-write"] },
  });
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm piano");
});

afterAll(async () => {
  expect(demo.asked).toEqual([]);
  expect(demo.errors).toEqual([]);
  await demo.close();
});

const rows = () => demo.sheet.locator("ol li");

async function close(): Promise<void> {
  await demo.page.keyboard.press("Escape");
  await demo.sheet.waitFor({ state: "detached" });
}

/** What the browser was given to keep. */
async function saved(button: string): Promise<{ name: string; text: string }> {
  const download = demo.page.waitForEvent("download");
  await demo.sheet.getByRole("button", { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

it("says that there is no music where there is none", async () => {
  await demo.page.keyboard.press("c");
  await demo.sheet.getByText("This sequence has no music from Needledrop").waitFor();
  await close();
});

it("lists the music of the sequence in the order in which it is heard, with its terms", async () => {
  const licences = [
    { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: CREDIT },
    { id: "unknown", name: "Licence unknown" },
  ];
  for (const [at, licence] of licences.entries()) {
    await changeTracks(demo.panel, { licence, title: at === 0 ? "=Roads" : "Found" });
    await demo.search(at === 0 ? "warm guitar" : "tense pulse");
    await demo.page.locator("demo-ruler").press("End");
    await demo.selectedResult.focus();
    await demo.page.keyboard.press("s");
    await demo.music.nth(at).waitFor();
    await demo.notice.getByText("is on A3").waitFor();
  }
  await demo.page.keyboard.press("c");
  await expect.poll(() => rows().count()).toBe(2);
  const [first, second] = await rows().allTextContents();
  expect(first).toContain("=Roads");
  expect(first).toContain("00:02:30:00");
  expect(first).toContain(CREDIT);
  expect(second).toContain("Licence unknown");
});

it("is saved as CSV that a spreadsheet reads and does not run", async () => {
  const { name, text } = await saved("Save CSV");
  expect(name).toBe("Forest documentary - rough cut - cue sheet.csv");
  const read: string[][] = parse(text, { bom: true, record_delimiter: "\r\n" });
  const [, first] = read;
  expect(first?.slice(1, 4)).toEqual(["'=Roads", "Needledrop", "00:02:30:00"]);
  await demo.notice.getByText(`Saved as ${name}`).waitFor();
});

it("is saved as a page to be printed", async () => {
  const { name, text } = await saved("Save page");
  expect(name).toBe("Forest documentary - rough cut - cue sheet.html");
  const page = await demo.context.newPage();
  await page.setContent(text);
  expect(await page.getByRole("row").count()).toBe(4);
  await page.getByRole("heading", { name: "Licence unknown" }).waitFor();
  expect(await page.locator("script").count()).toBe(0);
  await page.close();
});

it("gives its credit lines to the clipboard", async () => {
  await demo.sheet.getByRole("button", { name: "Copy credit lines" }).click();
  await demo.notice.getByText("Credit lines copied").waitFor();
  const copied = await demo.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${CREDIT}\nLicence unknown: “Found” by Needledrop`);
});

it("takes all keys but its own and Esc, and gives the focus back", async () => {
  await demo.page.keyboard.press("s");
  await demo.page.keyboard.press("ArrowDown");
  expect(await demo.music.count()).toBe(2);
  await close();
  await expect.poll(() => demo.selectedResult.evaluate((row) => row.matches(":focus"))).toBe(true);
  await demo.openTools();
  await demo.tool("cue-sheet").click();
  await expect.poll(() => rows().count()).toBe(2);
  await demo.page.keyboard.press("c");
  await demo.sheet.waitFor({ state: "detached" });
});

it("fits into the narrowest panel", async () => {
  await demo.page.locator("demo-app").evaluate((app) => {
    Object.assign(app, { panelWidth: 240 });
  });
  await demo.selectedResult.focus();
  await demo.page.keyboard.press("c");
  await expect.poll(() => rows().count()).toBe(2);
  const overflow = await demo.sheet
    .locator("dialog")
    .evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await close();
});
