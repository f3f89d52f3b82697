import { describe, expect, it } from "vitest";
import type { SearchAnswer, SearchRequest } from "../../../src/contract/search.ts";
import type { Track } from "../../../src/contract/track.ts";
import type { SectionEmbedding } from "../../../src/engine/encode/audio-tower.ts";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import { createFusedSearcher } from "../../../src/engine/query/fuse.ts";
import type { References } from "../../../src/engine/query/liked.ts";
import { createSearcher, type SearcherInParts } from "../../../src/engine/query/search.ts";
import { planeIndex, remote, sections, track } from "../toy.ts";

type Direction = number;
const towards = (degrees: Direction): [number, number] => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];

/** In this plane "east" lies to the right, "north" up; energy grows to the north, too. */
const embed = (text: string): Promise<Float32Array> =>
  Promise.resolve(Float32Array.from(towards(text.includes("north") ? 90 : 0)));
const vocabulary = {
  words: ["energetic", "calm", "bright", "dark", "drums"],
  kinds: ["mood", "mood", "mood", "mood", "instrument"] as const,
  vectors: Float32Array.from([90, 270, 0, 180, 45].flatMap(towards)),
};

function packOf(places: readonly (readonly [Track, ...Direction[]])[]): SearcherInParts {
  const entries = places.map(([of, ...directions]) => ({
    track: of,
    sections: sections(...directions.map(towards)),
  }));
  return createSearcher({
    index: joinIndexes([planeIndex(entries)]),
    tower: { embed, knows: () => true, release: () => Promise.resolve() },
    vocabulary,
    device: "wasm",
  });
}

const ROUND = [0, 40, 80, 120, 160, 200, 240, 280, 320].map(
  (degrees) => [track(`at ${degrees}`), degrees] as const,
);
const TWO_PARTS = [track("two parts"), 100, 100, 210, 210] as const;
const PACK = packOf([...ROUND, TWO_PARTS]);

const HEARD: readonly SectionEmbedding[] = sections(towards(240), towards(240), towards(40));
const REFERENCES: References = {
  has: (id) => id === "dropped",
  sectionsOf: (id, pack) => (id === "dropped" && pack === "plane@1" ? HEARD : null),
};

const answerTo = (
  request: Partial<SearchRequest>,
  packs: readonly SearcherInParts[] = [PACK],
): Promise<SearchAnswer> =>
  createFusedSearcher(packs, REFERENCES).search({ query: "", limit: 20, ...request });
const ids = async (...asked: Parameters<typeof answerTo>): Promise<string[]> =>
  (await answerTo(...asked)).results.map(({ track: { id } }) => id);

const like = (id: string, weight = 1, section?: { start: number; end: number }) => ({
  of: { kind: "track" as const, id, ...(section === undefined ? {} : { section }) },
  weight,
});
const likeFile = (weight = 1, section?: { start: number; end: number }) => ({
  of: { kind: "reference" as const, id: "dropped", ...(section === undefined ? {} : { section }) },
  weight,
});

describe("music like a track", () => {
  it("is what lies nearest to it, without the track itself", async () => {
    const found = await ids({ like: [like("at 80")] });
    expect(new Set(found.slice(0, 3))).toEqual(new Set(["at 40", "at 120", "two parts"]));
    expect(found).not.toContain("at 80");
    expect((await answerTo({ like: [like("at 80")] })).total).toBe(9);
  });

  it("is like a passage of it where one is marked", async () => {
    expect((await ids({ like: [like("two parts", 1, { start: 0, end: 12 })] }))[0]).toBe("at 80");
    expect((await ids({ like: [like("two parts", 1, { start: 12, end: 30 })] }))[0]).toBe("at 200");
  });

  it("is like the nearest section where a passage is shorter than any", async () => {
    const [first] = await ids({ like: [like("two parts", 1, { start: 18, end: 18.5 })] });
    expect(first).toBe("at 200");
  });

  it("lies between two that are named", async () => {
    expect((await ids({ like: [like("at 240"), like("at 320")] }))[0]).toBe("at 280");
  });

  it("is nearer to the one that counts for more", async () => {
    expect((await ids({ like: [like("at 200", 1), like("at 320", 0.2)] }))[0]).toBe("at 240");
    expect((await ids({ like: [like("at 200", 0.2), like("at 320", 1)] }))[0]).toBe("at 280");
  });

  it("goes with words, each by its weight", async () => {
    const [first] = await ids({ query: "east", like: [like("at 80", 0.9)] });
    expect(first).toBe("at 40");
    expect((await ids({ query: "east", like: [like("at 160", 0)] }))[0]).toBe("at 0");
  });

  it("may be like a file that was heard, or a passage of it", async () => {
    expect((await ids({ like: [likeFile(1, { start: 0, end: 12 })] }))[0]).toBe("at 240");
    expect((await ids({ like: [likeFile(1, { start: 12, end: 20 })] }))[0]).toBe("at 40");
  });
});

describe("music unlike a track", () => {
  it("is what lies farthest from it, if nothing else is asked for", async () => {
    const found = await ids({ like: [like("at 80", -1)] });
    expect(new Set(found.slice(0, 2))).toEqual(new Set(["at 240", "at 280"]));
  });

  it("puts back what is near to it in the order of the words", async () => {
    const plain = await ids({ query: "north" });
    const found = await ids({ query: "north", like: [like("at 120", -1)] });
    expect(plain.indexOf("at 120")).toBeLessThan(plain.indexOf("at 40"));
    expect(found.indexOf("at 120")).toBeGreaterThan(found.indexOf("at 40"));
    expect(found).toHaveLength(plain.length);
  });
});

describe("levels", () => {
  it("alone give an order, from most to least", async () => {
    expect((await ids({ levels: { energy: 1 } }))[0]).toBe("at 80");
    expect((await ids({ levels: { energy: -1 } }))[0]).toBe("at 280");
    expect((await ids({ levels: { brightness: 1 } }))[0]).toBe("at 0");
  });

  it("turn what words find the more, the higher they are", async () => {
    const heightOf = async (energy: number): Promise<number> => {
      const [first = ""] = await ids({ query: "east", levels: { energy } });
      return Math.sin((Number(first.replace("at ", "")) * Math.PI) / 180);
    };
    const heights = [];
    for (const energy of [-1, -0.5, 0, 0.5, 1]) heights.push(await heightOf(energy));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(heights.at(-1)).toBeGreaterThan(heights[0] ?? 0);
  });

  it("do nothing where a pack has no words for them", async () => {
    expect(await ids({ query: "east", levels: { density: 1 } })).toEqual(
      await ids({ query: "east" }),
    );
  });
});

describe("a second description", () => {
  it("counts for its share", async () => {
    const found = async (weight: number): Promise<string | undefined> =>
      (await ids({ query: "east", second: { query: "north", weight } }))[0];
    expect([await found(0), await found(0.5), await found(1)]).toEqual(["at 0", "at 40", "at 80"]);
  });

  it("is understood like the first, and what both say comes once", async () => {
    const { understood } = await answerTo({
      query: "east, no drums, under 2 minutes",
      second: { query: "north, no drums, 120 bpm", weight: 0.5 },
    });
    expect(understood.items.map(({ text }) => text)).toEqual([
      ...["no drums", "under 2 minutes", "120 bpm"],
    ]);
    expect(understood.text).toBe("east + north");
  });

  it("stands alone where the first is blank, and may be blank", async () => {
    expect((await ids({ second: { query: "north", weight: 0.5 } }))[0]).toBe("at 80");
    expect((await ids({ query: "east", second: { query: " ", weight: 0.5 } }))[0]).toBe("at 0");
  });

  it("does not lose its words to a description that only says what is not wanted", async () => {
    const { understood } = await answerTo({
      query: "no drums",
      second: { query: "north", weight: 0.3 },
    });
    expect(understood.text).toBe("north");
  });
});

describe("a request without words", () => {
  const mixed = packOf([
    [remote("far"), 0],
    [track("b"), 180, 0, 0],
    [track("a"), 90],
  ]);

  it.each([
    ["nothing", {}],
    ["blanks", { query: " \n" }],
    ["levels of 0", { levels: { energy: 0 } }],
    ["a filter that is off", { filters: { playable: false } }],
    ["a likeness that does not count", { like: [like("at 80", 0)] }],
  ])("that holds %s is for nothing", async (_, request) => {
    await expect(answerTo(request)).rejects.toMatchObject({ code: "empty-query" });
  });

  it("but with filters lists what plays first, and then goes by id", async () => {
    const request = { filters: { catalogues: ["Test"] } };
    expect(await ids(request, [mixed])).toEqual(["a", "b", "far"]);
    expect(await ids(request, [mixed, packOf([[track("c"), 0]])])).toEqual(["a", "b", "c", "far"]);
  });

  it("but with filters shows the section that stands for a track", async () => {
    const { results } = await answerTo({ filters: { tracks: ["b"] } }, [mixed]);
    expect(results[0]?.section.start).toBe(5);
  });
});

describe("what is not there", () => {
  it.each([
    ["a track", like("no such track")],
    ["a reference", { of: { kind: "reference" as const, id: "forgotten" }, weight: 1 }],
  ])("as %s to be like is refused", async (_, wanted) => {
    const answer = answerTo({ query: "east", like: [wanted] });
    await expect(answer).rejects.toMatchObject({ code: "usage", input: wanted.of.id });
  });
});

describe("with several packs", () => {
  const other = packOf([
    [track("only here"), 85],
    [track("at 80"), 80],
    [track("at 200"), 200],
  ]);

  it("music like a track that one pack knows is found by that pack", async () => {
    const found = await ids({ like: [like("only here")] }, [PACK, other]);
    expect(found[0]).toBe("at 80");
    expect(found).not.toContain("at 40");
  });

  it("a track is what it is in its own catalogue, whatever others have its id", async () => {
    const namesake = packOf([
      [track("at 80", { catalogue: "Other" }), 200],
      [track("near the other"), 210],
      [track("far from it"), 80],
    ]);
    const found = await ids({ like: [like("Other/at 80")] }, [PACK, namesake]);
    expect(found[0]).toBe("near the other");
  });
});
