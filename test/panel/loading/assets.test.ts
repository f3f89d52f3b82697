import { describe, expect, it } from "vitest";
import { AssetError } from "../../../src/contract/errors.ts";
import { ScriptAssets } from "../../../src/panel/loading/assets.ts";
import type { AssetManifest } from "../../../src/panel/loading/globals.ts";
import { PART_BYTES } from "../../../src/panel/loading/letters.ts";
import { encodeLetters } from "../../../tools/build/letters.ts";

const letters = (bytes: Uint8Array): string => encodeLetters(bytes).toString("ascii");
const INDEX = Uint8Array.from({ length: PART_BYTES + 2 }, (_, i) => i % 251);
const MANIFEST: AssetManifest = {
  index: {
    scripts: ["index.0.js", "index.1.js"],
    bytes: INDEX.length,
    gzipBytes: null,
    sha256: "",
  },
  "pack/pack.json": { scripts: ["pack.js"], bytes: 2, gzipBytes: null, sha256: "" },
  "pack/tokenizer.json": { scripts: ["packed.js"], bytes: 900, gzipBytes: 3, sha256: "" },
};

/** Assets whose scripts do what `scripts` says instead of being injected into a page. */
function assetsWith(scripts: Record<string, (assets: ScriptAssets) => void>) {
  const read: [string, number, number][] = [];
  const assets: ScriptAssets = new ScriptAssets(
    MANIFEST,
    (path) => {
      const run = scripts[path];
      if (run === undefined) return Promise.reject(new AssetError({ what: "Missing.", next: "" }));
      run(assets);
      return Promise.resolve();
    },
    (...progress) => read.push(progress),
  );
  return { assets, read };
}

const FIRST = letters(INDEX.subarray(0, PART_BYTES));
const PARTS = {
  "index.0.js": ({ doorway }: ScriptAssets) => doorway.asset("index", 0, FIRST),
  "index.1.js": ({ doorway }: ScriptAssets) =>
    doorway.asset("index", 1, letters(INDEX.subarray(PART_BYTES))),
};

async function readIndex(assets: ScriptAssets): Promise<boolean> {
  const read = await assets.read("index");
  return read instanceof Uint8Array && Buffer.from(read).equals(INDEX);
}

describe("assets in scripts", () => {
  it("are joined in the order of their parts", async () => {
    const { assets } = assetsWith(PARTS);
    expect(await readIndex(assets)).toBe(true);
  });

  it("tell how many bytes have come", async () => {
    const { assets, read } = assetsWith(PARTS);
    await assets.read("index");
    expect(read).toEqual([
      ["index", PART_BYTES, INDEX.length],
      ["index", INDEX.length, INDEX.length],
    ]);
  });

  it("come packed, as long as they were packed", async () => {
    const { assets, read } = assetsWith({
      "packed.js": ({ doorway }) =>
        doorway.asset("pack/tokenizer.json", 0, letters(Uint8Array.of(7, 8, 9))),
    });
    const packed = { gzip: Uint8Array.of(7, 8, 9), bytes: 900 };
    expect(await assets.read("pack/tokenizer.json")).toEqual(packed);
    expect(read).toEqual([["pack/tokenizer.json", 3, 3]]);
  });

  it("are read once where they were begun ahead", async () => {
    const { assets, read } = assetsWith(PARTS);
    assets.readAhead(["index"]);
    expect(await readIndex(assets)).toBe(true);
    expect(read).toHaveLength(2);
    expect(await readIndex(assets)).toBe(true);
    expect(read).toHaveLength(4);
  });

  it("begun ahead in vain fail for whoever asks, and can be read again", async () => {
    const scripts = { "index.0.js": PARTS["index.0.js"] };
    const { assets } = assetsWith(scripts);
    assets.readAhead(["index", "pack/pack.json"]);
    await expect(assets.read("index")).rejects.toThrow(AssetError);
    Object.assign(scripts, PARTS);
    expect(await readIndex(assets)).toBe(true);
  });

  it("can be read again", async () => {
    const { assets } = assetsWith(PARTS);
    await assets.read("index");
    expect(await readIndex(assets)).toBe(true);
  });

  it("fail when a script is missing", async () => {
    const { assets } = assetsWith({ "index.0.js": PARTS["index.0.js"] });
    await expect(assets.read("index")).rejects.toThrow(AssetError);
  });

  it("fail when a script is cut short and so never calls", async () => {
    const { assets } = assetsWith({ ...PARTS, "index.1.js": () => undefined });
    await expect(assets.read("index")).rejects.toThrow(/damaged.*index\.1\.js/);
  });

  it.each([
    ["another length than it had", letters(INDEX.subarray(0, 7))],
    ["characters that carry nothing", "\0".repeat(7)],
  ])("fail when a part has %s", async (_, text) => {
    const { assets } = assetsWith({
      // A browser reports what a script throws, and goes on as if it had run.
      "pack.js": ({ doorway }) =>
        expect(() => doorway.asset("pack/pack.json", 0, text)).toThrow(SyntaxError),
    });
    await expect(assets.read("pack/pack.json")).rejects.toThrow(/damaged.*pack\.js/);
  });

  it("fail when they have other parts than their length asks for", async () => {
    const assets = new ScriptAssets(
      { index: { scripts: ["index.0.js"], bytes: INDEX.length, gzipBytes: null, sha256: "" } },
      () => Promise.resolve(),
    );
    await expect(assets.read("index")).rejects.toThrow(/damaged.*index/);
  });

  it("fail when the build has none of that name", async () => {
    const { assets } = assetsWith({});
    await expect(assets.read("ort/webgpu")).rejects.toThrow(/built without.*ort\/webgpu/);
  });
});
