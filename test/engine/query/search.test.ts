import { describe, expect, it } from "vitest";
import type { SearchRequest } from "../../../src/contract/search.ts";
import { UsageError } from "../../../src/contract/errors.ts";
import type { Track } from "../../../src/contract/track.ts";
import { LITERAL_LIMIT } from "../../../src/contract/understanding.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { createEmbedder, weightedSum } from "../../../src/engine/query/embed-query.ts";
import { createSearcher } from "../../../src/engine/query/search.ts";
import { planeIndex, remote, sections, track } from "../toy.ts";

/** In this plane calm is to the right and drums are up; other words are calm. */
const embed = (text: string): Promise<Float32Array> =>
  Promise.resolve(text.includes("drums") ? Float32Array.of(0, 1) : Float32Array.of(1, 0));
const tower = { embed, knows: () => true, release: () => Promise.resolve() };
const vocabulary = {
  words: ["calm", "drums", "vocals"],
  kinds: ["mood", "instrument", "instrument"] as const,
  vectors: Float32Array.of(1, 0, 0, 1, 0, -1),
};

function searcherOf(tracks: readonly (readonly [Track, readonly [number, number]])[]) {
  const entries = tracks.map(([of, [x, y]]) => ({
    track: of,
    sections: sections([x / Math.hypot(x, y), y / Math.hypot(x, y)]),
  }));
  return createSearcher({
    index: joinIndexes([planeIndex(entries)]),
    tower,
    vocabulary,
    device: "wasm",
  });
}

const BAND = searcherOf([
  [track("drumming", { bpm: 120, seconds: 60, key: "D minor" }), [9, 4]],
  [track("quiet", { bpm: 90, seconds: 200, title: "Cold Floor" }), [9, -6]],
  [track("unknown", { seconds: 0 }), [9, 1]],
  [track("sung", { bpm: 121, vocals: true }), [9, -3]],
  [track("wild", { bpm: 60, vocals: false }), [-9, 1]],
]);

async function ids(query: string, more: Partial<SearchRequest> = {}): Promise<string[]> {
  const { results } = await BAND.search({ query, limit: 10, ...more });
  return results.map((result) => result.track.id);
}

describe("a search for", () => {
  it("plain words goes by nearness", async () => {
    expect(await ids("calm")).toEqual(["unknown", "sung", "drumming", "quiet", "wild"]);
  });

  it("calm without drums puts what is near drums behind", async () => {
    const found = await ids("calm, no drums");
    expect(found.indexOf("drumming")).toBeGreaterThan(found.indexOf("quiet"));
  });

  it("no drums alone still finds every track", async () => {
    expect((await ids("no drums")).sort()).toEqual((await ids("calm")).sort());
  });

  it("a tempo leaves out other tempos, and puts unknown ones last", async () => {
    expect(await ids("calm, 120 bpm")).toEqual(["sung", "drumming", "unknown"]);
  });

  it("a length, a key and a tempo at once asks for all of them", async () => {
    expect(await ids("calm, 120 bpm, under 2 minutes, in D minor")).toEqual([
      ...["drumming", "unknown", "sung"],
    ]);
  });

  it("instrumental music leaves out what is known to be sung", async () => {
    expect(await ids("calm, instrumental")).not.toContain("sung");
    expect(await ids("calm, no vocals")).not.toContain("sung");
  });

  it("vocals leaves out what is known to be instrumental", async () => {
    const found = await ids("calm, with vocals");
    expect([found.includes("wild"), found.includes("unknown")]).toEqual([false, true]);
  });

  it("a title puts it first", async () => {
    const found = await ids('calm "cold FLOOR"');
    expect([found[0], found.length]).toEqual(["quiet", 5]);
  });

  it("a title that does not fit the tempo finds nothing by it", async () => {
    expect(await ids('"Cold Floor", 120 bpm')).not.toContain("quiet");
  });

  it("local tracks keeps its filters", async () => {
    const both = searcherOf([
      [track("here", { bpm: 120 }), [1, 0]],
      [remote("there", { bpm: 120 }), [1, 0]],
      [track("slow", { bpm: 60 }), [1, 0]],
    ]);
    const request = { query: "calm 120 bpm", limit: 10, filters: { playable: true } };
    const { results } = await both.search(request);
    expect(results.map((result) => result.track.id)).toEqual(["here"]);
  });
});

describe("an answer", () => {
  it("says what was understood, with the number of tracks that have the title", async () => {
    const { understood } = await BAND.search({ query: 'calm "Cold Floor", no drums', limit: 1 });
    expect(understood).toEqual({
      text: "calm Cold Floor",
      items: [
        { kind: "title", text: '"Cold Floor"', label: { words: "Cold Floor", tracks: 1 } },
        { kind: "without", text: "no drums", label: { concept: "drums", strength: 1 } },
      ],
    });
  });

  it("says so when no track has the title", async () => {
    const { understood } = await BAND.search({ query: '"Warm Floor"', limit: 1 });
    expect(understood.items).toMatchObject([{ label: { tracks: 0 } }]);
  });

  it("takes back what the request says is literal", async () => {
    expect(await ids("calm 120 bpm", { literal: ["120 bpm"] })).toEqual(await ids("calm"));
  });

  it("is the same every time", async () => {
    const query = 'calm, no drums, "floor", over 60 bpm, a little loud';
    expect(await ids(query)).toEqual(await ids(query));
  });
});

describe("a request", () => {
  it.each([
    ["too many phrases", Array.from({ length: LITERAL_LIMIT + 1 }, () => "calm")],
    ["a phrase longer than a query", ["x".repeat(2001)]],
    ["something that is no phrase", [7 as unknown as string]],
  ])("with %s is refused", async (_, literal) => {
    const searching = BAND.search({ query: "calm", limit: 1, literal });
    await expect(searching).rejects.toBeInstanceOf(UsageError);
  });
});

const lengths = { embed: (text: string) => Promise.resolve(Float32Array.of(text.length, 0)) };
const embedder = createEmbedder(lengths, { words: ["drums"], vectors: Float32Array.of(0, 1) });

describe("the embedding of a query", () => {
  it("is that of its only part, unchanged", async () => {
    expect(await embedder.query([{ text: "calm", weight: 1 }])).toEqual(Float32Array.of(4, 0));
  });

  it("is the weighted sum of its parts at unit length", () => {
    const sum = weightedSum(
      [Float32Array.of(1, 0), Float32Array.of(0, 1)],
      [{ weight: 1 }, { weight: 0.75 }],
    );
    expect([...sum].map((x) => +x.toFixed(6))).toEqual([0.8, 0.6]);
  });

  it("stays finite when its parts cancel out", () => {
    const opposite = [Float32Array.of(1, 0), Float32Array.of(-1, 0)];
    expect([...weightedSum(opposite, [{ weight: 1 }, { weight: 1 }])]).toEqual([0, 0]);
  });
});

describe("the embedding of what is not wanted", () => {
  it("is the vocabulary's for its words, and the text tower's for others", async () => {
    const items = ["drums", "cheesy"].map((concept) => ({
      kind: "without" as const,
      text: "",
      label: { concept, strength: 1 },
    }));
    const unwanted = await embedder.unwanted(items);
    expect(unwanted.map(({ vector }) => [...vector])).toEqual([
      [0, 1],
      [6, 0],
    ]);
  });
});
