import { describe, expect, it } from "vitest";
import { createEmbedder, weightedSum } from "../../../src/engine/query/embed-query.ts";

const tower = { embed: (text: string) => Promise.resolve(Float32Array.of(text.length, 0)) };
const embedder = createEmbedder(tower, { words: ["drums"], vectors: Float32Array.of(0, 1) });

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
