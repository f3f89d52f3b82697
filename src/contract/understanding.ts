import * as v from "valibot";
import { text } from "./values.ts";

/** Most phrases that a request can take back. */
export const LITERAL_LIMIT = 100;
/** Longest such phrase, in UTF-16 units; as long as the longest query. */
const PHRASE_LIMIT = 2000;

/** Phrases of a query that are to be read as plain words; see `SearchRequest.literal`. */
export const LiteralSchema = v.pipe(v.array(text(PHRASE_LIMIT)), v.maxLength(LITERAL_LIMIT));

/** A stretch of numbers, both ends included; null where it is open. */
export interface Span {
  readonly least: number | null;
  readonly most: number | null;
}

/** A musical key. */
export interface Key {
  /** C, C#, D, ... B. Flats are written as the sharp that sounds alike. */
  readonly tonic: string;
  /** "major", "minor", "dorian", ...; null if only the tonic was named. */
  readonly mode: string | null;
}

/** What an item means, by kind. Labels hold no sentences; who shows them, words them. */
export interface UnderstoodLabels {
  /** Music that is not wanted. `strength` is 1 for "no drums", less for "not too dark". */
  readonly without: { readonly concept: string; readonly strength: number };
  /** Beats per minute. */
  readonly tempo: Span;
  /** Length of the whole track, in seconds. */
  readonly length: Span;
  readonly key: Key;
  /** Whether somebody sings. */
  readonly vocals: { readonly sung: boolean };
  /** Quoted words, and how many tracks have them in their title or artist; 0 if none has. */
  readonly title: { readonly words: string; readonly tracks: number };
  /** Words that count for less than the rest, whose weight is 1. */
  readonly weight: { readonly words: string; readonly weight: number };
  /** What a word was taken for. */
  readonly spelling: { readonly words: string };
}

/** Something that a query says beyond the words that are embedded. */
export type UnderstoodItem = {
  readonly [Kind in keyof UnderstoodLabels]: {
    readonly kind: Kind;
    /** The words of the query that it came from, exactly. `SearchRequest.literal` takes them back. */
    readonly text: string;
    readonly label: UnderstoodLabels[Kind];
  };
}[keyof UnderstoodLabels];

/** How a query was understood. */
export interface Understood {
  /** The words that were embedded: the query without its negations and filters. */
  readonly text: string;
  /** In order of appearance. */
  readonly items: readonly UnderstoodItem[];
}
