import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { buildElements } from "./elements/build.ts";

/** Where the reference pictures are kept. */
export const REFERENCES = join(import.meta.dirname, "references");

/** The panel in one state, `width` pixels wide. */
export interface Picture {
  readonly state: string;
  readonly width: number;
  readonly theme: "light" | "dark" | "darkest";
}

const STATES = [
  ...["start", "results", "understood", "filters", "compare", "tools", "kept", "map"],
  ...["cues", "settings", "keys", "failure", "described", "cut", "fit"],
];
const HEIGHT = 720;

/** Each state in each theme, narrow, wide and in between. */
export const PICTURES: readonly Picture[] = STATES.flatMap((state) => [
  { state, width: 300, theme: "light" } as const,
  { state, width: 480, theme: "dark" } as const,
  { state, width: 760, theme: "darkest" } as const,
]);

export const nameOf = ({ state, width, theme }: Picture): string => `${state}-${width}-${theme}`;

/** What draws the letters' edges: pictures of two of these cannot be compared pixel by pixel. */
export interface Renderer {
  readonly platform: string;
  /** Major version of Chromium. */
  readonly chromium: string;
}

const RECORD = join(REFERENCES, "made-with.json");

export const madeWith = (): Renderer => JSON.parse(readFileSync(RECORD, "utf8")) as Renderer;

/** Draws letters the same on every screen. */
const FLAGS = ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"];

/** Takes pictures of the page of all elements, whose data, theme and fonts are fixed. */
export class Photographer {
  private constructor(
    private readonly browser: Browser,
    private readonly page: string,
  ) {}

  /** @param folder where the page is built */
  static async in(folder: string): Promise<Photographer> {
    const page = await buildElements(folder);
    return new Photographer(await launchBrowser(FLAGS), page);
  }

  get renderer(): Renderer {
    const [chromium = ""] = this.browser.version().split(".");
    return { platform: process.platform, chromium };
  }

  async take({ state, width, theme }: Picture): Promise<Buffer> {
    const context = await this.browser.newContext({
      viewport: { width, height: HEIGHT },
      deviceScaleFactor: 1,
      reducedMotion: "reduce",
    });
    try {
      return await this.pictureIn(context, `${pathToFileURL(this.page).href}?${state}&${theme}`);
    } finally {
      await context.close();
    }
  }

  private async pictureIn(context: BrowserContext, address: string): Promise<Buffer> {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator("body[data-shown]").waitFor();
    await page.evaluate(setFonts, FONTS);
    return stillPicture(page);
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** Takes every picture anew, as the reference from now on. */
  async updateReferences(tell: (path: string) => void): Promise<void> {
    for (const picture of PICTURES) {
      const path = join(REFERENCES, `${nameOf(picture)}.png`);
      writeFileSync(path, await this.take(picture));
      tell(path);
    }
    writeFileSync(RECORD, `${JSON.stringify(this.renderer, null, 2)}\n`);
  }
}

/** In milliseconds: longer than any transition of Spectrum's, and the longest wait for stillness. */
const TRANSITION = 200;
const LONGEST_WAIT = 20_000;

/** Playwright ends animations, but not those of a placeholder: waits until nothing moves. */
async function stillPicture(page: Page): Promise<Buffer> {
  const shoot = () => page.screenshot({ animations: "disabled", caret: "hide" });
  let last = await shoot();
  for (let waited = 0; waited < LONGEST_WAIT; waited += TRANSITION) {
    await page.waitForTimeout(TRANSITION);
    const next = await shoot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error("The page does not come to rest.");
}

interface Font {
  readonly weight: "400" | "700";
  readonly base64: string;
}

const FONTS: readonly Font[] = (["400", "700"] as const).map((weight) => {
  const file = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  const path = createRequire(import.meta.url).resolve(file);
  return { weight, base64: readFileSync(path).toString("base64") };
});

/** Spectrum's own font has no open licence; the one that Adobe gave away stands in under its name. */
async function setFonts(fonts: readonly Font[]): Promise<void> {
  for (const { weight, base64 } of fonts) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const font = new FontFace("adobe-clean", bytes, { weight });
    document.fonts.add(await font.load());
  }
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
