import { describe, expect, it } from "vitest";
import { joinIndexes } from "../../../src/engine/index/join.ts";
import type { SectionIndex } from "../../../src/engine/index/section-index.ts";
import {
  prepareReasons,
  presence,
  type Asked,
  type Why,
} from "../../../src/engine/query/reasons.ts";
import { evidenceOf } from "../../../src/engine/query/scores.ts";
import type { Calibration, Vocabulary } from "../../../src/engine/encode/vocabulary.ts";
import { planeIndex, remote, sections, track } from "../toy.ts";

/** A direction in the plane, in degrees. */
function towards(degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

function vocabulary(words: Record<string, number>) {
  const vectors = Object.values(words).flatMap((degrees) => towards(degrees));
  return { words: Object.keys(words), vectors: Float32Array.from(vectors) };
}

const hearing = (scale: number, bias: number): Calibration => ({ scale, bias, reliability: 0.8 });

/** An index whose section numbers are these directions, in order. */
function music(...directions: number[]) {
  return planeIndex([{ track: track("a"), sections: sections(...directions.map(towards)) }]);
}

/** A text in that direction. */
const asked = (degrees: number): Asked => ({
  vector: Float32Array.from(towards(degrees)),
  evidence: null,
});

/** The reasons of each section for a query in that direction. */
function reasons(words: Vocabulary, index: SectionIndex, query: number): Why {
  return prepareReasons(words, joinIndexes([index]), evidenceOf(index)).nearBoth([asked(query)]);
}

const WORDS = vocabulary({ north: 90, south: 270, east: 0, west: 180 });
const MUSIC = music(90, 270, 0, 180);

describe("reasons", () => {
  it("are the words near to both the query and the section", () => {
    const forQuery = reasons(WORDS, MUSIC, 80);
    expect(forQuery(0)).toEqual(["north"]);
  });

  it("are none when query and section have nothing in common", () => {
    const forQuery = reasons(WORDS, MUSIC, 90);
    expect(forQuery(1)).toEqual([]);
  });

  it("are at most three, the best first", () => {
    const many = vocabulary({ a: 0, b: 40, c: 80, d: -40, e: 180, f: 130, g: 240 });
    const found = reasons(many, MUSIC, 5)(2);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe("a");
  });

  it("never name music that is not wanted, nor a kind of it", () => {
    const words = vocabulary({ north: 90, "far north": 80, hill: 60, south: 270, west: 200 });
    const { nearBoth } = prepareReasons(words, joinIndexes([MUSIC]), evidenceOf(MUSIC));
    const query = [asked(85)];
    expect(nearBoth(query)(0)).toContain("north");
    expect(nearBoth(query, ["north"])(0)).toEqual(["hill"]);
  });

  it("do not say the same thing twice", () => {
    const synonyms = vocabulary({ calm: 90, peaceful: 92, north: 50, loud: 270, low: 250 });
    const found = reasons(synonyms, MUSIC, 90)(0);
    expect(found.filter((word) => word === "calm" || word === "peaceful")).toHaveLength(1);
    expect(found).toContain("north");
  });

  it("do not repeat a word within a longer one", () => {
    const words = vocabulary({ rock: 90, "hard rock": 55, north: 120, loud: 270, low: 250 });
    const found = reasons(words, MUSIC, 90)(0);
    expect(found.filter((word) => word.includes("rock"))).toHaveLength(1);
    expect(found).toContain("north");
  });

  it("leave out a word that is near to all music alike", () => {
    const words = vocabulary({ music: 45, east: 0, west: 180, south: 270 });
    // Everything in this index is close to "music", this section a little less than the others.
    const index = music(45, 50, 40, 5);
    const found = reasons(words, index, 20)(3);
    expect(found).toContain("east");
    expect(found).not.toContain("music");
  });

  it("judge metadata by what is usual for metadata, and audio by what is usual for audio", () => {
    const words = vocabulary({ calm: 90, loud: 270, east: 0, west: 180 });
    // "calm" is near to all metadata and far from all audio; within either, one section stands out.
    const index = planeIndex([
      { track: track("a"), sections: sections(...[180, 200, 160, 120].map(towards)) },
      { track: remote("b"), sections: sections(towards(60)) },
      { track: remote("c"), sections: sections(towards(30)) },
      { track: remote("d"), sections: sections(towards(90)) },
    ]);
    const near = Array.from({ length: 7 }, (_, s) => reasons(words, index, 90)(s));
    expect(near.map((found) => found.includes("calm"))).toEqual([
      ...[false, false, false, true],
      ...[false, false, true],
    ]);
  });

  describe("of a calibrated pack", () => {
    // Near to the query and to the first section: "north", "up" and "high".
    const words = vocabulary({ north: 90, up: 130, high: 50, south: 270, east: 0, west: 180 });
    const usualMusic = music(90, 270, 0, 180);

    it("are words that can be heard", () => {
      const calibration = [null, ...Array<Calibration>(5).fill(hearing(4, 0))];
      expect(reasons(words, usualMusic, 90)(0)).toEqual(["north", "up", "high"]);
      expect(reasons({ ...words, calibration }, usualMusic, 90)(0)).toEqual(["up", "high"]);
    });

    it("are words whose presence is above its mean in the index", () => {
      // "north" is far more present in the last section than in any other, which raises its mean.
      const steep = { ...words, calibration: Array<Calibration>(6).fill(hearing(40, -38)) };
      const index = music(90, 60, 270, 270, 270, 270);
      expect(reasons(words, index, 90)(1)).toContain("north");
      expect(reasons(steep, index, 90)(1)).not.toContain("north");
      expect(reasons(steep, index, 90)(0)).toContain("north");
    });

    it("may be any words of a track that was embedded from its metadata", () => {
      const far = planeIndex([
        { track: remote("a"), sections: sections(towards(90), towards(270), towards(0)) },
      ]);
      const calibration = Array<null>(6).fill(null);
      expect(reasons(words, far, 90)(0)).not.toEqual([]);
      expect(reasons({ ...words, calibration }, far, 90)(0)).toEqual(reasons(words, far, 90)(0));
    });
  });

  it("are none where nothing can be compared", () => {
    expect(reasons(vocabulary({ north: 90 }), music(90), 90)(0)).toEqual([]);
    expect(() => reasons(WORDS, planeIndex([]), 90)).not.toThrow();
  });
});

describe("presence", () => {
  it("is one half where the regression crosses zero, and rises with the cosine", () => {
    expect(presence(0.5, hearing(8, -4))).toBe(0.5);
    expect(presence(0.75, hearing(8, -4))).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
    expect(presence(-1, hearing(8, -4))).toBeCloseTo(1 / (1 + Math.exp(12)), 12);
  });

  it("stays within 0 and 1", () => {
    expect(presence(1, hearing(1e6, 0))).toBe(1);
    expect(presence(-1, hearing(1e6, 0))).toBe(0);
  });
});

describe("the words that are most present", () => {
  it("stand out in a section, whatever was asked for", () => {
    const { present } = prepareReasons(WORDS, joinIndexes([MUSIC]), evidenceOf(MUSIC));
    expect([0, 1, 2, 3].map(present)).toEqual([["north"], ["south"], ["east"], ["west"]]);
  });
});
