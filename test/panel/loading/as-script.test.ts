import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { AssetError } from "../../../src/contract/errors.ts";
import { asScript } from "../../../src/panel/loading/as-script.ts";

const CODE = "globalThis.ran = true;";

describe("an asset as a script", () => {
  it.each([
    ["as it is", new Uint8Array(Buffer.from(CODE))],
    ["packed", { gzip: new Uint8Array(gzipSync(CODE)), bytes: CODE.length }],
  ])("holds what the asset holds, %s", async (_, asset) => {
    const script = await asScript(asset, "script/engine");
    expect(script.type).toBe("text/javascript");
    expect(await script.text()).toBe(CODE);
  });

  it("is refused where the asset is damaged", async () => {
    const torn = { gzip: new Uint8Array(gzipSync(CODE)).subarray(0, 12), bytes: CODE.length };
    await expect(asScript(torn, "script/engine")).rejects.toThrow(AssetError);
  });
});
