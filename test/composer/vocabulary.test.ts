import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compose } from "../../composer/lib/compose.ts";
import { factsOf } from "../../composer/lib/facts.ts";
import type { Style } from "../../composer/lib/style.ts";
import {
  moodOf,
  readVocabulary,
  spelled,
  spelledAll,
  tagOf,
  vocabulary,
  withBroader,
  type TagKind,
} from "../../composer/lib/vocabulary.ts";
import { styles } from "../../composer/styles/index.ts";

const sad = { tag: "sad", kind: "mood", synonyms: ["blue"], valence: -0.7, arousal: -0.4 };
const harp = { tag: "harp", kind: "instrument", synonyms: [] };

function read(...tags: object[]): () => unknown {
  return () => readVocabulary(JSON.stringify({ tags }));
}

describe("a vocabulary", () => {
  it("is parsed with its tags in order", () => {
    expect(read(sad, harp)()).toEqual([sad, harp]);
  });

  it("is refused if a mood has no feeling, or another tag has one", () => {
    expect(read({ ...sad, valence: undefined })).toThrow(/valence and an arousal/);
    expect(read({ ...harp, valence: 0.5, arousal: 0 })).toThrow(/valence and an arousal/);
    expect(read({ ...sad, arousal: 2 })).toThrow(/<=1/);
  });

  it("is refused if a word occurs twice, a broader tag is missing or a key is unknown", () => {
    expect(read(sad, { ...harp, synonyms: ["blue"] })).toThrow(/only once/);
    expect(read({ ...harp, broader: "strings" })).toThrow(/broader/i);
    expect(read({ ...harp, volume: 11 })).toThrow(/volume/);
  });
});

describe("the composer's vocabulary", () => {
  it("has one spelling for a thing, regardless of synonym and case", () => {
    expect(spelled("contrabass")).toBe("double bass");
    expect(spelled("Halloween")).toBe("halloween");
    expect(spelled("glass armonica")).toBe("glass armonica");
    expect(spelledAll(["electric bass", "picked bass", "piano"])).toEqual(["bass guitar", "piano"]);
  });

  it("knows the broader tags of a tag", () => {
    expect(withBroader(["alto saxophone", "piano"])).toEqual([
      "alto saxophone",
      "saxophone",
      "piano",
    ]);
    for (const { tag } of vocabulary) expect(withBroader([tag]).length, tag).toBeLessThan(4);
  });

  it("has moods in every quadrant of valence and arousal", () => {
    const quarters = vocabulary.flatMap(({ tag }) => moodOf(tag) ?? []);
    for (const [name, valence, arousal] of [
      ["joy", 1, 1],
      ["peace", 1, -1],
      ["fear", -1, 1],
      ["grief", -1, -1],
    ] as const) {
      const own = quarters.filter(
        (mood) => mood.valence * valence > 0 && mood.arousal * arousal > 0,
      );
      expect(own.length, name).toBeGreaterThan(4);
    }
    expect(moodOf("piano")).toBeUndefined();
  });

  it("does not explain results by absences or by tempo", () => {
    for (const word of ["no drums", "instrumental", "slow", "fast"]) {
      expect(tagOf(word)?.reason, word).toBe(false);
    }
    expect(tagOf("banjo")?.reason).toBeUndefined();
  });
});

const ecalsFile = join(process.env["NEEDLEDROP_DATA"] ?? "", "ecals-tags.json");

describe.skipIf(!existsSync(ecalsFile))("beside ECALS (skipped without NEEDLEDROP_DATA)", () => {
  it("refers only to existing tags", () => {
    const known = new Set(JSON.parse(readFileSync(ecalsFile, "utf8")) as string[]);
    const named = vocabulary.flatMap(({ ecals }) => ecals ?? []);
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((tag) => !known.has(tag))).toEqual([]);
  });
});

/** Every label word of a style, and its possible kinds. */
function wordsOf({
  genres,
  moods,
  modes,
  uses,
  textures,
  era,
  parts,
}: Style): [field: string, words: readonly string[], kinds: readonly TagKind[]][] {
  const { always, calm = [], strong = [] } = moods;
  const colours = modes.flatMap((mode) => mode.moods ?? []);
  return [
    ["genres", genres, ["genre", "use"]],
    ["moods", [...always, ...calm, ...strong, ...colours], ["mood"]],
    ["uses", uses, ["use"]],
    ["textures", textures, ["texture", "genre", "era"]],
    ["era", era === undefined ? [] : [era], ["era"]],
    ["parts", parts.flatMap(({ on }) => on), ["instrument"]],
  ];
}

describe.each(styles.map((style) => [style.name, style] as const))(
  "the words of %s",
  (name, style) => {
    it("are all in the vocabulary, with the right kind", () => {
      const strange = wordsOf(style).flatMap(([field, words, kinds]) =>
        words.flatMap((word) => {
          const kind = tagOf(word)?.kind;
          if (kind !== undefined && kinds.includes(kind)) return [];
          const found = kind === undefined ? "not in vocabulary.json" : `there as ${kind}`;
          return [`${field} of style "${name}": "${word}" is ${found}`];
        }),
      );
      expect(strange).toEqual([]);
    });

    it("file it under a genre and give it two moods", () => {
      expect(tagOf(name), `the style's name "${name}" is not in vocabulary.json`).toBeDefined();
      expect(spelledAll(style.moods.always).length).toBeGreaterThan(1);
    });
  },
);

describe("what editors ask for", () => {
  const served = new Set(
    styles.flatMap(({ name, uses, genres }) => spelledAll([name, ...uses, ...genres])),
  );

  it.each(
    [
      "interview, wedding, vlog, product, real estate, cooking, travel, sports, nature documentary",
      "tutorial, podcast, trailer, game, kids, horror, crime, news, fashion, workout, party, romance",
      "sad scene, chase, fight, montage, credits, time lapse, aerial footage, underwater, space",
      "history, western, medieval, fantasy, sci-fi, comedy, spy, heist",
    ]
      .join(", ")
      .split(", "),
  )("is served: %s", (wish) => {
    expect(served).toContain(spelled(wish));
  });

  it("excludes calm music for chases", () => {
    const chasing = styles.filter(({ uses }) => spelledAll(uses).includes("chase"));
    expect(chasing.length).toBeGreaterThan(2);
    for (const style of chasing) {
      expect(factsOf(compose(style, 3, 60)).arousal, style.name).toBeGreaterThan(0.4);
    }
  });
});
