import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Locator, Page } from "playwright-core";
import type { Wire } from "../../src/bridge/messages.ts";
import { serveHost } from "../../src/bridge/server.ts";
import { openPremiere, type PremiereHarness } from "../plugin/premiere-harness.ts";
import { sharedBrowser } from "./browser.ts";
import { builtFolder } from "./demo.ts";

type WebViewWindow = Window & {
  toPlugin: (message: string) => Promise<void>;
  uxpHost: { postMessage(message: unknown): void };
};

/** The built panel in a browser, as in a webview of UXP, with the plugin over an imagined Premiere. */
export class PluginPage {
  /** Addresses outside the disk that the page asked for; every such request is failed. */
  readonly asked: string[] = [];
  readonly errors: string[] = [];
  private stop: () => void = () => undefined;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly editor: PremiereHarness,
  ) {}

  static async open(width = 420): Promise<PluginPage> {
    const browser = await sharedBrowser();
    const context = await browser.newContext({ viewport: { width, height: 720 } });
    const page = await context.newPage();
    const shown = new PluginPage(context, page, openPremiere());
    await context.route(/^(?!file:|blob:|data:|about:)/, async (route) => {
      shown.asked.push(route.request().url());
      await route.abort();
    });
    page.on("pageerror", (error) => shown.errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") shown.errors.push(message.text());
    });
    await shown.connect();
    await page.goto(pathToFileURL(join(builtFolder(), "page/index.html")).href);
    return shown;
  }

  async close(): Promise<void> {
    this.stop();
    await this.context.close();
  }

  /** Waits until the engine can search, and the plugin has answered. */
  async ready(): Promise<void> {
    await this.page.locator('needledrop-panel[data-engine="ready"]').waitFor({ timeout: 120_000 });
    await this.page.locator("nd-editor-tools").waitFor();
  }

  async search(query: string): Promise<void> {
    await this.page.getByRole("searchbox").fill(query);
    await this.page.getByRole("searchbox").press("Enter");
    await this.selected.and(this.page.locator(":focus")).waitFor();
  }

  get selected(): Locator {
    return this.page.getByRole("option", { selected: true });
  }
  get sheet(): Locator {
    return this.page.locator("nd-sheet");
  }
  get status(): Locator {
    return this.page.locator('nd-status-line [role="status"]');
  }

  /** UXP's message bridge: `uxpHost` in the page, and messages without a source to it. */
  private async connect(): Promise<void> {
    const { page } = this;
    const listeners = new Set<(data: unknown) => void>();
    const wire: Wire = {
      post: (message) => {
        const told = page.evaluate((data) => {
          window.dispatchEvent(new MessageEvent("message", { data }));
        }, JSON.stringify(message));
        told.catch(() => undefined); // The page is gone.
      },
      listen: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    await page.exposeFunction("toPlugin", (message: string) => {
      listeners.forEach((listener) => listener(JSON.parse(message)));
    });
    await page.addInitScript(() => {
      const webview = window as unknown as WebViewWindow;
      webview.uxpHost = {
        postMessage: (message) => void webview.toPlugin(JSON.stringify(message)),
      };
    });
    this.stop = serveHost(wire, this.editor.host);
  }
}
