import { beforeAll, describe, expect, it } from "vitest";
import { DeviceError, IndexPackMismatchError, PackError } from "../../src/contract/errors.ts";
import type { Pack } from "../../src/engine/encode/pack.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import type { OpenRuntime } from "../../src/engine/encode/runtime.ts";
import type { SectionIndex } from "../../src/engine/index/section-index.ts";
import { indexOf } from "../../src/engine/index/entries.ts";
import { loadPack, openAudioTower, openSearcher, openTextTower } from "../../src/engine/open.ts";
import { remote, sourceOf, toyAssets, toyPack, track } from "./toy.ts";

const runtime = nodeRuntime();
let pack: Pack;

beforeAll(async () => {
  pack = await toyPack();
});

/** An index of tracks that are embedded where the tower puts their ids. */
async function indexed(...tracks: ReturnType<typeof track>[]): Promise<SectionIndex> {
  const tower = await openTextTower({ pack, runtime });
  const entries = [];
  for (const each of tracks) {
    const sections = [{ start: 0, end: 9, embedding: await tower.embed(each.id) }];
    entries.push({ track: each, peaks: new Uint8Array(0), sections });
  }
  return indexOf(pack, entries);
}

describe("openSearcher", () => {
  it("answers from all indexes as from one, and keeps the request with the answer", async () => {
    const indexes = [await indexed(track("calm piano")), await indexed(track("happy banjo"))];
    const searcher = await openSearcher({ pack, indexes, runtime });
    const request = { query: " happy banjo ", limit: 2 };
    const answer = await searcher.search(request);
    expect(answer).toMatchObject({ request, pack: pack.id, device: "wasm" });
    expect(answer.results.map((result) => result.track.id)).toEqual(["happy banjo", "calm piano"]);
    expect(searcher.index.tracks).toHaveLength(2);
    await searcher.release();
  });

  it("waits for indexes that are still being read", async () => {
    const indexes = indexed(track("calm piano"), remote("far")).then((index) => [index]);
    const searcher = await openSearcher({ pack, indexes, runtime });
    const here = await searcher.search({ query: "calm", limit: 9, filters: { playable: true } });
    expect(here.results.map((result) => result.track.id)).toEqual(["calm piano"]);
  });

  it("gives the files of the pack to the runtime, and runs where it was told", async () => {
    const asked: unknown[] = [];
    const watching: OpenRuntime = (device, assets) => {
      asked.push(device, assets);
      return runtime(device, assets);
    };
    await openTextTower({ pack, runtime: watching });
    expect(asked).toEqual(["wasm", pack.assets]);
    const opening = openTextTower({ pack, runtime: watching, device: "webgpu" });
    await expect(opening).rejects.toBeInstanceOf(DeviceError);
  });

  it("passes on what is wrong with an index, or with the pack", async () => {
    const other = { ...(await indexed(track("calm"))), pack: "other@1" };
    const mixed = [await indexed(track("calm")), other];
    await expect(openSearcher({ pack, indexes: mixed, runtime })).rejects.toBeInstanceOf(
      IndexPackMismatchError,
    );
    const broken = sourceOf(await toyAssets({ "pack/vocabulary.json": Uint8Array.of(1) }));
    const opening = openSearcher({
      pack: await loadPack(broken),
      indexes: [await indexed(track("calm"))],
      runtime,
    });
    await expect(opening).rejects.toBeInstanceOf(PackError);
  });
});

it("openAudioTower embeds audio section by section, in the space of the text tower", async () => {
  const tower = await openAudioTower({ pack, runtime });
  const sections = [];
  for await (const section of tower.embed([new Float32Array(2 * tower.sampleRate).fill(0.5)])) {
    sections.push(section);
  }
  expect(sections.length).toBeGreaterThan(1);
  expect(sections.every(({ embedding }) => embedding.length === pack.dimension)).toBe(true);
});
