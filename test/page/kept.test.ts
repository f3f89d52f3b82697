import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { changeTracks } from "./changed-tracks.ts";
import { Demo } from "./demo.ts";

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

/** The page as after a restart, with the same search. */
async function restart(): Promise<void> {
  await demo.page.reload();
  await demo.ready();
  await demo.localOnly.check();
  await demo.search("calm piano");
}

const kept = (): Locator => demo.frame.locator("nd-kept");
const lists = (): Locator => kept().locator("nav button");
const rows = (): Locator => kept().getByRole("option");
const press = (key: string): Promise<void> => demo.page.keyboard.press(key);
const titleOf = async (row: Locator): Promise<string> =>
  (await row.locator(".title").textContent()) ?? "";
const openList = (name: string): Promise<void> => lists().filter({ hasText: name }).click();

/** Shows the Kept tab, from wherever the focus is in the results. */
async function showKept(): Promise<void> {
  await press("h");
  await kept().waitFor();
}

it("keeps a favourite, which is one in the player too, and at the next start", async () => {
  const star = demo.selectedResult.locator('[data-act="favourite"]');
  const inPlayer = demo.frame.locator("nd-player-bar");
  await inPlayer.getByRole("button", { name: "Add to favourites" }).waitFor();
  await press("f");
  await inPlayer.getByRole("button", { name: "Remove from favourites" }).waitFor();
  await expect.poll(() => star.getAttribute("class")).toContain("on");
  await restart();
  await expect.poll(() => star.getAttribute("class")).toContain("on");
  expect(await demo.selectedResult.evaluate((row) => row.matches(":focus"))).toBe(true);
});

it("lists favourites in a tab of their own, where all keys work, and comes back to the results", async () => {
  const first = await titleOf(demo.selectedResult);
  await press("ArrowDown");
  const second = await titleOf(demo.selectedResult);
  await press("f");
  await showKept();
  // The count of the search's results would be about what is not in sight.
  await demo.frame
    .locator("nd-status-line")
    .getByText(/tracks ready/)
    .waitFor();
  await expect.poll(() => rows().count()).toBe(2);
  expect([await titleOf(rows().nth(0)), await titleOf(rows().nth(1))]).toEqual([second, first]);
  const selected = kept().getByRole("option", { selected: true });
  expect(await titleOf(selected)).toBe(second);
  await expect.poll(() => selected.evaluate((row) => row.matches(":focus"))).toBe(true);
  await press("ArrowDown");
  await expect.poll(() => titleOf(selected)).toBe(first);
  await press("h");
  await expect.poll(() => titleOf(demo.selectedResult)).toBe(second);
  await expect.poll(() => demo.results.count()).toBeGreaterThan(2);
});

it("takes a favourite out of its list, selects the next one, and brings it back", async () => {
  await showKept();
  await press("f");
  await expect.poll(() => rows().count()).toBe(1);
  const selected = kept().getByRole("option", { selected: true });
  await expect.poll(() => selected.evaluate((row) => row.matches(":focus"))).toBe(true);
  await kept().getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => rows().count()).toBe(2);
  await press("h");
});

it("puts a track into a new collection, which can be renamed, deleted and brought back", async () => {
  await demo.selectedResult.focus();
  await press("Shift+K");
  await demo.sheet.getByText("There are no collections yet").waitFor();
  await demo.page.keyboard.type("Chase");
  await press("Enter");
  await demo.sheet.getByRole("checkbox", { name: "Chase" }).waitFor();
  expect(await demo.sheet.getByRole("checkbox", { name: "Chase" }).isChecked()).toBe(true);
  await press("Escape");
  await demo.sheet.waitFor({ state: "detached" });
  await showKept();
  await openList("Chase");
  await expect.poll(() => rows().count()).toBe(1);
  await kept().getByRole("button", { name: "Rename" }).click();
  await demo.page.keyboard.type("Hunt");
  await press("Enter");
  await lists().filter({ hasText: "Hunt" }).waitFor();
  await kept().getByRole("button", { name: "Delete" }).click();
  await kept().getByText("Collection “Hunt” with 1 track deleted.").waitFor();
  await kept().getByRole("button", { name: "Undo" }).click();
  await openList("Hunt");
  await expect.poll(() => rows().count()).toBe(1);
});

it("searches among the tracks of a list", async () => {
  await openList("Favourites");
  await expect.poll(() => rows().count()).toBe(2);
  await kept().getByRole("button", { name: "Search in this list" }).click();
  await expect.poll(() => demo.results.count()).toBe(2);
  await demo.frame.getByRole("button", { name: "Reset all" }).click();
  await demo.localOnly.check();
  await expect.poll(() => demo.results.count()).toBeGreaterThan(2);
});

it("lists what was inserted as recent and as used in this project, with when", async () => {
  await demo.selectedResult.focus();
  const title = await titleOf(demo.selectedResult);
  await press("s");
  await demo.music.first().waitFor();
  await demo.notice.getByText("is on A3").waitFor();
  await showKept();
  await openList("Recent");
  await expect.poll(() => titleOf(rows().first())).toBe(title);
  await openList("Used in this project");
  await expect.poll(() => rows().count()).toBe(1);
  expect(await rows().locator(".why").textContent()).toContain("In this sequence, inserted ");
  await press("h");
  await demo.undoButton.click();
  await expect.poll(() => demo.music.count()).toBe(0);
  await demo.selectedResult.focus();
  await showKept();
  await expect
    .poll(() => rows().locator(".why").textContent())
    .toContain("Not in this sequence, inserted ");
});

it("exports all lists, and takes them in again where they are gone", async () => {
  const download = demo.page.waitForEvent("download");
  await kept().getByRole("button", { name: "Export…" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("Needledrop - kept.json");
  const text = readFileSync(await file.path(), "utf8");
  expect(JSON.parse(text)).toMatchObject({ needledrop: "kept", version: 1 });
  await demo.panel.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase("needledrop-kept");
        request.onsuccess = () => resolve();
        request.onerror = () => reject(new Error("It was not deleted."));
      }),
  );
  await restart();
  await showKept();
  await kept().getByText("No favourites yet").waitFor();
  await kept()
    .locator("input[type=file]")
    .setInputFiles({ name: "kept.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await demo.notice.getByText(/5 entries and 1 collection added\./).waitFor();
  await expect.poll(() => rows().count()).toBe(2);
  await openList("Hunt");
  await expect.poll(() => rows().count()).toBe(1);
});

it("says what is wrong with a file, and takes in the rest", async () => {
  const field = kept().locator("input[type=file]");
  const offer = (name: string, text: string) =>
    field.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await offer("notes.json", '{"a": 1}');
  await demo.notice.getByText("This is no file of kept lists.").waitFor();
  await offer(
    "kept.json",
    JSON.stringify({
      ...{ needledrop: "kept", version: 1, collections: [] },
      tracks: [
        {
          ...{ trackId: "gone/1", title: "<b>Gone</b>", artist: "Nobody" },
          licence: { id: "CC0-1.0", name: "CC0 1.0" },
        },
        { trackId: 7 },
      ],
      lists: [{ list: "favourites", entries: [{ track: "gone/1", at: 5 }] }],
    }),
  );
  await demo.notice.getByText("1 entry added. Left out: Track 2:").waitFor();
  await openList("Favourites");
  await kept().getByText("Not in the catalogue any more").waitFor();
  await kept().getByText("<b>Gone</b> · Nobody").waitFor();
  await kept().getByRole("button", { name: "Remove “<b>Gone</b>”" }).click();
  await expect.poll(() => kept().locator(".gone").count()).toBe(0);
});

it("copies the credits of the sequence and of a list", async () => {
  const licence = { id: "CC-BY-4.0", name: "CC BY 4.0", attribution: "“Roads” by Ada Quill" };
  await press("h");
  await changeTracks(demo.panel, { licence, title: "Roads" });
  await demo.search("warm guitar");
  await press("s");
  await demo.notice.getByText("is on A3").waitFor();
  await press("Shift+C");
  await demo.notice.getByText("Credit lines copied.").waitFor();
  const copied = await demo.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("“Roads” by Ada Quill");
  await showKept();
  await openList("Recent");
  await kept().getByRole("button", { name: "Copy credits" }).click();
  await expect.poll(() => demo.page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
});

it("shows in one page what another keeps", async () => {
  const other = await demo.context.newPage();
  await other.goto(demo.page.url());
  const frame = other.frameLocator("iframe");
  await frame.locator('needledrop-panel[data-engine="ready"]').waitFor();
  await frame.locator("[data-tab=kept]").click();
  const theirs = frame.locator("nd-kept").getByRole("option");
  await expect.poll(() => theirs.count()).toBe(2);
  await openList("Favourites");
  await kept().getByRole("button", { name: "Remove track" }).click();
  await expect.poll(() => theirs.count()).toBe(1);
  await other.close();
});
