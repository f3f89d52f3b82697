import { describe, expect, it } from "vitest";
import { prepareReasons } from "../../../src/engine/query/reasons.ts";
import { planeIndex, sections, track } from "../toy.ts";

/** A direction in the plane, in degrees. */
function towards(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

function vocabulary(words: Record<string, number>) {
  const vectors = Object.values(words).flatMap((degrees) => towards(degrees));
  return { words: Object.keys(words), vectors: Float32Array.from(vectors) };
}

/** An index whose section numbers are these directions, in order. */
function music(...directions: number[]) {
  return planeIndex([{ track: track("a"), sections: sections(...directions.map(towards)) }]);
}

const WORDS = vocabulary({ north: 90, south: 270, east: 0, west: 180 });
const MUSIC = music(90, 270, 0, 180);

describe("reasons", () => {
  it("are the words near to both the query and the section", () => {
    const forQuery = prepareReasons(WORDS, MUSIC)(Float32Array.from(towards(80)));
    expect(forQuery(0)).toEqual(["north"]);
  });

  it("are none when query and section have nothing in common", () => {
    const forQuery = prepareReasons(WORDS, MUSIC)(Float32Array.from(towards(90)));
    expect(forQuery(1)).toEqual([]);
  });

  it("are at most three, the best first", () => {
    const many = vocabulary({ a: 0, b: 40, c: 80, d: -40, e: 180, f: 130, g: 240 });
    const found = prepareReasons(many, MUSIC)(Float32Array.from(towards(5)))(2);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe("a");
  });

  it("do not say the same thing twice", () => {
    const synonyms = vocabulary({ calm: 90, peaceful: 92, north: 50, loud: 270, low: 250 });
    const found = prepareReasons(synonyms, MUSIC)(Float32Array.from(towards(90)))(0);
    expect(found.filter((word) => word === "calm" || word === "peaceful")).toHaveLength(1);
    expect(found).toContain("north");
  });

  it("do not repeat a word within a longer one", () => {
    const words = vocabulary({ rock: 90, "hard rock": 55, north: 120, loud: 270, low: 250 });
    const found = prepareReasons(words, MUSIC)(Float32Array.from(towards(90)))(0);
    expect(found.filter((word) => word.includes("rock"))).toHaveLength(1);
    expect(found).toContain("north");
  });

  it("leave out a word that is near to all music alike", () => {
    const words = vocabulary({ music: 45, east: 0, west: 180, south: 270 });
    // Everything in this index is close to "music", this section a little less than the others.
    const index = music(45, 50, 40, 5);
    const found = prepareReasons(words, index)(Float32Array.from(towards(20)))(3);
    expect(found).toContain("east");
    expect(found).not.toContain("music");
  });

  it("are none where nothing can be compared", () => {
    const alone = prepareReasons(vocabulary({ north: 90 }), music(90));
    expect(alone(Float32Array.from(towards(90)))(0)).toEqual([]);
    expect(() => prepareReasons(WORDS, planeIndex([]))).not.toThrow();
  });
});
