import { describe, expect, it } from "vitest";
import { recordOf, type PieceRecord } from "../../composer/cli/compose.ts";
import { registers } from "../../composer/lib/captions.ts";
import { withArticle } from "../../composer/lib/captions/wording.ts";
import { compose } from "../../composer/lib/compose.ts";
import type { Style } from "../../composer/lib/style.ts";
import { spelledAll, vocabulary, withBroader } from "../../composer/lib/vocabulary.ts";
import { styles } from "../../composer/styles/index.ts";

const seeds = [1, 2, 3, 4, 5, 6];

/** Every spelling of a tag, longest first, so that "double bass" is not read as "bass". */
const spellings = vocabulary
  .flatMap(({ tag, kind, synonyms, phrase }) =>
    [tag, ...synonyms, ...(phrase === undefined ? [] : [phrase])].map((text) => ({
      tag,
      kind,
      text: text.toLowerCase(),
    })),
  )
  .sort((a, b) => b.text.length - a.text.length);

/** The tags of a kind that a text names. */
function named(text: string, wanted: string): string[] {
  const spaced = text.toLowerCase().replaceAll(/[,.:;+/]/g, " | ");
  let rest = ` ${spaced.replaceAll(/\s+/g, " ")} `;
  return spellings.flatMap(({ tag, kind, text: spelling }) => {
    if (!rest.includes(` ${spelling} `)) return [];
    rest = rest.replaceAll(` ${spelling} `, " | ");
    return kind === wanted ? [tag] : [];
  });
}

function recordsOf(style: Style): PieceRecord[] {
  return seeds.map((seed) => recordOf(compose(style, seed, 30)));
}

/** A caption without its style's scenes and name, which do not describe the music. */
function withoutScene(caption: string, { scenes, name }: Style): string {
  return [...scenes, name].reduce(
    (text, words) => text.toLowerCase().replaceAll(words.toLowerCase(), " "),
    caption,
  );
}

describe.each(styles.map((style) => [style.name, style] as const))("captions of %s", (_, style) => {
  const records = recordsOf(style);

  it("name only instruments that are in the labels", () => {
    for (const { captions, instruments } of records) {
      const labels = withBroader(instruments);
      for (const caption of captions) {
        const text = caption.replaceAll(new RegExp(style.name, "gi"), " ");
        expect(labels, caption).toEqual(expect.arrayContaining(named(text, "instrument")));
      }
    }
  });

  it("name only moods that are in the labels", () => {
    for (const { captions, moods } of records) {
      for (const caption of captions) {
        const words = named(withoutScene(caption, style), "mood");
        expect(moods, caption).toEqual(expect.arrayContaining(words));
      }
    }
  });

  it("come in the five registers' order, without errors of language", () => {
    for (const { captions } of records) {
      expect(captions).toHaveLength(registers.length);
      expect(new Set(captions).size).toBe(5);
      const [, , brief = "", full = ""] = captions;
      expect(brief).toMatch(/^[A-Z0-9].*\.$/);
      expect(full).toMatch(/^[A-Z0-9].*\. .*\.$/);
      for (const caption of captions) {
        expect(caption).not.toMatch(/undefined|null|nan\b| {2}|,,|\.\.| ,|^\W/i);
        for (const [found, word = ""] of caption.matchAll(/\ban? ([\w&-]+)/gi)) {
          expect(found.toLowerCase(), caption).toBe(withArticle(word).toLowerCase());
        }
        const repeated = /\b(\w{4,}) \1\b/i.exec(caption);
        expect(repeated?.[0], caption).toBeUndefined();
      }
    }
  });

  it("mention its genre and never singing", () => {
    const genres = spelledAll([style.name, ...style.genres]);
    const words = records
      .flatMap(({ captions }) => captions)
      .join(" | ")
      .toLowerCase();
    expect([style.name, ...genres].some((genre) => words.includes(genre))).toBe(true);
    const claims = words.replaceAll("singer-songwriter", "");
    expect(claims).not.toMatch(/\b(vocals?|sings?|singers?|singing|sung|voices?|lyrics)\b/);
  });
});

describe("captions of many pieces", () => {
  const records = Array.from({ length: 220 }, (_, i) => {
    const style = styles[i % styles.length];
    if (!style) throw new Error("There are no styles");
    return recordOf(compose(style, 500 + i, 30));
  });

  it.each(registers.map((register, i) => [register, i] as const))(
    "are hardly ever the same in the %s register",
    (_, i) => {
      const texts = records.map(({ captions }) => captions[i]);
      expect(new Set(texts).size).toBeGreaterThan(0.9 * texts.length);
    },
  );

  it("begin in many ways", () => {
    const openings = new Set(
      records.map(({ captions }) => captions[3]?.split(" ").slice(0, 2).join(" ")),
    );
    expect(openings.size).toBeGreaterThan(60);
  });
});

describe("the article", () => {
  it.each([
    ["uneasy", "an uneasy"],
    ["ukulele", "a ukulele"],
    ["8-bit", "an 8-bit"],
    ["euphoric", "a euphoric"],
    ["r&b", "an r&b"],
    ["dark", "a dark"],
  ])("before %s depends on its sound", (word, expected) => {
    expect(withArticle(word)).toBe(expected);
  });
});
