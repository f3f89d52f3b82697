import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  FrameLocator,
  Locator,
  Page,
} from "playwright-core";
import type { Action } from "../../src/panel/model/keys.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import { sharedBrowser } from "./browser.ts";

/** Milliseconds until a state that does not come is a failure; a slow machine takes its time. */
const LONGEST_WAIT = 60_000;

/** The folder of the built demo. @throws Error nothing is built. */
export function builtFolder(): string {
  const { distFolder } = buildInputs();
  if (existsSync(resolve(distFolder, "page/needledrop.js"))) return distFolder;
  throw new Error(`Nothing is built in ${distFolder}: run \`npm run build\` first.`);
}

export interface OpenOptions {
  readonly browser?: Browser;
  /** A folder like the built one. */
  readonly folder?: string;
  /** Which page of it. */
  readonly file?: string;
  readonly context?: BrowserContextOptions;
  /** Runs in every frame before its own scripts. */
  readonly before?: () => void;
  /** Files of the build that never arrive, or that are not there. */
  readonly withhold?: { readonly scripts: RegExp; readonly how: "wait" | "fail" };
}

/** The demo in a browser of its own profile, and what it did that it should not. */
export class Demo {
  /** Addresses outside the disk that were asked for; every such request is failed. */
  readonly asked: string[] = [];
  /** Errors of scripts and of the page's policy. */
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(options: OpenOptions = {}): Promise<Demo> {
    const browser = options.browser ?? (await sharedBrowser());
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options.context,
    });
    context.setDefaultTimeout(LONGEST_WAIT);
    if (options.before !== undefined) await context.addInitScript(options.before);
    await context.addInitScript(keepMedia);
    const page = await context.newPage();
    const demo = new Demo(context, page);
    await context.route(/^(?!file:|blob:|data:|about:)/, async (route) => {
      demo.asked.push(route.request().url());
      await route.abort();
    });
    const { withhold } = options;
    if (withhold?.how === "fail") await context.route(withhold.scripts, (route) => route.abort());
    if (withhold?.how === "wait") await context.route(withhold.scripts, () => undefined);
    page.on("pageerror", (error) => demo.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") demo.errors.push(message.text());
    });
    const path = resolve(options.folder ?? builtFolder(), options.file ?? "demo.html");
    await page.goto(pathToFileURL(path).href);
    return demo;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  get frame(): FrameLocator {
    return this.page.frameLocator("iframe");
  }
  /** The panel's own element, in the frame. */
  get panel(): Locator {
    return this.frame.locator("needledrop-panel");
  }
  get description(): Locator {
    return this.frame.getByRole("searchbox", { name: "Describe the scene" });
  }
  get results(): Locator {
    return this.frame.locator("nd-result-list").getByRole("option");
  }
  get selectedResult(): Locator {
    return this.frame.locator("nd-result-list").getByRole("option", { selected: true });
  }
  /** The filter for tracks that can be heard now. */
  get localOnly(): Locator {
    return this.frame.getByRole("checkbox", { name: "On this machine only" });
  }
  /** The Insert button of the player. */
  get insertButton(): Locator {
    return this.frame.locator("nd-player-bar sp-button.insert");
  }
  /** The editor's tools under the player; `tool` is the button of one of them. */
  get tools(): Locator {
    return this.frame.locator("nd-editor-tools");
  }
  tool(action: Action): Locator {
    return this.tools.locator(`[data-act="${action}"]`);
  }
  get notice(): Locator {
    return this.frame.locator("nd-notice");
  }
  /** What lies over the panel. */
  get sheet(): Locator {
    return this.frame.locator("nd-sheet");
  }
  /** Clips of music on the timeline. */
  get music(): Locator {
    return this.page.locator("demo-timeline .music");
  }
  get undoButton(): Locator {
    return this.page.locator('[data-action="undo"]');
  }
  audioTrack(index: number): Locator {
    return this.page.locator(`demo-timeline [data-track="${index}"]`);
  }
  readout(name: "playhead" | "in" | "out"): Locator {
    return this.page.locator(`[data-readout="${name}"]`);
  }

  /** Waits until the engine can search. */
  ready(): Promise<void> {
    return this.frame.locator('needledrop-panel[data-engine="ready"]').waitFor();
  }

  /** Types a query, searches for it and waits for the first result to have the focus. */
  async search(query: string): Promise<void> {
    await this.description.fill(query);
    await this.description.press("Enter");
    await this.frame.locator('[role="option"][aria-selected="true"]:focus').waitFor();
  }

  /** Brings the editor's tools if they are put away. */
  async openTools(): Promise<void> {
    const button = this.tools.getByRole("button", { name: "Editor tools" });
    if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
    await this.tool("cue-sheet").waitFor();
  }

  /** The panel's audio element that plays, or else its first one, as it is now. */
  media(): Promise<MediaState> {
    return this.panel.evaluate(() => {
      const kept = (window as MediaWindow).keptMedia ?? [];
      const media = kept.find(({ paused }) => !paused) ?? kept[0];
      if (media === undefined) throw new Error("The panel has made no audio element.");
      const { currentTime, paused, src } = media;
      return { currentTime, paused, src };
    });
  }

  /** Waits until the panel's audio has been heard for a moment. */
  async heard(): Promise<MediaState> {
    const latest = Date.now() + LONGEST_WAIT;
    for (let before = Infinity; Date.now() < latest;) {
      const now = await this.media();
      if (!now.paused && now.currentTime > before) return now;
      before = now.paused ? Infinity : now.currentTime;
      await this.page.waitForTimeout(10);
    }
    throw new Error("Nothing is heard.");
  }
}

export interface MediaState {
  readonly currentTime: number;
  readonly paused: boolean;
  readonly src: string;
}

type MediaWindow = Window & { keptMedia?: HTMLAudioElement[] };

/** Keeps the audio elements that scripts make: they are not in the page, so nothing finds them. */
function keepMedia(): void {
  const page = window as MediaWindow;
  const kept: HTMLAudioElement[] = [];
  page.keptMedia = kept;
  window.Audio = class extends Audio {
    constructor(src?: string) {
      super(src);
      kept.push(this);
    }
  };
}
