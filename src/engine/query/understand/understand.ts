import { QUERY_LIMIT } from "../../../contract/search.ts";
import type { Understood } from "../../../contract/understanding.ts";
import { cut } from "../../encode/text-tower.ts";
import { readLength, readTempo } from "./amounts.ts";
import { correctSpelling, type Lexicon } from "./lexicon.ts";
import { readNegation } from "./negation.ts";
import {
  found,
  isStop,
  render,
  tokenise,
  type Found,
  type Query,
  type Reading,
  type Stretch,
  type Token,
} from "./tokens.ts";
import { readKey, readVocals, readWeight } from "./wanted.ts";

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
  /** Whether nothing is left of the words, so that any music will do. */
  readonly isOpen: boolean;
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
  const isOpen = !isReadable(rest) && items.length > 0;
  const main = isOpen ? ANY_MUSIC : rest;
  const light = items.flatMap((item) =>
    item.kind === "weight" ? [{ text: item.label.words, weight: item.label.weight }] : [],
  );
  const parts = [{ text: main, weight: 1 }, ...light];
  const text = light.length === 0 ? main : [withoutStop(main), ...light.map(textOf)].join(", ");
  return { text, items, parts, isOpen: isOpen && light.length === 0 };
}

/** Longest title that is looked for, in tokens, and most titles of one query. */
const LONGEST_TITLE = 12;
const MOST_TITLES = 8;

/** Quotation marks that open, and what closes each. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\u201c", "\u201d"],
  ["\u201e", "\u201c"],
  ["\u00ab", "\u00bb"],
]);

/** Makes tokens opaque that lie within one of `phrases`, wherever it occurs in the query. */
function hideLiteral({ text, tokens }: Query, phrases: readonly string[]): Query {
  const covered = new Uint8Array(text.length);
  for (const phrase of phrases) {
    const length = Math.max(phrase.length, 1);
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + length)) {
      if (phrase === "") break;
      covered.fill(1, at, at + length);
    }
  }
  const isCovered = ({ start, end }: Token): boolean =>
    covered[start] === 1 && covered[end - 1] === 1;
  return { text, tokens: tokens.map((token) => (isCovered(token) ? hidden(token) : token)) };
}

/**
 * Makes quoted words opaque and drops the marks around them. Each quotation is a title to look for;
 * how many tracks have it is not known here.
 */
function hideQuoted(query: Query): Query & { readonly found: readonly Found[] } {
  const tokens = [...query.tokens];
  const titles: Found[] = [];
  let open: number | null = null;
  query.tokens.forEach((token, i) => {
    if (open === null) {
      const isInches = query.tokens[i - 1]?.isNumber === true;
      if (QUOTES.has(token.word) && !isInches) open = i;
      return;
    }
    const from = open;
    if (QUOTES.get(query.tokens[from]?.word ?? "") !== token.word) return;
    open = null;
    const words = i - from - 1;
    if (words === 0 || words > LONGEST_TITLE || titles.length === MOST_TITLES) return;
    const [first, last] = [query.tokens[from + 1], query.tokens[i - 1]];
    const label = { words: query.text.slice(first?.start, last?.end), tracks: 0 };
    titles.push(found(query, { from, to: i + 1 }, "title", label));
    query.tokens.slice(from, i + 1).forEach((quoted, k) => {
      const isMark = k === 0 || from + k === i;
      tokens[from + k] = isMark ? { ...quoted, spelled: "" } : hidden(quoted);
    });
  });
  return { text: query.text, tokens, found: titles };
}

const hidden = (token: Token): Token => ({ ...token, word: "", isNumber: false });

/** Words that join clauses, and are left over when one of the clauses is taken out. */
const JOINING = new Set([
  ...["-", "and", "but", "or", "with", "yet", "plus", "also", "just", "please", "so"],
]);
/** Words that say something of what comes next, and nothing if that is taken out: "which is". */
const LEADING = new Set(["that", "which", "is", "it", "it's", "that's", "be", "should"]);

/**
 * The text that is left of a query when stretches are taken out of it, without the commas and "and"s
 * that joined them to it.
 * @param removed in ascending order, without overlap
 */
function textWithout(query: Query, removed: readonly Stretch[]): string {
  const { text, tokens } = query;
  const isAsWritten = tokens.every(({ spelled }) => spelled === undefined);
  if (removed.length === 0 && isAsWritten) return text.trim();
  const isJoint = (i: number): boolean => isStop(tokens[i]) || JOINING.has(tokens[i]?.word ?? "");
  const isLeading = (i: number): boolean => LEADING.has(tokens[i]?.word ?? "");

  const kept = complement(removed, tokens.length);
  let rest = "";
  let parted = false;
  kept.forEach(({ from, to }, i) => {
    let first = from;
    let end = to;
    while (i > 0 && first < end && isJoint(first)) first += 1;
    while (i < kept.length - 1 && end > first && (isJoint(end - 1) || isLeading(end - 1))) end -= 1;
    parted ||= first > from;
    if (first < end) {
      if (rest !== "") rest += parted ? ", " : " ";
      rest += render(query, first, end);
      parted = false;
    }
    parted ||= end < to;
  });
  return rest.trim();
}

/** The stretches before, between and after others; the first and last may be empty. */
function complement(removed: readonly Stretch[], length: number): Stretch[] {
  const starts = [0, ...removed.map(({ to }) => to)];
  const ends = [...removed.map(({ from }) => from), length];
  return starts.map((from, i) => ({ from, to: ends[i] ?? length }));
}

/** Whether a text holds anything to read. */
const isReadable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
