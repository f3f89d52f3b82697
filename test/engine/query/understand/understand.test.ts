import { beforeAll, describe, expect, it } from "vitest";
import type { UnderstoodItem, UnderstoodLabels } from "../../../../src/contract/understanding.ts";
import type { Lexicon } from "../../../../src/engine/query/understand/lexicon.ts";
import { understand } from "../../../../src/engine/query/understand/understand.ts";
import { shippedLexicon } from "./lexicon.ts";
import {
  KEYS,
  LENGTHS,
  MISSPELLED,
  NEGATED,
  SCENES,
  STORIES,
  TEMPOS,
  VOCALS,
  WEIGHTS,
  WELL_SPELLED,
  type Labelled,
} from "./sentences.ts";

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await shippedLexicon();
});

function labelsOf<Kind extends keyof UnderstoodLabels>(
  items: readonly UnderstoodItem[],
  kind: Kind,
): UnderstoodLabels[Kind][] {
  return items
    .filter((item) => item.kind === kind)
    .map((item) => item.label as UnderstoodLabels[Kind]);
}

/** Checks a table of sentences that hold one item of a kind. */
function readsLabels<Kind extends keyof UnderstoodLabels>(
  kind: Kind,
  table: readonly Labelled<Kind>[],
): void {
  it.each(table)("%s", (sentence, text, label) => {
    const understood = understand(sentence, lexicon);
    expect(understood.text).toBe(text);
    const [found, ...more] = labelsOf(understood.items, kind);
    expect(more).toEqual([]);
    expect(rounded(found)).toEqual(label);
  });
}

const rounded = (label: unknown): unknown =>
  JSON.parse(JSON.stringify(label, (_, x: unknown) => (typeof x === "number" ? +x.toFixed(6) : x)));

describe("music that is not wanted", () => {
  it.each(NEGATED)("%s", (sentence, text, unwanted) => {
    const understood = understand(sentence, lexicon);
    expect(understood.text).toBe(text);
    const labels = labelsOf(understood.items, "without");
    expect(Object.fromEntries(labels.map((l) => [l.concept, l.strength]))).toEqual(unwanted);
  });

  it("is quoted word for word, each part of a list by itself", () => {
    const { items } = understand("Pads, NO  drums; no guitars or loud synths.", lexicon);
    expect(items.map((item) => item.text)).toEqual(["NO  drums", "guitars", "loud synths"]);
  });
});

describe("a story with a no in it", () => {
  it.each(STORIES)("%s", (sentence) => {
    expect(understand(sentence, lexicon)).toMatchObject({ text: sentence, items: [] });
  });
});

describe("tempo", () => readsLabels("tempo", TEMPOS));
describe("length", () => readsLabels("length", LENGTHS));
describe("key", () => readsLabels("key", KEYS));
describe("vocals", () => readsLabels("vocals", VOCALS));
describe("what is wanted a little", () => {
  readsLabels("weight", WEIGHTS);

  it("is embedded by itself", () => {
    expect(understand("mostly calm, a little hopeful", lexicon).parts).toEqual([
      { text: "mostly calm", weight: 1 },
      { text: "hopeful", weight: 0.4 },
    ]);
  });

  it("is all there is to embed if nothing else is said", () => {
    const { text, items } = understand("slightly tense", lexicon);
    expect([text, items]).toEqual(["slightly tense", []]);
  });
});

describe("a scene with numbers, letters or voices", () => {
  it.each(SCENES)("%s", (sentence) => {
    expect(understand(sentence, lexicon)).toMatchObject({ text: sentence, items: [] });
  });
});

describe("typing errors", () => {
  it.each(MISSPELLED)("%s", (sentence, text) => {
    expect(understand(sentence, lexicon).text).toBe(text);
  });

  it.each(WELL_SPELLED)("leaves: %s", (sentence) => {
    const { items } = understand(sentence, lexicon);
    expect(items.filter(({ kind }) => kind === "spelling")).toEqual([]);
  });

  it("are understood before what they say", () => {
    const { items } = understand("pads, no vocls", lexicon);
    expect(items.map(({ kind, text }) => [kind, text])).toEqual([
      ["without", "no vocls"],
      ["spelling", "vocls"],
    ]);
  });
});

describe("quoted words", () => {
  it("are titles to look for, and words to embed", () => {
    const { text, items } = understand('something like "Cold Floor" but slower', lexicon);
    expect(text).toBe("something like Cold Floor but slower");
    expect(items).toEqual([
      { kind: "title", text: '"Cold Floor"', label: { words: "Cold Floor", tracks: 0 } },
    ]);
  });

  it("are read by no other rule", () => {
    const { text, items } = understand("“No Drums at 120 bpm”, piano", lexicon);
    expect(text).toBe("No Drums at 120 bpm, piano");
    expect(items.map(({ kind }) => kind)).toEqual(["title"]);
  });

  it.each(['"', 'a "b', '""', "“ ”"])("need both marks and a word between them: %s", (query) => {
    expect(understand(query, lexicon).items).toEqual([]);
  });
});

describe("items", () => {
  it("come in the order of the query", () => {
    const { items } = understand(
      'romatic, at least 2 minutes, "Cold Floor", no drums, 100 bpm, instrumental',
      lexicon,
    );
    expect(items.map(({ kind }) => kind)).toEqual([
      ...["spelling", "length", "title", "without", "tempo", "vocals"],
    ]);
  });

  const sentences = [
    ...[...NEGATED, ...TEMPOS, ...LENGTHS, ...KEYS, ...VOCALS, ...WEIGHTS, ...MISSPELLED].map(
      ([sentence]) => sentence,
    ),
    'romatic, at least 2 minutes, "Cold Floor", no drums or synths, 100 bpm, in D minor',
  ];

  it("quote the query exactly", () => {
    for (const sentence of sentences) {
      for (const { text } of understand(sentence, lexicon).items) {
        expect(text.trim()).not.toBe("");
        expect(sentence).toContain(text);
      }
    }
  });

  it("can each be taken back, without a change to the others", () => {
    for (const sentence of sentences) {
      const { items } = understand(sentence, lexicon);
      for (const item of items) {
        const rest = understand(sentence, lexicon, [item.text]).items;
        const others = items.filter(({ text }) => !item.text.includes(text) && text !== item.text);
        const around = others.filter(({ text }) => !text.includes(item.text));
        expect([sentence, rest]).toEqual([sentence, expect.arrayContaining([...around])]);
        expect(rest.some(({ text, kind }) => text === item.text && kind === item.kind)).toBe(false);
      }
    }
  });

  it("leave the query as it was when all of them are taken back", () => {
    for (const sentence of sentences) {
      const texts = understand(sentence, lexicon).items.map(({ text }) => text);
      // What is left of a phrase may mean something else; that can be taken back as well.
      const more = understand(sentence, lexicon, texts).items.map(({ text }) => text);
      const { text, items } = understand(sentence, lexicon, [...texts, ...more]);
      expect([text, items]).toEqual([sentence, []]);
    }
  });

  it("leave a negation standing for the part that was taken back", () => {
    const { text, items } = understand("pads, no drums or vocals", lexicon, ["drums"]);
    expect(text).toBe("pads, no drums");
    expect(items.map((item) => item.text)).toEqual(["vocals"]);
  });
});

describe("a query of plain words", () => {
  it.each(["rain on a window", "80s synth", "", "  ", "!?", "\u200b"])("stays: %s", (query) => {
    expect(understand(query, lexicon)).toMatchObject({ text: query.trim(), items: [] });
  });
});
