import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { chord } from "../cli/support/paths.ts";
import { temporaryFolder } from "../cli/support/temporary-folder.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { TOY_CLAP } from "../engine/encode/toy-clap.ts";
import { Demo } from "./demo.ts";

/** A few files of different kinds. */
function music(): string {
  const folder = join(temporaryFolder(), "My music");
  mkdirSync(folder, { recursive: true });
  copyFileSync(chord("flac"), join(folder, "chord.flac"));
  for (const [name, hertz] of [
    ["low", 110],
    ["high", 1760],
  ] as const) {
    const shape = { sampleRate: 22_050, channels: 1, bits: 16 } as const;
    writeFileSync(join(folder, `${name}.wav`), wavBytes(shape, 66_150, sine(hertz, 22_050)));
  }
  return folder;
}

let demo: Demo | null = null;
afterEach(async () => {
  await demo?.close();
});

it(
  "adds a CLAP model on a page from disk, embeds music with it, and searches with two packs",
  { timeout: 240_000 },
  async () => {
    demo = await Demo.open({ file: "page/index.html" });
    const { page } = demo;
    const panel = page.locator("needledrop-panel");
    const ready = () => page.locator('needledrop-panel[data-engine="ready"]').waitFor();
    await ready();
    const scripts = () =>
      page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect((await scripts()).filter((name) => name.includes("transformers"))).toEqual([]);

    await page.getByRole("button", { name: "Your music…" }).click();
    await page.locator("nd-own-music input[type=file]").setInputFiles(music());
    const folder = page.locator("nd-own-music li.folder");
    await folder.getByText("3 new").waitFor();

    const packs = page.locator("nd-packs");
    await packs.getByText("None added.").waitFor();
    await packs.locator("input[type=file]").setInputFiles(TOY_CLAP);
    const pack = packs.locator("li");
    await pack.getByText("toy-clap@").waitFor({ timeout: 120_000 });
    await pack.getByText("Apache-2.0, 1 MB, 3 tracks of your folders").waitFor();

    await page.keyboard.press("Escape");
    // The new pack's text tower is opened in the background.
    const answer = async () => {
      await page.getByRole("searchbox").fill(`a high tone`);
      await page.getByRole("searchbox").press("Enter");
      return panel.locator("nd-status-line").getByRole("status").textContent();
    };
    await expect.poll(answer, { timeout: 60_000 }).toContain("with 2 packs");
    await page.getByRole("searchbox").fill('"high"');
    await page.getByRole("searchbox").press("Enter");
    const best = panel.getByRole("option", { selected: true });
    await expect.poll(() => best.getAttribute("aria-label")).toMatch(/^high/);

    await page.reload();
    await ready();
    await page.getByRole("button", { name: "Your music…" }).click();
    await pack.getByText("3 tracks of your folders").waitFor();
    await pack.getByRole("button", { name: "Remove" }).click();
    await packs.getByText("None added.").waitFor();
    expect(demo.errors).toEqual([]);
    expect(demo.asked).toEqual([]);
  },
);

it("says why a folder is no pack", { timeout: 120_000 }, async () => {
  demo = await Demo.open({ file: "page/index.html" });
  const { page } = demo;
  await page.getByRole("button", { name: "Your music…" }).click();
  await page.locator("nd-packs input[type=file]").setInputFiles(music());
  await page.locator("nd-packs").getByRole("alert").getByText("holds no pack").waitFor();
  expect(demo.errors).toEqual([]);
});
