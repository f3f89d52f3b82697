import { MOST_TRACKS, type CatalogueTrack } from "../../contract/catalogue.ts";
import { CatalogueError, UsageError } from "../../contract/errors.ts";
import { plainName } from "../../shared/plain-name.ts";
import { columnMap, type ColumnChoice, type Field } from "./columns.ts";
import type { Recipe } from "./recipe.ts";
import { readRows } from "./rows/read-rows.ts";
import { trackOfRow } from "./track-of-row.ts";

/** How many rejected rows are described; the others are only counted. */
const MOST_DESCRIBED = 20;
/** How many column names are kept, and listed by an error; JSON may have new ones in each row. */
const MOST_COLUMNS = 10_000;
const MOST_LISTED = 50;

/** How to read a list. */
export interface ListOptions {
  readonly columns: readonly ColumnChoice[];
  /** Reads columns that `columns` does not name; those that the file lacks are no error. */
  readonly recipe?: Recipe;
  /** See `RowRules`. */
  readonly licence: string;
  readonly page: string | null;
  /** Tracks that one catalogue may hold. */
  readonly mostTracks?: number;
}

/** A row with an error. */
export interface RejectedRow {
  /** The line, from 1, on which the row begins. */
  readonly line: number;
  readonly problem: string;
}

/** The content of a list. */
export interface ReadList {
  readonly tracks: readonly CatalogueTrack[];
  /** How many rows have errors. */
  readonly rejected: number;
  /** The first few of them. */
  readonly problems: readonly RejectedRow[];
  /** Columns that were read, by their field, and columns that were not. */
  readonly used: Readonly<Record<string, Field>>;
  readonly unused: readonly string[];
}

/**
 * Reads the tracks of a vendor's list. Rows with errors are counted and left out.
 * @throws CatalogueError the file cannot be read, has no column for the title, or too many tracks.
 * @throws UsageError the file is of an unknown kind, or lacks a chosen column.
 */
export async function readList(path: string, options: ListOptions): Promise<ReadList> {
  const { columns: choices, recipe, mostTracks = MOST_TRACKS } = options;
  const columns = columnMap([...choices, ...(recipe?.choices ?? [])]);
  const tracks: CatalogueTrack[] = [];
  const lineOf = new Map<string, number>();
  const seen = new Set<string>();
  const problems: RejectedRow[] = [];
  let rejected = 0;
  const reject = (line: number, problem: string): void => {
    rejected += 1;
    if (problems.length < MOST_DESCRIBED) problems.push({ line, problem });
  };

  for await (const row of readRows(path)) {
    if ("problem" in row) {
      reject(row.line, row.problem);
      continue;
    }
    const cells = recipe === undefined ? row.cells : recipe.prepared(row.cells);
    for (const { column } of cells) if (seen.size < MOST_COLUMNS) seen.add(column);
    const track = trackOfRow(cells, { ...options, columns });
    const earlier = typeof track === "string" ? undefined : lineOf.get(track.id);
    if (typeof track === "string") {
      reject(row.line, track);
    } else if (earlier !== undefined) {
      reject(row.line, `The id "${track.id.slice(0, 80)}" is already that of line ${earlier}.`);
    } else if (tracks.length === mostTracks) {
      throw tooMany(path, mostTracks);
    } else {
      lineOf.set(track.id, row.line);
      tracks.push(track);
    }
  }

  const found = [...seen];
  const used = usedColumns(found, columns);
  const missing = choices.find(
    ([, column]) => !found.some((name) => plainName(name) === plainName(column)),
  );
  if (found.length > 0 && missing !== undefined) throw noSuchColumn(missing[1], found);
  if (found.length > 0 && !Object.values(used).includes("title")) throw noTitle(path, found);
  return {
    tracks,
    rejected,
    problems,
    used,
    unused: found.filter((name) => !Object.hasOwn(used, name)),
  };
}

function usedColumns(
  found: readonly string[],
  columns: ReturnType<typeof columnMap>,
): Record<string, Field> {
  return Object.fromEntries(
    found.flatMap((name) => {
      const place = columns(name);
      return place === null ? [] : [[name, place.field]];
    }),
  );
}

const list = (names: readonly string[]): string =>
  names
    .slice(0, MOST_LISTED)
    .map((name) => `"${name}"`)
    .join(", ");
const noTitle = (path: string, found: readonly string[]): CatalogueError =>
  new CatalogueError({
    what: "No column holds the title.",
    input: path,
    next: `Name the one that does with --columns "title=NAME"; the file has ${list(found)}.`,
  });
const noSuchColumn = (column: string, found: readonly string[]): UsageError =>
  new UsageError({
    what: "The file has no such column.",
    input: column,
    next: `It has ${list(found)}.`,
  });
const tooMany = (path: string, most: number): CatalogueError =>
  new CatalogueError({
    what: `The list has more than the ${most} tracks that one catalogue may hold.`,
    input: path,
    next: "Split the file, and import each part under an id of its own.",
  });
