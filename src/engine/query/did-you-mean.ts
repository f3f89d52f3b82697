import type { SearchRequest } from "../../contract/search.ts";
import type { Track } from "../../contract/track.ts";
import type { Understood } from "../../contract/understanding.ts";
import { editDistance, nearestWords, unknownWords, type Lexicon } from "./understand/lexicon.ts";
import { foldWords, tokenise, wordsOf } from "./understand/tokens.ts";

/** Most suggestions of one answer. */
export const MOST_SUGGESTIONS = 3;

/** What a description could have been meant to say, at most `MOST_SUGGESTIONS`; usually nothing. */
export type Suggest = (
  request: Pick<SearchRequest, "query" | "literal">,
  understood: Understood,
) => string[];

/** The description with one stretch of it replaced. */
const replaced = (query: string, start: number, end: number, by: string): string =>
  query.slice(0, start) + by + query.slice(end);

/** A title may differ from the quoted words in one letter of this many. */
const LETTERS_PER_ERROR = 4;

/** Prepares to suggest titles near to quoted words that no track has. */
export function createTitleSuggestions(tracks: readonly Pick<Track, "title">[]): Suggest {
  let titles: ReadonlyMap<string, string> | null = null;
  return ({ query }, { items }) =>
    items.flatMap((item) => {
      if (item.kind !== "title" || item.label.tracks > 0) return [];
      titles ??= new Map(tracks.map(({ title }) => [foldWords(title), title]));
      const start = query.indexOf(item.text);
      if (start < 0) return [];
      const end = start + item.text.length;
      return nearestTitles(foldWords(item.label.words), titles).map((title) =>
        replaced(query, start, end, `"${title}"`),
      );
    });
}

function nearestTitles(words: string, titles: ReadonlyMap<string, string>): string[] {
  const most = Math.max(1, Math.floor(words.length / LETTERS_PER_ERROR));
  return [...titles]
    .map(([folded, title]) => ({ title, distance: editDistance(words, folded, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.title < b.title ? -1 : 1))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ title }) => title);
}

/** A description that is known for less than this share of its words is read as misspelled. */
const LEAST_KNOWN = 1 / 2;

/**
 * Prepares to suggest words for those that neither pack nor lexicon knows and that were not corrected:
 * where several words are as near, or where most of the description is unknown and words are near
 * enough. How near the whole lies to the vocabulary tells nothing: nonsense lies no farther from it
 * than a scene does.
 */
export function createWordSuggestions(lexicon: Lexicon): Suggest {
  return ({ query, literal = [] }, { items }) => {
    const settled = [...literal, ...items.map(({ text }) => text)].map((text) => {
      const start = query.indexOf(text);
      return { start, end: start + text.length };
    });
    const unknown = unknownWords({ text: query, tokens: tokenise(query) }, lexicon).filter(
      (token) => !settled.some(({ start, end }) => start <= token.start && token.end <= end),
    );
    const known = wordsOf(query).length - unknown.length;
    const isFar = known < LEAST_KNOWN * (known + unknown.length);
    return unknown.flatMap(({ word, start, end }) =>
      nearestWords(word, lexicon, isFar).map((other) => replaced(query, start, end, other)),
    );
  };
}
