import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext } from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      join(folder, "Google/Chrome/Application/chrome.exe"),
      join(folder, "Microsoft/Edge/Application/msedge.exe"),
    ];
  }),
  join(homedir(), "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
];

// No talk with the outside that a test did not cause, and media that starts by itself.
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-sync",
  "--no-first-run",
  "--autoplay-policy=no-user-gesture-required",
  "--mute-audio",
];

/** A Chromium of any make. @throws Error none is installed; says how to get one. */
function findBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const wanted = env["CHROMIUM_PATH"];
  const candidates = wanted === undefined ? [...SYSTEM_BROWSERS, ownOfPlaywright()] : [wanted];
  const found = candidates.find((path) => path !== "" && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `${wanted === undefined ? "No Chromium, Chrome or Edge was found." : `CHROMIUM_PATH names no file: ${wanted}.`} ` +
      "Install one (e.g. `npx playwright-core install chromium`), or set CHROMIUM_PATH to it.",
  );
}

/** Starts a browser; `flags` come on top of the ones every test needs. */
export function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch(launchOptions(flags));
}

/** Starts a browser that keeps what pages store in a folder, from one start to the next. */
export function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, launchOptions());
}

function launchOptions(flags: readonly string[] = []) {
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: findBrowser(),
    args: [...FLAGS, ...(isRoot ? ["--no-sandbox"] : []), ...flags],
  };
}

let shared: Promise<Browser> | null = null;

/** The browser that all test files use; it ends with the process that runs them. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

function ownOfPlaywright(): string {
  try {
    return chromium.executablePath();
  } catch {
    return "";
  }
}
