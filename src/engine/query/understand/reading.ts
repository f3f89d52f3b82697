import type { UnderstoodItem, UnderstoodLabels } from "../../../contract/understanding.ts";
import type { Token } from "./tokens.ts";

/** A query and its tokens. Rules read the tokens; items quote the text. */
export interface Query {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** A stretch of tokens; `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** An item, and where it begins in the query, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly item: UnderstoodItem;
}

/** What a rule understood at a token. */
export interface Reading {
  readonly found: readonly Found[];
  /** Tokens that are not embedded with the rest. */
  readonly removed: readonly Stretch[];
  /** Where to read on. */
  readonly to: number;
}

/** Understood from a stretch of tokens. */
export function found<Kind extends keyof UnderstoodLabels>(
  { text, tokens }: Query,
  { from, to }: Stretch,
  kind: Kind,
  label: UnderstoodLabels[Kind],
): Found {
  const start = tokens[from]?.start ?? 0;
  // A union member, which TypeScript cannot tell from a generic kind.
  const item = { kind, text: text.slice(start, tokens[to - 1]?.end), label } as UnderstoodItem;
  return { start, item };
}

/** The words of a stretch, spelled as they were understood. */
export function render({ text, tokens }: Query, from: number, to: number): string {
  let rendered = "";
  for (let i = from; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const before = tokens[i - 1];
    const isApart = i > from && before !== undefined && before.end < token.start;
    rendered += (isApart ? " " : "") + (token.spelled ?? text.slice(token.start, token.end));
  }
  return rendered;
}
