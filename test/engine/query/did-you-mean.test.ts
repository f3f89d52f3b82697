import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../../../src/cli/assets.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
import { loadPack, openSearcher, type OpenedSearcher } from "../../../src/engine/open.ts";

let searcher: OpenedSearcher;

beforeAll(async () => {
  const pack = await loadPack(diskAssets({ pack: DEFAULT_PACK }));
  const indexes = await readIndexes(DEFAULT_INDEXES, pack);
  searcher = await openSearcher({ pack, indexes, runtime: nodeRuntime() });
});

const suggestions = async (query: string, literal: readonly string[] = []) =>
  (await searcher.search({ query, limit: 1, literal })).didYouMean;

describe("what could have been meant", () => {
  it.each([
    ['"cold flor"', ['"Cold Floor"']],
    ['calm, like "Midnigt Drive", no drums', ['calm, like "Midnight Drive", no drums']],
    ["a funn piece", ["a fun piece", "a funk piece", "a funny piece"]],
    ["harpp", ["harp", "harps"]],
  ])("by %s", async (query, expected) => {
    expect(await suggestions(query)).toEqual(expected);
  });

  it.each([
    "rain on a window, slow piano",
    "a tense chase through rain-soaked streets at night",
    "calm piano, no drums, around 80 bpm",
    "upbeat indie pop with hand claps for a product launch",
    "She opens the letter and cannot read on",
    "Hygge in Kopenhagen, Kerzen und ein Klavier",
    "calm paino",
    '"Midnight Drive"',
    "80s",
  ])("is nothing else by %s", async (query) => {
    expect(await suggestions(query)).toEqual([]);
  });

  it.each(["asdf qwer zxcv", "12345", "!!! ???", '"a title that nobody would ever give"'])(
    "is not made up for nonsense: %s",
    async (query) => {
      expect(await suggestions(query)).toEqual([]);
    },
  );

  it("is not asked of words that are to stay as they are", async () => {
    expect(await suggestions("a funn piece", ["funn"])).toEqual([]);
  });

  it("is nothing without words", async () => {
    const { didYouMean } = await searcher.search({ query: "", limit: 1, levels: { energy: 1 } });
    expect(didYouMean).toEqual([]);
  });
});
