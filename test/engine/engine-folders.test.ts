import "fake-indexeddb/auto";
import { expose, proxy, wrap } from "comlink";
import { deleteDB } from "idb";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Engine, LoadOptions } from "../../src/contract/engine.ts";
import { connectEngine } from "../../src/contract/connect-engine.ts";
import type { RemoteEngine } from "../../src/contract/remote-engine.ts";
import { serveEngine } from "../../src/contract/serve-engine.ts";
import { HostError, StorageError } from "../../src/contract/errors.ts";
import type { FolderProgress } from "../../src/contract/folder.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { writeIndex } from "../../src/engine/index/writer.ts";
import { openTextTower } from "../../src/engine/open.ts";
import { sha256 } from "../../src/engine/sha256.ts";
import { CACHE_NAME } from "../../src/engine/store/index-cache.ts";
import { LIBRARY_NAME } from "../../src/engine/store/library-store.ts";
import { music, tone } from "./toy-folder.ts";
import { sourceOf, toyAssets, toyPack, track } from "./toy.ts";

let assets: Map<string, Uint8Array>;
let options: LoadOptions;
const ports: MessagePort[] = [];

beforeAll(async () => {
  const pack = await toyPack();
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const sections = [{ start: 0, end: 10, embedding: await tower.embed("calm piano") }];
  const index = writeIndex(pack, [
    { track: track("bundled"), peaks: new Uint8Array(256), sections },
  ]);
  assets = await toyAssets({ index });
  options = { device: "wasm", indexHash: await sha256(index) };
});

afterEach(async () => {
  ports.splice(0).forEach((port) => port.close());
  await Promise.all([deleteDB(LIBRARY_NAME), deleteDB(CACHE_NAME)]);
});

/** An engine that has loaded, as the panel sees it: through Comlink and a real structured clone. */
async function started(): Promise<Engine> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(serveEngine(createEngine(nodeRuntime())), port1);
  const engine = connectEngine(wrap<RemoteEngine>(port2), proxy);
  await engine.load(sourceOf(assets), options);
  return engine;
}

async function found(engine: Engine, localOnly = false): Promise<string[]> {
  const { results } = await engine.search({
    query: "calm piano",
    limit: 100,
    filters: { playable: localOnly },
  });
  return results.map(({ track: { id } }) => id).sort();
}

const BOTH = ["bundled", "mine/a.wav", "mine/b.wav", "mine/c.wav"];

describe("an engine with the editor's own folders", () => {
  it("finds their tracks beside the bundled ones, with waveforms, also after a restart", async () => {
    const engine = await started();
    expect(await engine.folders()).toEqual([]);
    expect(await found(engine)).toEqual(["bundled"]);
    const told: FolderProgress[] = [];
    const report = await engine.updateFolder(music(), (progress) => told.push(progress));
    expect(report).toMatchObject({ embedded: 3, folder: { id: "mine", tracks: 3 } });
    await expect.poll(() => told.at(-1)).toEqual({ done: 3, total: 3 });
    expect(await found(engine)).toEqual(BOTH);
    expect(Math.max(...(await engine.peaks("mine/a.wav")))).toBeGreaterThan(0);

    const next = await started();
    // What ships can be searched before the folders are read.
    expect(await next.folders()).toEqual([report.folder]);
    expect(await found(next)).toEqual(BOTH);
  });

  it("searches while a folder is read", async () => {
    const engine = await started();
    const answers: Promise<string[]>[] = [];
    const folder = music();
    folder.onRead = () => void answers.push(found(engine));
    await engine.updateFolder(folder);
    expect(answers.length).toBeGreaterThan(2);
    expect(new Set((await Promise.all(answers)).map(([first]) => first))).toEqual(
      new Set(["bundled"]),
    );
  });

  it("does not offer a track whose file is gone, and forgets a folder", async () => {
    const engine = await started();
    const folder = music();
    await engine.updateFolder(folder);
    folder.files.delete("b.wav");
    expect(await engine.updateFolder(folder)).toMatchObject({ missing: ["b.wav"] });
    expect(await found(engine)).toEqual(BOTH.filter((id) => id !== "mine/b.wav"));
    await engine.removeFolder("mine");
    expect(await found(engine)).toEqual(["bundled"]);
  });

  it("tells what the page says of a folder that it cannot read", async () => {
    const engine = await started();
    const gone = new HostError({
      what: "The drive is gone.",
      input: "/music",
      next: "Plug it in.",
    });
    const folder = { ...music(), list: () => Promise.reject(gone) };
    const update = engine.updateFolder(folder);
    await expect(update).rejects.toBeInstanceOf(HostError);
    await expect(update).rejects.toMatchObject({ what: gone.what, next: gone.next });
  });

  it("stops when it is told to", async () => {
    const engine = await started();
    const folder = music();
    folder.onRead = (name) => {
      if (name === "a.wav") void engine.stopFolder("mine");
    };
    folder.files.set("d.wav", tone(6, 700));
    expect(await engine.updateFolder(folder)).toMatchObject({ stopped: true });
  });

  it("still finds what ships where nothing can be kept, and says so of the rest", async () => {
    const { indexedDB } = globalThis;
    Object.assign(globalThis, { indexedDB: undefined });
    try {
      const engine = await started();
      expect(await found(engine)).toEqual(["bundled"]);
      await expect(engine.folders()).rejects.toBeInstanceOf(StorageError);
      await expect(engine.updateFolder(music())).rejects.toBeInstanceOf(StorageError);
    } finally {
      Object.assign(globalThis, { indexedDB });
    }
  });
});
