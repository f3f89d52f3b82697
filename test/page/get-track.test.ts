import { readFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { afterEach, expect, it } from "vitest";
import { chord } from "../cli/support/paths.ts";
import { musicOf } from "../plugin/cues.ts";
import { DOWNLOAD_FOLDER, FILES, MUSIC_FOLDER } from "../plugin/premiere-harness.ts";
import { PluginPage } from "./plugin-page.ts";

const ADDRESS = `${FILES}C-Funk.mp3`;
const SONG = readFileSync(chord("mp3"));

let panel: PluginPage | null = null;
afterEach(async () => {
  await panel?.close();
  panel = null;
});

/** All that stands in a row. */
const shownOf = (row: Locator): Promise<string> =>
  row.evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? "");

async function opened(): Promise<PluginPage> {
  panel = await PluginPage.open();
  await panel.ready();
  await panel.search('"C-Funk"');
  expect(await panel.selected.getAttribute("aria-label")).toBe("C-Funk by Kevin MacLeod");
  expect(await shownOf(panel.selected)).toContain("Not on this machine");
  return panel;
}

it("gets a track after a question, and then it is here, also after a restart", async () => {
  const { page, editor, sheet, selected, status, errors, asked } = await opened();
  editor.network.offer(ADDRESS, SONG, { until: 10 });
  await page.keyboard.press("g");
  const question = sheet.locator("nd-get-question");
  await question.getByText("C-Funk.mp3 from incompetech.com").waitFor();
  await question.getByText("Creative Commons Attribution 4.0").waitFor();
  await question.getByText(/"C-Funk" Kevin MacLeod/).waitFor();
  await question.getByText(/incompetech.com learns .* and nothing else/).waitFor();
  expect(editor.network.asked).toEqual([]);

  editor.willPick(DOWNLOAD_FOLDER);
  await page.keyboard.press("Enter");
  await sheet.waitFor({ state: "detached" });
  const bar = page.locator("nd-remote-bar");
  await bar.getByText(/MB from incompetech.com/).waitFor();
  expect(await status.textContent()).toMatch(/^Downloading “C-Funk”: .* MB from incompetech.com/);
  editor.network.release();

  await page.getByText("“C-Funk” is on this machine now").waitFor();
  expect(await selected.getAttribute("aria-label")).toBe("C-Funk by Kevin MacLeod");
  expect(await shownOf(selected)).not.toContain("Not on this machine");
  expect(await page.getByRole("option", { name: /^C-Funk by/ }).count()).toBe(1);
  await page.locator("nd-player-bar").getByText("C-Funk").first().waitFor();
  expect(editor.disk.has(`${DOWNLOAD_FOLDER}/C-Funk.txt`)).toBe("file");
  expect(editor.network.asked).toEqual([ADDRESS]);

  // Like any other: on the drag strip, and on the timeline, from the project's music folder.
  await expect.poll(() => editor.dragStrip()).toContain("C-Funk");
  editor.disk.addAudio(`${DOWNLOAD_FOLDER}/C-Funk.mp3`, 60); // As the imagined Premiere knows audio.
  await page.keyboard.press("s");
  await expect.poll(() => editor.audioClips().length, { timeout: 10_000 }).toBe(1);
  expect(musicOf(editor).path).toBe(`${MUSIC_FOLDER}/C-Funk.mp3`);
  editor.disk.files.set(`${DOWNLOAD_FOLDER}/C-Funk.mp3`, new Uint8Array(SONG));

  await page.reload();
  const again = panel ?? expect.fail();
  await again.ready();
  await again.search('"C-Funk"');
  // What ships may answer before the editor's folders are read.
  await expect.poll(() => shownOf(selected)).not.toContain("Not on this machine");
  expect([errors, asked]).toEqual([[], []]);
});

it("downloads nothing where the answer is no, and keeps nothing of what is cancelled", async () => {
  const { page, editor, sheet, selected } = await opened();
  editor.willPick(DOWNLOAD_FOLDER);
  await editor.host.chooseDownloadFolder();
  editor.network.offer(ADDRESS, SONG, { until: 10 });
  await page.keyboard.press("g");
  await sheet.getByRole("button", { name: "Cancel" }).click();
  await sheet.waitFor({ state: "detached" });
  expect(editor.network.asked).toEqual([]);

  await page.locator('nd-remote-bar [data-act="get"]').click();
  await sheet.getByText("Do not ask again for incompetech.com").click();
  await sheet.locator("[data-yes]").click();
  await page.locator('nd-remote-bar [data-act="cancel-get"]').click();
  await page.getByText("Download cancelled").waitFor();
  expect(editor.disk.list(DOWNLOAD_FOLDER)).toEqual([]);
  expect(await shownOf(selected)).toContain("Not on this machine");

  // The host is trusted now, until that is taken back.
  await page.keyboard.press("l");
  await sheet.getByText("Downloads from incompetech.com begin without a question.").waitFor();
  await sheet.locator('[data-host="incompetech.com"]').click();
  await sheet.locator('[data-host="incompetech.com"]').waitFor({ state: "detached" });
  await sheet.locator("nd-download-settings").getByText(DOWNLOAD_FOLDER).waitFor();
  await sheet.getByRole("button", { name: "Remove" }).click();
  await sheet.getByText("Chosen at the first download.").waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await page.keyboard.press("g");
  await sheet.locator("nd-get-question").waitFor();
});

it("finds what a browser has saved into the folder, and says what fails", async () => {
  const { page, editor, sheet } = await opened();
  editor.willPick(DOWNLOAD_FOLDER);
  await editor.host.chooseDownloadFolder();
  await page.keyboard.press("g");
  await sheet.locator("[data-yes]").click();
  await page.getByText("incompetech.com does not have this file any more.").waitFor();

  // A copy by its name, a track of the catalogue by what stands beside it, and somebody's voice.
  const put = (name: string, bytes: Uint8Array): void => {
    editor.disk.files.set(`${DOWNLOAD_FOLDER}/${name}`, bytes);
  };
  put("got.mp3", SONG);
  put("got.txt", Buffer.from("Track: incompetech/USUAN1100001\n"));
  put("voice.mp3", SONG);
  await page.keyboard.press("l");
  const entry = sheet.locator("li.folder");
  await entry.getByRole("button", { name: "Update" }).click();
  await expect.poll(() => entry.getByRole("status").textContent()).toMatch(/^1 new/);
  await page.keyboard.press("Escape");
  await expect
    .poll(() => shownOf(page.getByRole("option", { name: /C-Funk/ }).first()))
    .not.toContain("Not on this machine");
});
