import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { PackedAsset } from "../../src/contract/engine.ts";
import { AssetError } from "../../src/contract/errors.ts";
import { unpacking } from "../../src/engine/unpacking.ts";

const CONTENT = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);
const GZIP = new Uint8Array(gzipSync(CONTENT));

const read = (asset: Uint8Array | PackedAsset): Promise<Uint8Array> =>
  unpacking({ read: () => Promise.resolve(asset) }).read("index");

const altered = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte));

it("unpacks what is packed, and leaves the rest as it is", async () => {
  expect(Buffer.from(await read({ gzip: GZIP, bytes: CONTENT.length })).equals(CONTENT)).toBe(true);
  expect(await read(CONTENT)).toBe(CONTENT);
});

it.each([
  ["is cut short", { gzip: GZIP.subarray(0, -100), bytes: CONTENT.length }],
  ["is altered", { gzip: altered(GZIP), bytes: CONTENT.length }],
  ["is not packed at all", { gzip: CONTENT, bytes: CONTENT.length }],
  ["holds more", { gzip: GZIP, bytes: CONTENT.length - 1 }],
  ["holds less", { gzip: GZIP, bytes: CONTENT.length + 1 }],
])("rejects an asset that %s", async (_, asset) => {
  await expect(read(asset)).rejects.toThrow(AssetError);
  await expect(read(asset)).rejects.toThrow(/damaged.*index/);
});
