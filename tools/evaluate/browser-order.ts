import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Route } from "playwright-core";
import { launchBrowser } from "../../test/page/browser.ts";
import { bundle } from "../build/bundle.ts";
import type { Device } from "../../src/contract/engine.ts";
import { browserScript } from "../build/browser-script.ts";
import { ROOT } from "../build/inputs.ts";
import type { Orders } from "./orders.ts";

/** WebGPU asks for a secure context, which this address is. Nothing listens there. */
const ADDRESS = "http://localhost/";
const ORT = join(ROOT, "node_modules/onnxruntime-web/dist");
/** WebGPU on machines without a graphics adapter, by Chromium's own software one, which is slow. */
const WEBGPU = [
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--disable-gpu-watchdog",
];

/** Queries of one page: Chromium's software adapter dies of a hundred. */
const PER_PAGE = 25;

/** The files that a page is served. */
export interface ServedFiles {
  readonly pack: string;
  readonly indexes: readonly string[];
}

/** Searches in Chromium on a device, with a pack and indexes from disk. */
export async function browserOrders(
  device: Device,
  files: ServedFiles,
  queries: readonly string[],
): Promise<Orders> {
  const folder = await mkdtemp(join(tmpdir(), "needledrop-"));
  const browser = await launchBrowser(WEBGPU);
  try {
    await bundle(browserScript("tools/evaluate/browser-page.ts", folder, "page.js"));
    const orders: Orders[number][] = [];
    for (let from = 0; from < queries.length; from += PER_PAGE) {
      const page = await browser.newPage();
      await page.route(`${ADDRESS}**`, (route) => serve(route, files, folder));
      await page.goto(ADDRESS);
      const some = queries.slice(from, from + PER_PAGE);
      orders.push(...(await ordersIn(page, device, files.indexes.length, some)));
      await page.close();
    }
    return orders;
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function ordersIn(
  page: Page,
  device: Device,
  indexes: number,
  queries: readonly string[],
): Promise<Orders> {
  const orders = await page.evaluate(
    ([onDevice, count, texts]) =>
      (globalThis as { search?: (...given: unknown[]) => Promise<Orders> }).search?.(
        onDevice,
        count,
        texts,
      ),
    [device, indexes, queries] as const,
  );
  if (orders === undefined) throw new Error("The page's script did not run.");
  return orders;
}

async function serve(route: Route, { pack, indexes }: ServedFiles, folder: string): Promise<void> {
  const name = new URL(route.request().url()).pathname.slice(1);
  if (name === "") {
    const body = `<!doctype html><script src="page.js"></script>`;
    return route.fulfill({ contentType: "text/html", body });
  }
  const [kind = "", rest = ""] = name.split("/");
  const paths: Record<string, string | undefined> = {
    "page.js": join(folder, "page.js"),
    pack: join(pack, rest),
    index: indexes[Number(rest)],
    ort: join(
      ORT,
      rest === "webgpu" ? "ort-wasm-simd-threaded.jspi.wasm" : "ort-wasm-simd-threaded.wasm",
    ),
  };
  const path = paths[kind];
  if (path === undefined) return route.fulfill({ status: 404 });
  const contentType = kind === "page.js" ? "text/javascript" : "application/octet-stream";
  return route.fulfill({ contentType, body: await readFile(path) });
}
