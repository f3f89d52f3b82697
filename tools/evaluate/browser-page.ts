import { AssetError } from "../../src/contract/errors.ts";
import type { AssetSource, Device } from "../../src/contract/engine.ts";
import { openWebRuntime } from "../../src/engine/encode/runtime-web.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import { loadPack, openSearcher } from "../../src/engine/open.ts";
import { ordersOf, type Orders } from "./orders.ts";

/** The page's script: searches in a browser with the files that `browser-order.ts` serves. */
async function search(
  device: Device,
  indexes: number,
  queries: readonly string[],
): Promise<Orders> {
  const pack = await loadPack(assets);
  const files = await Promise.all(Array.from({ length: indexes }, (_, i) => read(`index/${i}`)));
  const searcher = await openSearcher({
    pack,
    indexes: files.map((file) => readIndex(file, pack)),
    runtime: openWebRuntime,
    device,
  });
  return ordersOf(searcher, queries);
}

const assets: AssetSource = { read };

async function read(name: string): Promise<Uint8Array> {
  const response = await fetch(`/${name}`);
  if (response.ok) return new Uint8Array(await response.arrayBuffer());
  throw new AssetError({ what: "A file is not served.", input: name, next: "Serve it." });
}

Object.assign(globalThis, { search });
