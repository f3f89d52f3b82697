import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PART_BYTES, decodeLetters } from "../../src/panel/loading/letters.ts";
import { writeAssetScripts } from "../../tools/build/asset-scripts.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "needledrop-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (sources: Parameters<typeof writeAssetScripts>[0]) =>
  writeAssetScripts(sources, join(folder, "page"), join(folder, "assets.json"));

/** What a page would put together from the scripts of an asset that carries so many bytes. */
function decoded(scripts: readonly string[], length: number): Buffer {
  const whole = Buffer.alloc(length);
  const asset = (_name: string, part: number, letters: string): void =>
    decodeLetters(letters, whole.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
  for (const script of scripts) {
    runInNewContext(readFileSync(join(folder, "page", script), "utf8"), {
      __needledrop: { asset },
    });
  }
  return whole;
}

describe("asset scripts", () => {
  it.each([
    ["nothing", 0, 1],
    ["one byte", 1, 1],
    ["exactly a part", PART_BYTES, 1],
    ["a byte more than two parts", 2 * PART_BYTES + 1, 3],
  ])("carry %s whole", (_, length, parts) => {
    const bytes = randomBytes(length);
    const { index } = write({ index: bytes });
    expect(index?.scripts).toHaveLength(parts);
    expect(index).toMatchObject({ bytes: length, gzipBytes: null });
    expect(decoded(index?.scripts ?? [], length).equals(bytes)).toBe(true);
  });

  it("are packed where that makes them much smaller", () => {
    const bytes = new Uint8Array(2 * PART_BYTES).fill(7);
    const { index } = write({ index: bytes });
    const packed = decoded(index?.scripts ?? [], index?.gzipBytes ?? 0);
    expect(index).toMatchObject({ bytes: bytes.length, gzipBytes: packed.length });
    expect(gunzipSync(packed).equals(bytes)).toBe(true);
  });

  it("are left alone while their source is the same, and written anew when it changes", () => {
    const sources = {
      index: Uint8Array.of(1),
      "pack/pack.json": Uint8Array.of(2),
    };
    write(sources);
    const marker = "// untouched";
    for (const script of ["assets/index.0.js", "assets/pack-pack.json.0.js"]) {
      writeFileSync(join(folder, "page", script), marker);
    }
    const after = write({ ...sources, index: Uint8Array.of(3) });
    expect(decoded(after["index"]?.scripts ?? [], 1)).toEqual(Buffer.of(3));
    expect(readFileSync(join(folder, "page/assets/pack-pack.json.0.js"), "utf8")).toBe(marker);
  });

  it("are written anew when one is missing or the record is torn", () => {
    const sources = { index: Uint8Array.of(1) };
    write(sources);
    rmSync(join(folder, "page/assets/index.0.js"));
    expect(decoded(write(sources)["index"]?.scripts ?? [], 1)).toEqual(Buffer.of(1));
    writeFileSync(join(folder, "assets.json"), "{ torn");
    writeFileSync(join(folder, "page/assets/index.0.js"), "// old");
    expect(decoded(write(sources)["index"]?.scripts ?? [], 1)).toEqual(Buffer.of(1));
  });

  it("are written anew when an older build carried them in another way", () => {
    const sources = { index: Uint8Array.of(1) };
    const { index } = write(sources);
    for (const coding of [undefined, "base64"]) {
      const before = { ...index, coding };
      writeFileSync(join(folder, "assets.json"), JSON.stringify({ index: before }));
      writeFileSync(join(folder, "page/assets/index.0.js"), "// base64");
      expect(decoded(write(sources)["index"]?.scripts ?? [], 1)).toEqual(Buffer.of(1));
    }
  });

  it("of assets that are gone are removed, and so is what an older build left", () => {
    write({ index: Uint8Array.of(1) });
    writeFileSync(join(folder, "page/assets/engine.js"), "");
    write({ "pack/pack.json": Uint8Array.of(2) });
    expect(readdirSync(join(folder, "page/assets"))).toEqual(["pack-pack.json.0.js"]);
  });
});
