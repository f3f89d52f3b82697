import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import type { PackIdentity } from "../../src/engine/encode/pack.ts";
import { launchProfile } from "../../test/page/browser.ts";
import { bundle } from "../../tools/build/bundle.ts";
import { browserScript } from "../../tools/build/browser-script.ts";

const LIMIT_MS = 600_000;

/** A browser's profile in which a library is kept. */
export interface Profile {
  /** Starts a browser with it. */
  open(): Promise<BrowserContext>;
  remove(): void;
}

/** Makes a profile that holds a library of so many tracks. @param page folder of the built page */
export async function profileWith(
  page: string,
  pack: PackIdentity,
  tracks: number,
): Promise<Profile> {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-bench-"));
  const open = async (): Promise<BrowserContext> => {
    const context = await launchProfile(join(folder, "profile"));
    context.setDefaultTimeout(LIMIT_MS);
    return context;
  };
  await bundle(browserScript("bench/large-library/fill.ts", folder, "fill.js"));
  const script = readFileSync(join(folder, "fill.js"), "utf8");
  const context = await open();
  try {
    const text = await context.newPage();
    // Any file will do: pages from disk share one store.
    await text.goto(pathToFileURL(join(page, "THIRD-PARTY.txt")).href);
    await text.evaluate(script);
    const { id, hash, dimension } = pack;
    await text.evaluate(
      ([identity, count]) => (globalThis as unknown as Filler).fillLibrary(identity, count),
      [{ id, hash, dimension }, tracks] as const,
    );
  } finally {
    await context.close();
  }
  return { open, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What `fill.ts` adds to a page. */
interface Filler {
  fillLibrary(pack: PackIdentity, tracks: number): Promise<void>;
}

/** Megabytes that the processes which run pages hold, now and at most so far. Linux only. */
export async function pageMemory(page: Page): Promise<{ now: number; most: number } | null> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined || process.platform !== "linux") return null;
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const status = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => readFileSync(`/proc/${id}/status`, "utf8"));
  const sum = (field: string): number =>
    status.reduce(
      (all, text) => all + Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1]),
      0,
    );
  return { now: sum("VmRSS") / 1024, most: sum("VmHWM") / 1024 };
}
