import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { BAD_FILES, GOOD_FILES, writeMusic } from "../cli/support/music-of-all-kinds.ts";
import { chord } from "../cli/support/paths.ts";
import { temporaryFolder } from "../cli/support/temporary-folder.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { aiff } from "../cli/support/aiff-bytes.ts";
import { Demo } from "./demo.ts";

/** A folder of so many short tones. */
function musicOf(files: number): string {
  const folder = join(temporaryFolder(), "Shared");
  mkdirSync(folder);
  for (let i = 0; i < files; i += 1) {
    const shape = { sampleRate: 22_050, channels: 1, bits: 16 } as const;
    const samples = sine(200 + 90 * i, 22_050);
    writeFileSync(join(folder, `tone ${i}.wav`), wavBytes(shape, 60_000 + 9000 * i, samples));
  }
  return folder;
}

let demo: Demo | null = null;
afterEach(async () => {
  await demo?.close();
});

it(
  "adds a folder, finds and plays what is in it, and knows it after a restart",
  { timeout: 300_000 },
  async () => {
    const folder = writeMusic("My library");
    expect(GOOD_FILES.length + BAD_FILES.length).toBeGreaterThanOrEqual(50);
    demo = await Demo.open();
    await demo.frame.getByRole("button", { name: "Your music…" }).click();
    await demo.sheet.locator("nd-own-music input[type=file]").setInputFiles(folder);
    const entry = demo.sheet.locator("li.folder");
    await expect
      .poll(async () => entry.getByRole("status").textContent(), { timeout: 260_000 })
      .toMatch(/new/);
    const said = await entry.textContent();
    expect(said).toContain("My library");
    expect(said).toContain(`${GOOD_FILES.length} new`);
    expect(said).toContain(`${BAD_FILES.length} skipped`);
    for (const name of BAD_FILES) expect(said).toContain(name);
    expect(said).toContain("The file is protected");

    await demo.page.keyboard.press("Escape");
    await demo.search('"take 7"');
    expect(await demo.selectedResult.getAttribute("aria-label")).toBe("take 7");
    await demo.selectedResult.getByText("CC-BY-4.0").waitFor();
    await demo.page.keyboard.press("s");
    await demo.music.getByText("take 7").first().waitFor();
    for (const title of ["8 channels", "192 kHz", "🎻 café 夜", "little-endian"]) {
      await demo.search(`"${title}"`);
      expect(await demo.selectedResult.getAttribute("aria-label")).toContain(title);
    }
    await demo.search('"8 channels"');
    await demo.page.keyboard.press("s");
    await demo.music.getByText("8 channels").first().waitFor();
    await demo.search('"chord"');
    await demo.page.keyboard.press("Space");
    expect((await demo.heard()).src).toMatch(/^blob:/);
    await demo.page.keyboard.press("Space");

    // A browser forgets where the folder is, but not what is in it.
    await demo.page.reload();
    await demo.ready();
    await demo.search('"take 7"');
    // What ships may answer before the folder is read.
    const { selectedResult } = demo;
    await expect.poll(() => selectedResult.getAttribute("aria-label")).toMatch(/take 7/);
    await demo.page.keyboard.press("l");
    await demo.sheet.getByText("add the folder again").waitFor();
    await entry.getByRole("button", { name: "Remove" }).click();
    await demo.sheet.getByText("No folders yet.").waitFor();
    expect(demo.errors).toEqual([]);
    expect(demo.asked).toEqual([]);
  },
);

it(
  "inserts what Premiere does not import as WAV, and plays what the browser does not",
  { timeout: 240_000 },
  async () => {
    const folder = join(temporaryFolder(), "Lossless");
    mkdirSync(folder);
    copyFileSync(chord("flac"), join(folder, "chord.flac"));
    const noise = Buffer.alloc(88_200).map((_, i) => (i * i) % 60);
    writeFileSync(join(folder, "reelmill.aiff"), aiff({ rate: 22_050, sound: Buffer.from(noise) }));
    demo = await Demo.open();
    await demo.frame.getByRole("button", { name: "Your music…" }).click();
    await demo.sheet.locator("nd-own-music input[type=file]").setInputFiles(folder);
    const entry = demo.sheet.locator("li.folder");
    await expect
      .poll(async () => entry.getByRole("status").textContent(), { timeout: 200_000 })
      .toMatch(/2 new/);
    await demo.page.keyboard.press("Escape");

    await demo.search('"chord"');
    await demo.frame.getByText("converted to WAV").first().waitFor();
    await demo.page.keyboard.press("s");
    await demo.frame.getByText(/The \.flac file was converted to WAV/).waitFor();
    await demo.music.getByText(/chord/i).first().waitFor();

    await demo.search('"reelmill"');
    await demo.page.keyboard.press("Space");
    expect((await demo.heard()).src).toMatch(/^blob:/);
    expect(demo.errors).toEqual([]);
    expect(demo.asked).toEqual([]);
  },
);

it(
  "is one library in two panels that read the same folder at once",
  { timeout: 240_000 },
  async () => {
    const folder = musicOf(6);
    demo = await Demo.open();
    const other = await demo.context.newPage();
    await other.goto(demo.page.url());
    for (const page of [demo.page, other]) {
      await page.bringToFront();
      const frame = page.frameLocator("iframe");
      await frame.getByRole("button", { name: "Your music…" }).click();
      await frame.locator("nd-own-music input[type=file]").setInputFiles(folder);
    }
    for (const page of [other, demo.page]) {
      await page.bringToFront();
      const status = page.frameLocator("iframe").locator("li.folder").getByRole("status");
      await status.getByText("new").waitFor();
    }
    await demo.page.reload();
    await demo.ready();
    await demo.frame.getByRole("button", { name: "Your music…" }).click();
    await demo.sheet.locator("li.folder").getByText("6 tracks").waitFor();
    expect(demo.errors).toEqual([]);
  },
);
