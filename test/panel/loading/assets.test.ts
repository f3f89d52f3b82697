import { describe, expect, it } from "vitest";
import { AssetError } from "../../../src/contract/errors.ts";
import { ScriptAssets } from "../../../src/panel/loading/assets.ts";
import type { AssetManifest } from "../../../src/panel/loading/globals.ts";

const base64 = (...bytes: number[]): string => Buffer.from(bytes).toString("base64");
const MANIFEST: AssetManifest = {
  index: { scripts: ["index.0.js", "index.1.js"], bytes: 5, gzipBytes: null, sha256: "" },
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

const PARTS = {
  "index.0.js": ({ doorway }: ScriptAssets) => doorway.asset("index", 0, 2, base64(1, 2, 3)),
  "index.1.js": ({ doorway }: ScriptAssets) => doorway.asset("index", 1, 2, base64(4, 5)),
};

describe("assets in scripts", () => {
  it("are joined in the order of their parts", async () => {
    const { assets } = assetsWith(PARTS);
    expect(await assets.read("index")).toEqual(Uint8Array.of(1, 2, 3, 4, 5));
  });

  it("tell how many bytes have come", async () => {
    const { assets, read } = assetsWith(PARTS);
    await assets.read("index");
    expect(read).toEqual([
      ["index", 3, 5],
      ["index", 5, 5],
    ]);
  });

  it("come packed, as long as they were packed", async () => {
    const { assets, read } = assetsWith({
      "packed.js": ({ doorway }) => doorway.asset("pack/tokenizer.json", 0, 1, base64(7, 8, 9)),
    });
    const packed = { gzip: Uint8Array.of(7, 8, 9), bytes: 900 };
    expect(await assets.read("pack/tokenizer.json")).toEqual(packed);
    expect(read).toEqual([["pack/tokenizer.json", 3, 3]]);
  });

  it("are read once where they were begun ahead", async () => {
    const { assets, read } = assetsWith(PARTS);
    assets.readAhead(["index"]);
    expect(await assets.read("index")).toHaveLength(5);
    expect(read).toHaveLength(2);
    expect(await assets.read("index")).toHaveLength(5);
    expect(read).toHaveLength(4);
  });

  it("begun ahead in vain fail for whoever asks, and can be read again", async () => {
    const scripts = { "index.0.js": PARTS["index.0.js"] };
    const { assets } = assetsWith(scripts);
    assets.readAhead(["index", "pack/pack.json"]);
    await expect(assets.read("index")).rejects.toThrow(AssetError);
    Object.assign(scripts, PARTS);
    expect(await assets.read("index")).toHaveLength(5);
  });

  it("can be read again", async () => {
    const { assets } = assetsWith(PARTS);
    await assets.read("index");
    expect(await assets.read("index")).toHaveLength(5);
  });

  it("fail when a script is missing", async () => {
    const { assets } = assetsWith({ "index.0.js": PARTS["index.0.js"] });
    await expect(assets.read("index")).rejects.toThrow(AssetError);
  });

  it("fail when a script is cut short and so never calls", async () => {
    const { assets } = assetsWith({ ...PARTS, "index.1.js": () => undefined });
    await expect(assets.read("index")).rejects.toThrow(/damaged.*index\.1\.js/);
  });

  it("fail when the whole is not as long as it was", async () => {
    const { assets } = assetsWith({
      "pack.js": ({ doorway }) => doorway.asset("pack/pack.json", 0, 1, base64(1, 2, 3)),
    });
    await expect(assets.read("pack/pack.json")).rejects.toThrow(/damaged.*pack\.json/);
  });

  it("fail when the build has none of that name", async () => {
    const { assets } = assetsWith({});
    await expect(assets.read("ort/webgpu")).rejects.toThrow(/built without.*ort\/webgpu/);
  });
});
