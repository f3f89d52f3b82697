import { QUERY_LIMIT } from "../../../contract/engine.ts";
import type { Understood } from "../../../contract/understanding.ts";
import { cut } from "../../encode/tokenizer.ts";
import { readKey } from "./key.ts";
import { readLength } from "./length.ts";
import type { Lexicon } from "./lexicon.ts";
import { readNegation } from "./negation.ts";
import { hideLiteral, hideQuoted } from "./opaque.ts";
import type { Found, Query, Reading, Stretch } from "./reading.ts";
import { isReadable, textWithout } from "./rest.ts";
import { correctSpelling } from "./spelling.ts";
import { readTempo } from "./tempo.ts";
import { tokenise } from "./tokens.ts";
import { readVocals } from "./vocals.ts";
import { readWeight } from "./weight.ts";

/** Reads what begins at a token, or finds nothing there. It looks a bounded way ahead. */
type Rule = (query: Query, lexicon: Lexicon, at: number) => Reading | null;

/** In this order, since "less than 100 bpm" and "no longer than" are no negations. */
const RULES: readonly Rule[] = [
  (query, _lexicon, at) => readTempo(query, at),
  (query, _lexicon, at) => readLength(query, at),
  (query, _lexicon, at) => readKey(query, at),
  readNegation,
  (query, _lexicon, at) => readVocals(query, at),
];

/** Most items of one query; what it says beyond them is read as words. */
const MOST_ITEMS = 12;
/** What is embedded for a query of negations and filters alone. */
const ANY_MUSIC = "music";

/** A part of the text that is embedded by itself. */
export interface Part {
  readonly text: string;
  readonly weight: number;
}

/** How a query was understood, and what is embedded: the weighted sum of the parts. */
export interface Understanding extends Understood {
  readonly parts: readonly Part[];
}

/**
 * Reads what a query says beyond the words to embed: negations, filters, titles, weights, typing
 * errors. The time is proportional to its length.
 * @param literal phrases that are plain words; see `SearchRequest`
 */
export function understand(
  query: string,
  lexicon: Lexicon,
  literal: readonly string[] = [],
): Understanding {
  const text = cut(query, QUERY_LIMIT);
  const quoted = hideQuoted(hideLiteral({ text, tokens: tokenise(text) }, literal));
  const spelled = correctSpelling(quoted, lexicon);
  const before = [...quoted.found, ...spelled.found];

  const all = read(spelled, lexicon, [...RULES, readWeight]);
  const rest = textWithout(spelled, all.removed);
  // "A little sad" by itself leaves nothing that it could be weighed against.
  const isAllLight = !isReadable(rest) && all.found.some(({ item }) => item.kind === "weight");
  if (!isAllLight) return understanding(rest, [...before, ...all.found]);
  const plain = read(spelled, lexicon, RULES);
  return understanding(textWithout(spelled, plain.removed), [...before, ...plain.found]);
}

/** Tries the rules at each token, from the first on, and goes on after what one has read. */
function read(query: Query, lexicon: Lexicon, rules: readonly Rule[]) {
  const found: Found[] = [];
  const removed: Stretch[] = [];
  let at = 0;
  while (at < query.tokens.length && found.length < MOST_ITEMS) {
    let reading: Reading | null = null;
    for (const rule of rules) if ((reading ??= rule(query, lexicon, at)) !== null) break;
    found.push(...(reading?.found ?? []));
    removed.push(...(reading?.removed ?? []));
    at = reading?.to ?? at + 1;
  }
  return { found, removed };
}

const textOf = ({ text }: Part): string => text;

/** A text without the full stop at its end. */
const withoutStop = (text: string): string => (text.endsWith(".") ? text.slice(0, -1) : text);

function understanding(rest: string, found: readonly Found[]): Understanding {
  const items = [...found].sort((a, b) => a.start - b.start).map(({ item }) => item);
  const main = isReadable(rest) || items.length === 0 ? rest : ANY_MUSIC;
  const light = items.flatMap((item) =>
    item.kind === "weight" ? [{ text: item.label.words, weight: item.label.weight }] : [],
  );
  const parts = [{ text: main, weight: 1 }, ...light];
  const text = light.length === 0 ? main : [withoutStop(main), ...light.map(textOf)].join(", ");
  return { text, items, parts };
}
