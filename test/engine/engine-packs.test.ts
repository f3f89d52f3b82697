import "fake-indexeddb/auto";
import { expose, proxy, wrap } from "comlink";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Engine, LoadOptions } from "../../src/contract/engine.ts";
import { connectEngine } from "../../src/contract/connect-engine.ts";
import type { RemoteEngine } from "../../src/contract/remote-engine.ts";
import { serveEngine } from "../../src/contract/serve-engine.ts";
import { HostError, PackError } from "../../src/contract/errors.ts";
import type { FolderProgress } from "../../src/contract/folder.ts";
import { loadPack } from "../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { openTextTower } from "../../src/engine/open.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { CACHE_NAME } from "../../src/engine/store/index-cache.ts";
import { LIBRARY_NAME, openLibraryStore } from "../../src/engine/store/library-store.ts";
import { openPackStore, PACKS_NAME } from "../../src/engine/store/pack-store.ts";
import { clapFolder } from "./encode/toy-clap.ts";
import { music, type ToyFolder } from "./toy-folder.ts";
import { sourceOf, toyAssets, track } from "./toy.ts";

interface Bundle {
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly options: LoadOptions;
}
let bundle: Bundle;
/** The same weights as a newer version, so with another pack.json. */
let newer: Bundle;
const ports: MessagePort[] = [];

async function bundleOf(changes: Record<string, unknown>): Promise<Bundle> {
  const plain = await toyAssets();
  const manifest = new TextDecoder().decode(plain.get("pack/pack.json"));
  const json = JSON.stringify({ ...(JSON.parse(manifest) as object), ...changes });
  const packJson = new TextEncoder().encode(json);
  const withPack = await toyAssets({ "pack/pack.json": packJson });
  const pack = await loadPack(sourceOf(withPack));
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const sections = [{ start: 0, end: 10, embedding: await tower.embed("calm piano") }];
  const index = writeIndex(pack, [
    { track: track("bundled"), peaks: new Uint8Array(256), sections },
  ]);
  const assets = await toyAssets({ "pack/pack.json": packJson, index });
  return { assets, options: { device: "wasm", indexHash: await sha256(index) } };
}

beforeAll(async () => {
  bundle = await bundleOf({});
  newer = await bundleOf({ version: "0.0.2" });
});

afterEach(async () => {
  ports.splice(0).forEach((port) => port.close());
  await Promise.all([LIBRARY_NAME, CACHE_NAME, PACKS_NAME].map((name) => deleteDB(name)));
});

/** An engine that has loaded, as the panel sees it: through Comlink and a real structured clone. */
async function started({ assets, options }: Bundle = bundle): Promise<Engine> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(serveEngine(createEngine(nodeRuntime())), port1);
  const engine = connectEngine(wrap<RemoteEngine>(port2), proxy);
  await engine.load(sourceOf(assets), options);
  return engine;
}

async function answer(engine: Engine): Promise<{ pack: string; ids: string[] }> {
  const { pack, results } = await engine.search({ query: "calm piano", limit: 100 });
  return { pack, ids: results.map(({ track: { id } }) => id).sort() };
}

const ALL = ["bundled", "mine/a.wav", "mine/b.wav", "mine/c.wav"];
const BOTH_PACKS = /^toy-pack@0\.0\.1 \+ toy-clap@/;

describe("an engine with a pack that the editor added", () => {
  it("embeds folders with it, too, and searches with both packs, also after a restart", async () => {
    const engine = await started();
    expect(await engine.packs()).toEqual([]);
    await engine.updateFolder(music());
    const shares: number[] = [];
    const added = await engine.addPack(await clapFolder(), (done) => shares.push(done));
    expect(added).toMatchObject({ licence: "Apache-2.0", tracks: 0 });
    expect(added.id).toMatch(/^toy-clap@/);
    expect(await engine.folders()).toMatchObject([{ tracks: 3, waiting: 3 }]);
    await expect.poll(() => shares.at(-1)).toBe(1);
    expect((await answer(engine)).pack).toBe("toy-pack@0.0.1");

    const told: FolderProgress[] = [];
    const report = await engine.updateFolder(music(), (progress) => told.push(progress));
    expect(report).toMatchObject({ embedded: 0, folder: { tracks: 3 } });
    await expect.poll(() => told.at(-1)).toEqual({ done: 3, total: 3, pack: added.id });
    await expect.poll(async () => (await answer(engine)).pack).toMatch(BOTH_PACKS);
    expect((await answer(engine)).ids).toEqual(ALL);
    expect((await engine.packs())[0]).toMatchObject({ tracks: 3 });
    expect((await engine.folders())[0]).not.toHaveProperty("waiting");
    expect(await engine.peaks("mine/a.wav")).toHaveLength(256);

    const next = await started();
    await expect.poll(async () => (await answer(next)).pack).toMatch(BOTH_PACKS);
    expect((await answer(next)).ids).toEqual(ALL);
    expect(await next.packs()).toEqual(await engine.packs());
  });

  it("answers with the pack that ships while the new one embeds, and goes on after a stop", async () => {
    const engine = await started();
    await engine.updateFolder(music());
    await engine.addPack(await clapFolder());
    const folder = music();
    const answers: Promise<{ pack: string; ids: string[] }>[] = [];
    folder.onRead = (name) => {
      answers.push(answer(engine));
      if (name === "b.wav") void engine.stopFolder("mine");
    };
    expect(await engine.updateFolder(folder)).toMatchObject({ stopped: true });
    expect(answers.length).toBeGreaterThan(1);
    for (const { ids } of await Promise.all(answers)) expect(ids).toEqual(ALL);

    const next = await started();
    const rest = music();
    await next.updateFolder(rest);
    expect(rest.begun).not.toContain("a.wav");
    expect(rest.begun).toContain("c.wav");
    expect((await next.packs())[0]).toMatchObject({ tracks: 3 });
  });

  it("forgets it with all that it embedded", async () => {
    const engine = await started();
    const { hash } = await engine.addPack(await clapFolder());
    await engine.updateFolder(music());
    await engine.removePack(hash);
    expect(await engine.packs()).toEqual([]);
    expect(await answer(engine)).toEqual({ pack: "toy-pack@0.0.1", ids: ALL });
    const store = await openPackStore();
    await expect(store.read(hash, "config.json")).rejects.toMatchObject({ code: "storage" });
    store.close();
    const library = await openLibraryStore();
    const parts: number[] = [];
    for await (const { key } of library.parts("mine")) parts.push(key);
    expect(parts).toHaveLength(1);
    library.close();
  });

  it("takes the same pack once, and refuses what is none, by its class", async () => {
    const engine = await started();
    await engine.addPack(await clapFolder());
    await engine.addPack(await clapFolder());
    expect(await engine.packs()).toHaveLength(1);
    const broken = engine.addPack(await clapFolder({ "onnx/audio_model.onnx": "no graph" }));
    await expect(broken).rejects.toBeInstanceOf(PackError);
    const gone = new HostError({ what: "The drive is gone.", input: "x", next: "Plug it in." });
    const unreadable = { ...(await clapFolder()), read: () => Promise.reject(gone) };
    await expect(engine.addPack(unreadable)).rejects.toMatchObject({ what: "The drive is gone." });
    expect(await engine.packs()).toHaveLength(1);
  });

  it("says why a pack whose files are gone cannot be used, and searches without it", async () => {
    const engine = await started();
    const { hash } = await engine.addPack(await clapFolder());
    await engine.updateFolder(music());
    const db = await openDB(PACKS_NAME);
    await db.delete("files", [hash, "onnx/text_model.onnx"]);
    db.close();
    const next = await started();
    await expect
      .poll(async () => (await next.packs())[0]?.problem)
      .toContain("A file of an added pack is gone.");
    expect(await answer(next)).toEqual({ pack: "toy-pack@0.0.1", ids: ALL });
  });
});

describe("a new version of the pack that ships", () => {
  const stale = async (engine: Engine) => (await engine.folders()).map((folder) => folder.stale);

  it("knows the tracks of folders, says that they must be embedded anew, and does so", async () => {
    await (await started()).updateFolder(music());
    const engine = await started(newer);
    expect(await engine.folders()).toEqual([{ id: "mine", name: "My music", tracks: 0, stale: 3 }]);
    expect((await answer(engine)).ids).toEqual(["bundled"]);
    const report = await engine.updateFolder(music());
    expect(report).toMatchObject({ embedded: 3, folder: { tracks: 3 } });
    expect(await stale(engine)).toEqual([undefined]);
    expect((await answer(engine)).ids).toEqual(ALL);
    expect(await stale(await started(newer))).toEqual([undefined]);
  });

  it("loses no track when it is stopped half-way, or when a file is away", async () => {
    await (await started()).updateFolder(music());
    const engine = await started(newer);
    const folder = music();
    folder.onRead = (name) => {
      if (name === "a.wav") void engine.stopFolder("mine");
    };
    await engine.updateFolder(folder);
    expect((await stale(engine))[0]).toBeGreaterThan(0);

    const next = await started(newer);
    expect((await stale(next))[0]).toBeGreaterThan(0);
    const without = music();
    without.files.delete("c.wav");
    expect(await next.updateFolder(without)).toMatchObject({ folder: { tracks: 2, stale: 1 } });
    expect(await stale(await started(newer))).toEqual([1]);

    const back: ToyFolder = music();
    expect(await next.updateFolder(back)).toMatchObject({ folder: { tracks: 3 } });
    expect(await stale(await started(newer))).toEqual([undefined]);
  });

  it("still searches with the old version where that was added as a pack", async () => {
    const engine = await started();
    await engine.updateFolder(music());
    const assets = sourceOf(bundle.assets);
    const files = ["pack.json", "text.onnx", "audio.onnx", "tokenizer.json", "vocabulary.json"];
    const read = (file: string) => assets.read(`pack/${file}`);
    const next = await started(newer);
    await next.addPack({ name: "old", files, read });
    await expect
      .poll(async () => (await answer(next)).pack)
      .toBe("toy-pack@0.0.2 + toy-pack@0.0.1");
    expect((await answer(next)).ids).toEqual(ALL);
    // What the old version embedded stays its own while the new one embeds.
    await next.updateFolder(music());
    const last = await started(newer);
    expect(await last.packs()).toMatchObject([{ id: "toy-pack@0.0.1", tracks: 3 }]);
    expect(await last.folders()).toEqual([{ id: "mine", name: "My music", tracks: 3 }]);
  });
});
