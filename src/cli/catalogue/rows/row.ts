/** Longest row, in characters; after an unclosed quotation mark, the whole file would be one row. */
export const MOST_ROW_CHARACTERS = 1_000_000;

/** A cell, and the name of its column in the file. */
export interface Cell {
  readonly column: string;
  /** A text from CSV; any JSON value from JSON. */
  readonly value: unknown;
}

/** A row of a list, or what is wrong with it. */
export type Row =
  | { readonly line: number; readonly cells: readonly Cell[] }
  | { readonly line: number; readonly problem: string };
