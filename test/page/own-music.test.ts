import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { chord } from "../cli/support/paths.ts";
import { temporaryFolder } from "../cli/support/temporary-folder.ts";
import { sine, wavBytes } from "../cli/support/wav-bytes.ts";
import { Demo } from "./demo.ts";

const WAVS = 30;
/** Long enough to be embedded, short enough not to take long. */
const SECONDS = 3;

/** Forty files and more: all kinds that are read, and some that cannot be. */
function library(): { readonly folder: string; readonly tracks: number; readonly bad: number } {
  const folder = join(temporaryFolder(), "My library");
  mkdirSync(join(folder, "takes"), { recursive: true });
  for (let i = 0; i < WAVS; i += 1) {
    const bits = ([16, 24, 32] as const)[i % 3] ?? 16;
    const shape = { sampleRate: 22_050, channels: 1 + (i % 2), bits };
    const bytes = wavBytes(shape, SECONDS * 22_050 + 7000 * i, sine(110 + 37 * i, 22_050));
    writeFileSync(join(folder, "takes", `take ${i}.wav`), bytes);
  }
  for (const format of ["mp3", "flac", "ogg", "opus"] as const) {
    copyFileSync(chord(format), join(folder, `chord-${format}.${format}`));
  }
  const coded = converted(join(folder, "takes", "take 3.wav"), folder);
  writeFileSync(join(folder, "empty.mp3"), "");
  writeFileSync(join(folder, "text.mp3"), "This is a text.");
  writeFileSync(
    join(folder, "cut.wav"),
    wavBytes({ sampleRate: 8000, channels: 1, bits: 16 }, 9, sine(9, 9)).subarray(0, 20),
  );
  writeFileSync(join(folder, "cover.jpg"), "a picture");
  writeFileSync(join(folder, "LICENSE.txt"), "https://creativecommons.org/licenses/by/4.0/");
  return { folder, tracks: WAVS + 4 + coded, bad: 3 };
}

/** Kinds that only ffmpeg can make; how many it made. */
function converted(wav: string, folder: string): number {
  let made = 0;
  for (const name of ["tune.m4a", "tune.aiff", "tune.aac"]) {
    try {
      execFileSync("ffmpeg", ["-v", "error", "-i", wav, join(folder, name)], { stdio: "ignore" });
      made += 1;
    } catch {
      // Without ffmpeg the others have to do.
    }
  }
  return made;
}

let demo: Demo | null = null;
afterEach(async () => {
  await demo?.close();
});

it(
  "adds a folder, finds and plays what is in it, and knows it after a restart",
  { timeout: 240_000 },
  async () => {
    const { folder, tracks, bad } = library();
    demo = await Demo.open();
    await demo.frame.getByRole("button", { name: "Your music…" }).click();
    await demo.sheet.locator("input[type=file]").setInputFiles(folder);
    const entry = demo.sheet.locator("li.folder");
    await expect
      .poll(async () => entry.getByRole("status").textContent(), { timeout: 200_000 })
      .toMatch(/new/);
    const said = await entry.textContent();
    expect(said).toContain("My library");
    expect(said).toContain(`${bad} skipped`);
    expect(said).toContain("text.mp3");
    expect(said).toMatch(new RegExp(`${tracks} new`));

    await demo.page.keyboard.press("Escape");
    await demo.search('"take 7"');
    expect(await demo.selectedResult.getAttribute("aria-label")).toMatch(/take 7, .*CC-BY-4.0/);
    await demo.page.keyboard.press("s");
    await demo.music.getByText("take 7").first().waitFor();
    await demo.search('"chord"');
    await demo.page.keyboard.press("Space");
    expect((await demo.heard()).src).toMatch(/^blob:/);
    await demo.page.keyboard.press("Space");

    // A browser forgets where the folder is, but not what is in it.
    await demo.page.reload();
    await demo.ready();
    await demo.search('"take 7"');
    expect(await demo.selectedResult.getAttribute("aria-label")).toMatch(/take 7/);
    await demo.page.keyboard.press("l");
    await demo.sheet.getByText("add the folder again").waitFor();
    await entry.getByRole("button", { name: "Remove" }).click();
    await demo.sheet.getByText("No folders yet.").waitFor();
    expect(demo.errors).toEqual([]);
    expect(demo.asked).toEqual([]);
  },
);
