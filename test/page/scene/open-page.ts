import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { browserScript } from "../../../tools/build/browser-script.ts";
import { bundle } from "../../../tools/build/bundle.ts";
import { panelPage } from "../../../tools/build/pages.ts";
import { sharedBrowser } from "../browser.ts";

/** The panel's own page, with its policy, and another script in it. */
export async function openPage(
  script: string,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  await bundle(browserScript(script, folder, "needledrop.js"));
  writeFileSync(join(folder, "index.html"), panelPage());
  const page = await (await sharedBrowser()).newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  const close = async (): Promise<void> => {
    await page.close();
    rmSync(folder, { recursive: true });
  };
  return { page, close };
}
