import { appendFileSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { Script } from "node:vm";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import webpack from "webpack";
import type { AssetName } from "../../src/contract/engine.ts";
import { IndexPackMismatchError, PackError } from "../../src/contract/errors.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import { PART_BYTES, decodeLetters } from "../../src/panel/loading/letters.ts";
import type { AssetFile } from "../../tools/build/asset-scripts.ts";
import { SizeBudget } from "../../tools/build/budget.ts";
import { browserScript } from "../../tools/build/browser-script.ts";
import { configurations } from "../../tools/build/configurations.ts";
import { ROOT, buildInputs, type BuildInputs } from "../../tools/build/inputs.ts";
import { toyInputs, toyIndex } from "./toy-inputs.ts";

const run = (all: webpack.Configuration[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    webpack(all, (error, stats) => {
      if (error !== null) reject(error);
      else resolve(stats?.toJson({ all: false, errors: true }).errors?.map((e) => e.message) ?? []);
    });
  });

describe("a build", () => {
  let inputs: BuildInputs;
  const built = (file: string): string => readFileSync(join(inputs.distFolder, file), "utf8");
  const assets = () => JSON.parse(built("assets.json")) as Record<string, AssetFile>;
  /** What the scripts of an asset carry, unpacked. */
  const asset = (name: AssetName): Buffer => {
    const { scripts: parts = [], bytes = 0, gzipBytes = null } = assets()[name] ?? {};
    const whole = Buffer.alloc(gzipBytes ?? bytes);
    parts.forEach((script, part) => {
      const [, letters = ""] = /,"([^"]*)"\);/.exec(built(`page/${script}`)) ?? [];
      decodeLetters(letters, whole.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
    });
    return gzipBytes === null ? whole : gunzipSync(whole);
  };
  const worker = ["worker/engine.js", "worker/media.js", "worker/transformers.js"];
  const scripts = ["demo.js", "page/needledrop.js", ...worker, "plugin/index.js"];

  beforeAll(async () => {
    inputs = await toyInputs();
    expect(await run(await configurations(inputs))).toEqual([]);
  });
  afterAll(() => rmSync(dirname(inputs.distFolder), { recursive: true }));

  /** Scripts that carry an asset of the page, or audio of the demo. */
  const CARRIERS = /^(page\/assets\/.*\.\d+|demo-audio\/.*)\.js$/;

  it("makes one script for each place, without maps, evaluation or further scripts", () => {
    const all = readdirSync(inputs.distFolder, { recursive: true, encoding: "utf8" });
    const code = all
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".js") && !CARRIERS.test(file));
    expect(code.sort()).toEqual([...scripts].sort());
    expect(all.filter((file) => file.endsWith(".map"))).toEqual([]);
    for (const file of scripts) {
      expect(built(file)).not.toMatch(/sourceMappingURL=(?!\$)|\beval\(/);
    }
  });

  it("names no folder of the machine it ran on", () => {
    for (const file of [...scripts, "demo.html", "page/index.html", "assets.json"]) {
      for (const path of [ROOT, homedir(), dirname(inputs.distFolder)]) {
        expect(built(file).includes(path), `${path} in ${file}`).toBe(false);
      }
    }
  });

  it("carries the scripts of the worker as assets, and nothing to hear files in the engine's", () => {
    for (const name of ["engine", "media", "transformers"] as const) {
      expect(asset(`script/${name}`).toString()).toBe(built(`worker/${name}.js`));
      expect(() => new Script(built(`worker/${name}.js`))).not.toThrow();
    }
    // What tags are called in MP3 files.
    expect(built("worker/media.js")).toContain("TXXX");
    expect(built("worker/engine.js")).not.toContain("TXXX");
  });

  it("ships transformers.js without a runtime of its own", () => {
    expect(built("worker/transformers.js").length).toBeLessThan(700_000);
  });

  it("lists every asset as it is in the panel's script", () => {
    for (const { sha256 } of Object.values(assets())) {
      expect(built("page/needledrop.js")).toContain(sha256);
    }
  });

  it("forbids its pages everything that they do not need", () => {
    for (const file of ["page/index.html", "demo.html"]) {
      const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(built(file)) ?? [];
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'none'");
      expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
      expect(built(file)).not.toMatch(/<script>|type="module"/);
    }
  });

  it("ships the licence of every package that any script holds", () => {
    const notices = built("page/THIRD-PARTY.txt");
    for (const name of ["comlink", "idb", "lit", "onnxruntime-web", "valibot"]) {
      expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(.+\\)$`, "m"));
    }
    // Of copyleft licences, only the Lesser one, of what the decoders contain; see `CONTAINED`.
    expect(notices).not.toMatch(/^\S+ [\d.]+ \(.*GPL.*\)$/m);
    expect(notices).not.toMatch(/^\s*GNU (AFFERO )?GENERAL PUBLIC LICENSE$/m);
    expect(notices).toContain("It contains mpg123");
  });

  it("keeps the names of error classes, which reports show", () => {
    expect(built("worker/engine.js")).toContain('"EmptyQueryError"');
  });

  it("ships one index of all tracks, with or without audio", async () => {
    const pack = await loadPack(diskAssets({ pack: inputs.packFolder }));
    const { tracks } = readIndex(new Uint8Array(asset("index")), pack);
    expect(tracks.map(({ id, audio }) => [id, audio.kind])).toEqual([
      ["far", "remote"],
      ["first", "bundled"],
      ["second", "bundled"],
    ]);
  });

  it("ships the audio that the index lists, and no other", () => {
    expect(readdirSync(join(inputs.distFolder, "page/audio")).sort()).toEqual([
      "first.mp3",
      "second.mp3",
    ]);
  });
});

describe("a build that cannot be", () => {
  let inputs: BuildInputs;
  beforeEach(async () => {
    inputs = await toyInputs();
  });
  afterEach(() => rmSync(dirname(inputs.distFolder), { recursive: true }));

  it.each([
    ["packFolder", /model pack is missing.*NEEDLEDROP_PACK/],
    ["audioFolder", /audio is missing.*npm run originals/],
  ] as const)("says what is missing and how to make it: %s", async (key, message) => {
    const without = { ...inputs, [key]: join(inputs.distFolder, "nowhere") };
    await expect(configurations(without)).rejects.toThrow(message);
  });

  it("says which index is missing and how to make it", async () => {
    const nowhere = join(inputs.distFolder, "nowhere.ndx");
    const without = { ...inputs, indexFiles: [...inputs.indexFiles, nowhere] };
    await expect(configurations(without)).rejects.toThrow(
      /index is missing.*nowhere\.ndx.*index:originals/,
    );
  });

  it("refuses an index of another pack, an altered pack and a track without audio", async () => {
    const [here = ""] = inputs.indexFiles;
    const index = await toyIndex(["first"]);
    index[40] = 255 - (index[40] ?? 0);
    writeFileSync(here, index);
    await expect(configurations(inputs)).rejects.toThrow(IndexPackMismatchError);
    writeFileSync(here, await toyIndex(["third"]));
    await expect(configurations(inputs)).rejects.toThrow(/audio is missing.*audio\/third\.mp3/);
    const packFolder = join(inputs.audioFolder, "pack");
    cpSync(inputs.packFolder, packFolder, { recursive: true });
    appendFileSync(join(packFolder, "text.onnx"), "one more");
    await expect(configurations({ ...inputs, packFolder })).rejects.toThrow(PackError);
  });

  it("fails when a script outgrows its budget, and says why", async () => {
    const base = browserScript("src/demo/timecode.ts", inputs.distFolder, "small.js");
    const plugins = [...(base.plugins ?? []), new SizeBudget("small.js", 10)];
    const [error] = await run([{ ...base, plugins }]);
    expect(error).toMatch(/small\.js has \d+ bytes gzipped, more than its budget of 10/);
  });
});

it("takes pack, index, audio and target from the environment", () => {
  const inputs = buildInputs({ NEEDLEDROP_PACK: "/packs/other", NEEDLEDROP_DIST: "out" });
  expect(inputs.packFolder).toMatch(/packs[\\/]other$/);
  expect(inputs.distFolder).toBe(join(ROOT, "out"));
  expect(inputs.indexFiles).toEqual([
    join(ROOT, "catalogue/originals/index.ndx"),
    join(ROOT, "catalogue/incompetech/index.ndx"),
  ]);
  const { indexFiles } = buildInputs({ NEEDLEDROP_INDEX: ["/a.ndx", "b.ndx"].join(delimiter) });
  expect(indexFiles).toEqual([resolve("/a.ndx"), join(ROOT, "b.ndx")]);
});
