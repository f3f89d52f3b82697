import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, type TestContext } from "vitest";
import webpack from "webpack";
import type { Device } from "../../src/contract/engine.ts";
import type { AssetFile } from "../../tools/build/asset-scripts.ts";
import { browserScript } from "../../tools/build/browser-script.ts";
import { launchBrowser } from "./browser.ts";
import { bundle } from "../../tools/build/bundle.ts";
import { builtFolder } from "./demo.ts";
import type { DeviceEmbeddings } from "./devices-page.ts";

/** Largest difference between two devices in any number of an embedding. */
const TOLERANCE = 1e-3;

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
  await bundlePage(folder);
  browser = await launchBrowser(["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"]);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

it("gives the same text and audio embeddings by WebAssembly and by WebGPU", async (test) => {
  await skipWithoutAdapter(test);
  const wasm = await embedOn("wasm");
  const webgpu = await embedOn("webgpu");
  for (const tower of ["text", "audio"] as const) {
    expect(wasm[tower].length).toBeGreaterThan(0);
    expect(webgpu[tower].length).toBe(wasm[tower].length);
    wasm[tower].forEach((embedding, row) => {
      expect(largestDifference(embedding, webgpu[tower][row] ?? [])).toBeLessThan(TOLERANCE);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 3);
    });
  }
});

async function skipWithoutAdapter(test: TestContext): Promise<void> {
  const page = await openPage();
  const adapter = await page.evaluate(async () => {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<object | null> } };
    return Boolean(await gpu?.requestAdapter());
  });
  await page.close();
  if (!adapter) test.skip("this browser has no WebGPU adapter, not even SwiftShader");
}

async function embedOn(device: Device): Promise<DeviceEmbeddings> {
  const page = await openPage();
  const embeddings = await page.evaluate(
    (name) =>
      (globalThis as { embedOn?: (device: Device) => Promise<DeviceEmbeddings> }).embedOn?.(name),
    device,
  );
  await page.close();
  if (embeddings === undefined) throw new Error("The page's script did not run.");
  return embeddings;
}

async function openPage() {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(folder, "index.html")).href);
  return page;
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Infinity))));
}

/** The page's script, bundled as the build bundles the engine, over the build's own assets. */
async function bundlePage(target: string): Promise<void> {
  const record = readFileSync(join(builtFolder(), "assets.json"), "utf8");
  const files = JSON.parse(record) as Record<string, AssetFile>;
  const address = (script: string): string =>
    pathToFileURL(join(builtFolder(), "page", script)).href;
  const withAddresses = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      { ...file, scripts: file.scripts.map(address) },
    ]),
  );
  const base = browserScript("test/page/devices-page.ts", target, "devices.js");
  const assets = JSON.stringify(withAddresses);
  const define = new webpack.DefinePlugin({ __ASSETS__: assets });
  await bundle({ ...base, plugins: [...(base.plugins ?? []), define] });
  writeFileSync(join(target, "index.html"), `<!doctype html><script src="devices.js"></script>`);
}
