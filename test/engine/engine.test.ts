import { beforeAll, describe, expect, it } from "vitest";
import {
  type AssetSource,
  type Engine,
  type LoadOptions,
  type LoadProgress,
} from "../../src/contract/engine.ts";
import { RESULT_LIMIT } from "../../src/contract/search.ts";
import { DeviceError, EmptyQueryError, PackError, UsageError } from "../../src/contract/errors.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { openTextTower } from "../../src/engine/open.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { remote, sourceOf, toyAssets, toyPack, track } from "./toy.ts";

const WORDS = [
  "calm piano",
  "dark drums",
  "happy banjo",
  "jazz flute",
  "slow strings",
  "80s synth",
];

let assets: Map<string, Uint8Array>;
let options: LoadOptions;

beforeAll(async () => {
  const pack = await toyPack();
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const entries = [];
  for (const words of WORDS) {
    const embedding = await tower.embed(words);
    const sections = [{ start: 0, end: 1, embedding }];
    entries.push({ track: track(words), peaks: Uint8Array.of(1, 2, 3), sections });
  }
  const index = writeIndex(pack, entries);
  assets = await toyAssets({ index });
  options = { device: "wasm", indexHash: await sha256(index) };
});

async function loadedEngine(): Promise<Engine> {
  const engine = createEngine(nodeRuntime());
  await engine.load(sourceOf(assets), options);
  return engine;
}

describe("loading", () => {
  it("describes what was loaded", async () => {
    const engine = createEngine(nodeRuntime());
    expect(await engine.load(sourceOf(assets), options)).toMatchObject({
      pack: "toy-pack@0.0.1",
      packLicence: "CC-BY-SA-4.0",
      dimension: 8,
      device: "wasm",
      tracks: 6,
      localTracks: 6,
      sections: 6,
      index: { from: "bundle", cacheProblem: "This place has no IndexedDB." },
    });
  });

  it("reports progress that only grows and ends with ready", async () => {
    const told: LoadProgress[] = [];
    await createEngine(nodeRuntime()).load(sourceOf(assets), options, (p) => told.push(p));
    const done = told.map((progress) => progress.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(told[0]).toEqual({ stage: "runtime", done: 0 });
    expect(told.at(-1)).toEqual({ stage: "ready", done: 1 });
  });

  it("is shared by all who ask for the same", async () => {
    const read: string[] = [];
    const counting: AssetSource = {
      read: (name) => {
        read.push(name);
        return sourceOf(assets).read(name);
      },
    };
    const engine = createEngine(nodeRuntime());
    const [first, second] = await Promise.all([
      engine.load(counting, options),
      engine.load(counting, options),
    ]);
    await engine.load(counting, options);
    expect(second).toBe(first);
    expect(read.length).toBe(new Set(read).size);
  });

  it("can be tried again after it failed", async () => {
    const engine = createEngine(nodeRuntime());
    const broken = new Map(assets).set("pack/text.onnx", new Uint8Array(3));
    await expect(engine.load(sourceOf(broken), options)).rejects.toBeInstanceOf(PackError);
    expect(await engine.load(sourceOf(assets), options)).toMatchObject({ tracks: 6 });
  });

  it("keeps what was loaded when a later load with other options fails", async () => {
    const engine = await loadedEngine();
    await expect(
      engine.load(sourceOf(assets), { ...options, indexHash: "0".repeat(64) }),
    ).rejects.toMatchObject({ code: "asset" });
    const answer = await engine.search({ query: "calm piano", limit: 1 });
    expect(answer.results[0]?.track.id).toBe("calm piano");
  });

  it("says so when WebGPU is asked for where there is none", async () => {
    const load = createEngine(nodeRuntime()).load(sourceOf(assets), {
      ...options,
      device: "webgpu",
    });
    await expect(load).rejects.toBeInstanceOf(DeviceError);
    await expect(load).rejects.toThrow('Use the device "wasm"');
  });
});

describe("search", () => {
  it("finds each text's own track first and says where it fits", async () => {
    const engine = await loadedEngine();
    for (const words of WORDS) {
      const answer = await engine.search({ query: words, limit: 3 });
      expect(answer.results.map((result) => result.rank)).toEqual([1, 2, 3]);
      expect(answer.results[0]?.track.id).toBe(words);
      const scores = answer.results.map((result) => result.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(answer.results[0]?.section).toEqual({ start: 0, end: 1 });
      expect(answer).toMatchObject({
        request: { query: words },
        pack: "toy-pack@0.0.1",
        device: "wasm",
      });
      expect(answer.ms.load).toBe(0);
    }
  });

  it("keeps answers apart when searches overlap", async () => {
    const engine = createEngine(nodeRuntime());
    const loading = engine.load(sourceOf(assets), options);
    const answers = await Promise.all(WORDS.map((query) => engine.search({ query, limit: 1 })));
    await loading;
    expect(answers.map((answer) => answer.results[0]?.track.id)).toEqual(WORDS);
  });

  it.each(["", "   \n\t", "\u200b\u200d", "\ud83c", " ".repeat(100_000)])(
    "refuses a query that holds nothing (%j)",
    async (query) => {
      const engine = await loadedEngine();
      await expect(engine.search({ query, limit: 3 })).rejects.toBeInstanceOf(EmptyQueryError);
    },
  );

  it.each([
    ["100,000 characters", "calm piano ".repeat(9091)],
    ["one word of 100,000 characters", "a".repeat(100_000)],
    ["emoji", "🎻🎹🥁 😀"],
    ["emoji cut in the middle", `a${"🎻".repeat(2000)}`],
    ["right-to-left text", "موسيقى هادئة للمساء"],
    ["markup", "<script>alert(1)</script>"],
    ["the model's own marks", "[SEP] [CLS] [PAD] calm"],
  ])("answers %s", async (_, query) => {
    const engine = await loadedEngine();
    const answer = await engine.search({ query, limit: 100 });
    expect(answer.results).toHaveLength(WORDS.length);
    expect(answer.results.every((result) => Number.isFinite(result.score))).toBe(true);
    expect(answer.request).toEqual({ query, limit: 100 });
  });

  describe("over tracks that are not all here", () => {
    let mixed: Engine;
    beforeAll(async () => {
      const pack = await toyPack();
      const tower = await openTextTower({ pack, runtime: nodeRuntime() });
      const entries = [];
      for (const words of WORDS) {
        const sections = [{ start: 0, end: 90, embedding: await tower.embed(words) }];
        const about = /piano|drums/.test(words) ? track(words) : remote(words);
        entries.push({ track: about, peaks: new Uint8Array(0), sections });
      }
      const index = writeIndex(pack, entries);
      mixed = createEngine(nodeRuntime());
      const source = sourceOf(await toyAssets({ index }));
      const info = await mixed.load(source, { ...options, indexHash: await sha256(index) });
      expect(info).toMatchObject({ tracks: 6, localTracks: 2 });
    });

    it("finds all of them, metadata as a whole track", async () => {
      const { results } = await mixed.search({ query: "happy banjo", limit: 10 });
      expect(results.map(({ track: { id } }) => id).sort()).toEqual([...WORDS].sort());
      const banjo = results.find(({ track: { id } }) => id === "happy banjo");
      expect(banjo).toMatchObject({
        track: { audio: { kind: "remote", page: "https://example.com/far" } },
        section: { start: 0, end: 90 },
      });
    });

    it("finds only those that are here, if asked, in the order they had", async () => {
      const query = "happy banjo";
      const all = await mixed.search({ query, limit: 10 });
      const here = await mixed.search({ query, limit: 10, filters: { playable: true } });
      const local = all.results.filter(({ track: { audio } }) => audio.kind !== "remote");
      expect(here.results.map(({ track: { id } }) => id)).toEqual(local.map((r) => r.track.id));
      expect(here.results.map(({ rank }) => rank)).toEqual([1, 2]);
    });
  });

  it("finds nothing, which is an answer, where nothing is here", async () => {
    const pack = await toyPack();
    const embedding = new Float32Array(pack.dimension).fill(1 / Math.sqrt(pack.dimension));
    const sections = [{ start: 0, end: 9, embedding }];
    const index = writeIndex(pack, [
      { track: remote("far", { evidence: "audio" }), peaks: new Uint8Array(0), sections },
    ]);
    const engine = createEngine(nodeRuntime());
    const load = { ...options, indexHash: await sha256(index) };
    await engine.load(sourceOf(await toyAssets({ index })), load);
    const answer = await engine.search({ query: "calm", limit: 5, filters: { playable: true } });
    expect(answer.results).toEqual([]);
  });

  it.each([0, RESULT_LIMIT + 1, 1.5, NaN])("refuses a limit of %d", async (limit) => {
    const engine = await loadedEngine();
    await expect(engine.search({ query: "calm", limit })).rejects.toBeInstanceOf(UsageError);
  });

  it("before any load says that nothing is loaded", async () => {
    const search = createEngine(nodeRuntime()).search({ query: "calm", limit: 1 });
    await expect(search).rejects.toBeInstanceOf(UsageError);
  });
});

describe("peaks", () => {
  it("gives a track's own", async () => {
    expect(await (await loadedEngine()).peaks("jazz flute")).toEqual(Uint8Array.of(1, 2, 3));
  });

  it("says so when there is no such track", async () => {
    await expect((await loadedEngine()).peaks("nobody")).rejects.toBeInstanceOf(UsageError);
  });
});
