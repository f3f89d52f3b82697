/**
 * Renders the icons from their drawings: `tsx tools/render-icons.ts PATH_OF_CHROMIUM`.
 * A browser draws them because ImageMagick's own SVG reader closes open arcs.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { UsageError } from "../src/contract/errors.ts";
import { ROOT } from "./build/inputs.ts";

const ICONS = join(ROOT, "icons");
/** The grey in `mark.svg` that is replaced by the theme's colour. */
const PLACEHOLDER = "#808080";

const executablePath = process.argv[2];
if (executablePath === undefined) {
  throw new UsageError({ what: "No browser was given.", next: "Give the path of a Chromium." });
}
const browser = await chromium.launch({ executablePath });
await render("mark.svg", "dark", 23, "#e0e0e0");
await render("mark.svg", "light", 23, "#3a3a3a");
await render("plugin.svg", "plugin", 48, PLACEHOLDER);
await browser.close();

/** Renders `drawing` in a colour, at single and double resolution. */
async function render(drawing: string, name: string, side: number, colour: string): Promise<void> {
  const svg = readFileSync(join(ICONS, drawing), "utf8").replaceAll(PLACEHOLDER, colour);
  for (const scale of [1, 2]) {
    const viewport = { width: side, height: side };
    const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
    await page.setContent(`<body style="margin:0;font-size:0">${svg}</body>`);
    const path = join(ICONS, scale === 1 ? `${name}.png` : `${name}@2x.png`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
}
