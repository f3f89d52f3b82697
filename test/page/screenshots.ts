import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { Demo, type OpenOptions } from "./demo.ts";
import { STATES, STATES_WITH_EDITOR, type State, type StateWithEditor } from "./picture-states.ts";
import { Photographer } from "./reference-pictures.ts";

/**
 * Writes pictures of the panel's states and of the whole demo into a folder, to be looked at:
 * `npm run screenshots -- FOLDER [PATTERN]`, where only names that match the pattern are drawn.
 * `npm run screenshots -- --update-references` takes the pictures anew that the tests compare with.
 */
const UPDATE = "--update-references";
const folder = resolve(process.argv[2] ?? "test-results/screenshots");
const wanted = new RegExp(process.argv[3] ?? "");

/** A picture yet to be taken. */
interface Shot {
  readonly name: string;
  take(browser: Browser): Promise<void>;
}

const SHOTS: readonly Shot[] = [
  ...[320, 380, 480].flatMap((width) =>
    (["light", "dark"] as const).flatMap((colorScheme) =>
      STATES.map((state) => ({
        name: `panel-${state.name}-${width}-${colorScheme}`,
        take(browser: Browser) {
          const context = { viewport: { width, height: 720 }, colorScheme };
          return panelPicture(this.name, state, { browser, file: "page/index.html", context });
        },
      })),
    ),
  ),
  ...[240, 300, 480].flatMap((width) =>
    (["light", "dark"] as const).flatMap((theme) =>
      STATES_WITH_EDITOR.map((state) => ({
        name: `editor-${state.name}-${width}-${theme}`,
        take(browser: Browser) {
          return editorPicture(this.name, state, { browser, width, theme });
        },
      })),
    ),
  ),
  { name: "demo", take: demoPictures },
];

/** A machine under load may end a browser: the picture is then taken again in a new one. */
const MOST_TRIES = 3;

if (process.argv.includes(UPDATE)) await updateReferences();
else await takeAll(SHOTS.filter(({ name }) => wanted.test(name)));

async function updateReferences(): Promise<void> {
  const built = mkdtempSync(join(tmpdir(), "needledrop-"));
  const photographer = await Photographer.in(built);
  await photographer.updateReferences((path) => console.log(path));
  await photographer.close();
  rmSync(built, { recursive: true });
}

async function takeAll(shots: readonly Shot[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  let browser = await launchBrowser();
  for (const shot of shots) {
    for (let tries = 1; ; tries++) {
      try {
        await shot.take(browser);
        break;
      } catch (thrown) {
        if (tries === MOST_TRIES) throw thrown;
        console.log(`${shot.name} failed, trying again: ${String(thrown)}`);
        await browser.close().catch(() => undefined);
        browser = await launchBrowser();
      }
    }
  }
  await browser.close();
}

/** A demo that is closed whatever happens, or pages would pile up until the browser gives up. */
async function withDemo(options: OpenOptions, act: (demo: Demo) => Promise<void>): Promise<void> {
  const demo = await Demo.open(options);
  try {
    await act(demo);
  } finally {
    await demo.close().catch(() => undefined);
  }
}

function panelPicture(name: string, state: State, options: OpenOptions): Promise<void> {
  const { withhold } = state;
  return withDemo({ ...options, ...(withhold && { withhold }) }, async ({ page }) => {
    await state.reach(page);
    await shoot(page, name);
  });
}

interface Beside {
  readonly browser: Browser;
  /** Of the panel, in pixels. */
  readonly width: number;
  readonly theme: "light" | "dark";
}

function editorPicture(
  name: string,
  { reach }: StateWithEditor,
  { browser, width, theme }: Beside,
): Promise<void> {
  return withDemo({ browser }, async (demo) => {
    await demo.page.locator("demo-app").evaluate((app, panelWidth) => {
      Object.assign(app, { panelWidth });
    }, width);
    await demo.page.locator(`[data-theme="${theme}"]`).click();
    await demo.ready();
    await demo.localOnly.check();
    await demo.search("Warm acoustic guitar by the fire, nostalgic");
    await reach(demo);
    const path = join(folder, `${name}.png`);
    await demo.page.locator("iframe").screenshot({ path, animations: "disabled" });
    console.log(path);
  });
}

function demoPictures(browser: Browser): Promise<void> {
  return withDemo({ browser }, async (demo) => {
    await demo.ready();
    await demo.page.locator('[data-clip="camp"]').click();
    await demo.frame.getByRole("button", { name: "Describe selection" }).click();
    await demo.frame.locator("nd-result-row:not([remote])").first().locator(".title").click();
    await demo.page.locator("demo-ruler").press("End");
    await demo.page.locator("demo-ruler").press("ArrowUp");
    await demo.insertButton.click();
    await demo.music.waitFor();
    for (const theme of ["light", "darkest", "dark"]) {
      await demo.page.locator(`[data-theme="${theme}"]`).click();
      await demo.frame.locator(`sp-theme[color="${theme}"]`).waitFor();
      await shoot(demo.page, `demo-${theme}`);
    }
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled" });
  console.log(path);
}
