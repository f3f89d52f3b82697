import { beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { chipsOf } from "../../../src/panel/model/panel-view.ts";
import { NO_DRUMS, SHORT, answerOf, byHand, understoodOf } from "../results.ts";
import { DAWN, ModelBench } from "./model-bench.ts";

const withoutVocals = (text: string, strength = 1): UnderstoodItem => ({
  kind: "without",
  text,
  label: { concept: "vocals", strength },
});

describe("chips", () => {
  it("are in the order of the query, each with the phrase that it takes back", () => {
    expect(chipsOf([SHORT, NO_DRUMS]).map(({ text, phrases }) => [text, phrases])).toEqual([
      ["under 1:30", ["under 90 seconds"]],
      ["without drums", ["no drums"]],
    ]);
  });

  it("stand for everything that means the same, and take it back together", () => {
    const items = [withoutVocals("no vocals"), NO_DRUMS, withoutVocals("no singing")];
    expect(chipsOf([...items, withoutVocals("no vocals")]).map(({ phrases }) => phrases)).toEqual([
      ["no vocals", "no singing"],
      ["no drums"],
    ]);
  });

  it("tell what leaves tracks out from what only ranks them", () => {
    const items: UnderstoodItem[] = [
      NO_DRUMS,
      SHORT,
      { kind: "tempo", text: "90 bpm", label: { least: 88, most: 92 } },
      { kind: "key", text: "in D", label: { tonic: "D", mode: null } },
      { kind: "vocals", text: "instrumental", label: { sung: false } },
      { kind: "title", text: '"Dawn"', label: { words: "Dawn", tracks: 0 } },
      { kind: "weight", text: "a bit sad", label: { words: "sad", weight: 0.4 } },
      { kind: "spelling", text: "clam", label: { words: "calm" } },
      withoutVocals("no vocals"),
      withoutVocals("hardly any vocals", 0.5),
    ];
    const filters = chipsOf(items).filter(({ isFilter }) => isFilter);
    expect(filters.map(({ phrases }) => phrases[0])).toEqual([
      "under 90 seconds",
      "90 bpm",
      "in D",
      "instrumental",
      "no vocals",
    ]);
  });
});

describe("the panel's chips", () => {
  let bench: ModelBench;
  const texts = (): string[] => bench.model.view.chips.map(({ text }) => text);

  beforeEach(async () => {
    bench = new ModelBench();
    bench.search.mockImplementation((query) => Promise.resolve(understood(query)));
    await bench.start();
    await bench.model.search("calm, no drums, under 90 seconds");
  });

  /** Understands only what has not been taken back. */
  function understood(query: string): SearchAnswer {
    const items = [NO_DRUMS, SHORT].filter(({ text }) => !bench.literal.includes(text));
    return { ...answerOf(query, DAWN), understood: understoodOf(...items) };
  }

  it("say what the answer in sight took the query for", () => {
    expect(texts()).toEqual(["without drums", "under 1:30"]);
  });

  it("stay while the next answer is awaited", async () => {
    const next = byHand<SearchAnswer>();
    bench.search.mockReturnValueOnce(next.promise);
    const ended = bench.model.search("calm");
    expect(texts()).toEqual(["without drums", "under 1:30"]);
    next.resolve(answerOf("calm", DAWN));
    await ended;
    expect(texts()).toEqual([]);
  });

  it("are gone once they are taken back", async () => {
    await bench.model.takeBack(["no drums"]);
    expect(texts()).toEqual(["under 1:30"]);
    expect(bench.search).toHaveBeenCalledTimes(2);
  });

  it("are not shown beside a failure, nor for an empty description", async () => {
    bench.search.mockRejectedValueOnce(new Error("lost"));
    await bench.model.search("calm, no drums");
    expect(texts()).toEqual([]);
    await bench.model.retry();
    expect(texts()).toEqual(["without drums", "under 1:30"]);
    await bench.model.search("");
    expect(texts()).toEqual([]);
  });

  it("name the region of the map that the search is kept to, and count tracks chosen elsewhere", async () => {
    const { map, flow } = bench.model.parts;
    await map.mark(["dawn", "dusk"]);
    expect(texts()).toContain("In the marked region (2)");
    await flow.change({ filters: { tracks: ["dawn"] } });
    expect(texts()).toContain("among 1 chosen track");
  });
});
