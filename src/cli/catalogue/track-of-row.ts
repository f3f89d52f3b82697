import { basename } from "node:path/posix";
import * as v from "valibot";
import { CatalogueTrackSchema, type CatalogueTrack } from "../../contract/catalogue.ts";
import type { ColumnMap, Field } from "./columns.ts";
import { licenceFromName } from "../../engine/library/licence-names.ts";
import { withAttribution } from "./licence.ts";
import { pageFrom } from "./page-template.ts";
import type { Cell } from "./rows/row.ts";
import { CellError, fact, seconds, tempo, text, vocals, words } from "./values.ts";

/** Longest id. An id from the list must fit; an id made from a name is cut. */
const LONGEST_MADE_ID = 200;

/** Rules for all rows of a list. */
export interface RowRules {
  readonly columns: ColumnMap;
  /** SPDX identifier of the catalogue's licence; a row that names the same has no own licence. */
  readonly licence: string;
  /** Template for the page of a track, with {id}, {file} and {title}, for rows without a page. */
  readonly page: string | null;
}

/** A track, or the first error in its row. */
export function trackOfRow(cells: readonly Cell[], rules: RowRules): CatalogueTrack | string {
  try {
    return checked(metadataOf(cells, rules));
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
}

type Metadata = v.InferInput<typeof CatalogueTrackSchema>;

function metadataOf(cells: readonly Cell[], { columns, licence, page }: RowRules): Metadata {
  const byField = sortedByField(cells, columns);
  /** The first column of a field that is not empty. */
  const first = <T>(field: Field, read: (value: unknown) => T | null): T | null => {
    for (const cell of byField.get(field) ?? []) {
      const value = readCell(cell, read);
      if (value !== null) return value;
    }
    return null;
  };
  const all = (field: Field): string[] =>
    (byField.get(field) ?? []).flatMap((cell) => readCell(cell, words));

  const title = first("title", text);
  if (title === null) throw new CellError("There is no title.");
  const pace = first("bpm", (value) => {
    const found = tempo(value);
    return found.bpm === null && found.words.length === 0 ? null : found;
  });
  const file = first("file", fileName);
  const id = first("id", fact) ?? (file ?? title).slice(0, LONGEST_MADE_ID);
  const own = first("licence", (value) => {
    const written = fact(value);
    return written === null ? null : licenceFromName(written);
  });
  return {
    id,
    title,
    artist: first("artist", text),
    seconds: first("seconds", seconds),
    bpm: pace?.bpm ?? null,
    key: first("key", fact),
    vocals: first("vocals", vocals),
    genres: distinct(all("genres")),
    moods: distinct([...all("moods"), ...(pace?.words ?? [])]),
    instruments: distinct(all("instruments")),
    uses: distinct(all("uses")),
    file,
    page: first("page", fact) ?? (page === null ? null : pageFrom(page, { id, file, title })),
    licence: own === null || own.id === licence ? null : withAttribution(own),
  };
}

function sortedByField(cells: readonly Cell[], columns: ColumnMap): Map<Field, Cell[]> {
  const found = cells.flatMap((cell) => {
    const place = columns(cell.column);
    return place === null ? [] : [{ ...place, cell }];
  });
  const byField = new Map<Field, Cell[]>();
  for (const { field, cell } of found.sort((a, b) => a.rank - b.rank)) {
    byField.set(field, [...(byField.get(field) ?? []), cell]);
  }
  return byField;
}

function readCell<T>({ column, value }: Cell, read: (value: unknown) => T): T {
  try {
    return read(value);
  } catch (error) {
    throw error instanceof CellError ? new CellError(`"${column}" ${error.message}.`) : error;
  }
}

// Lists hold paths of the vendor's machine, with forward slashes or backslashes.
function fileName(value: unknown): string | null {
  const path = fact(value);
  return path === null ? null : basename(path.replaceAll("\\", "/")) || null;
}

/** Each word once, in its first spelling. */
function distinct(found: readonly string[]): string[] {
  const byPlain = new Map<string, string>();
  for (const word of found) {
    const plain = word.toLowerCase();
    if (!byPlain.has(plain)) byPlain.set(plain, word);
  }
  return [...byPlain.values()];
}

function checked(metadata: Metadata): CatalogueTrack {
  const parsed = v.safeParse(CatalogueTrackSchema, metadata);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CellError(`${v.getDotPath(issue) ?? "row"}: ${issue.message}.`);
}
