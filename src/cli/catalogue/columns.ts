import { UsageError } from "../../contract/errors.ts";
import { plainName } from "../../shared/plain-name.ts";

/** The fields of a track, and common names of their columns, the most reliable first. */
export const COLUMN_NAMES = {
  title: ["title", "track title", "song title", "track name", "song name", "song", "track", "name"],
  artist: ["artist", "artists", "artist name", "composer", "composers", "performer", "author"],
  id: ["isrc", "id", "track id", "song id", "catalogue number", "catalog number"],
  seconds: [
    ...["length", "duration", "seconds", "duration seconds", "length seconds", "duration s"],
    ...["length s", "duration sec", "length sec", "time", "track length", "runtime"],
  ],
  bpm: ["bpm", "tempo", "tempo bpm", "beats per minute"],
  key: ["key", "musical key", "key signature"],
  vocals: ["vocals", "vocal", "has vocals"],
  genres: ["genre", "genres", "style", "styles", "subgenre", "subgenres", "category", "categories"],
  moods: ["mood", "moods", "feel", "feeling", "feelings", "emotion", "emotions"],
  instruments: ["instrument", "instruments", "instrumentation"],
  // Keywords may be of any kind; all kinds of words count the same.
  uses: [
    ...["use", "uses", "usage", "good for", "theme", "themes", "scene", "scenes"],
    ...["keyword", "keywords", "tag", "tags"],
  ],
  file: ["file", "filename", "audio file", "audio", "path", "file path"],
  page: ["page", "url", "link", "page url", "track url"],
  licence: ["licence", "license", "licence type", "license type"],
} as const;

/** A field that a column can fill. */
export type Field = keyof typeof COLUMN_NAMES;
const FIELDS = Object.keys(COLUMN_NAMES) as Field[];
const isField = (name: string): name is Field => Object.hasOwn(COLUMN_NAMES, name);

/** The field that a column fills. Of several columns for a field, the lowest rank is read first. */
export interface Place {
  readonly field: Field;
  readonly rank: number;
}

/** Finds the field of a column by its name; null if the column is not used. */
export type ColumnMap = (column: string) => Place | null;

/** A field, and the column that the user chose for it. */
export type ColumnChoice = readonly [field: Field, column: string];

/**
 * Reads `title=Song,bpm=Tempo`. A field named twice takes both columns.
 * @throws UsageError it has another form, or names an unknown field.
 */
export function readColumnChoices(option: string): ColumnChoice[] {
  return option.split(",").map((part) => {
    const [, field, column] = /^\s*(\w+)\s*=\s*(.*\S)\s*$/s.exec(part) ?? [];
    if (field !== undefined && column !== undefined && isField(field)) return [field, column];
    throw new UsageError({
      what: "--columns takes pairs of a field and the name of a column.",
      input: part,
      next: `Write, say, --columns "title=Song,bpm=Tempo"; the fields are ${FIELDS.join(", ")}.`,
    });
  });
}

/** A field with a chosen column uses no other column; all other fields are found by name. */
export function columnMap(choices: readonly ColumnChoice[]): ColumnMap {
  const places = new Map<string, Place>();
  const chosen = new Set<Field>(choices.map(([field]) => field));
  for (const field of FIELDS.filter((each) => !chosen.has(each))) {
    COLUMN_NAMES[field].forEach((name, rank) => places.set(plainName(name), { field, rank }));
  }
  choices.forEach(([field, column], rank) => places.set(plainName(column), { field, rank }));
  return (column) => places.get(plainName(column)) ?? null;
}
