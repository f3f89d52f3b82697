/** Longest row that is read, in characters; a quotation mark never closed would make one of all. */
export const MOST_ROW_CHARACTERS = 1_000_000;

/** One cell under the name its column has in the file. */
export interface Cell {
  readonly column: string;
  /** Text from CSV; anything JSON can hold from JSON. */
  readonly value: unknown;
}

/** One track of a list, or what is wrong with the row that should have been one. */
export type Row =
  | { readonly line: number; readonly cells: readonly Cell[] }
  | { readonly line: number; readonly problem: string };
