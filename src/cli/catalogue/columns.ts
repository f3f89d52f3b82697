import { UsageError } from "../../contract/errors.ts";

/** What a column can tell of a track, and the names such columns go by, the surest first. */
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
  // Keywords say anything; the words count alike wherever they stand.
  uses: [
    ...["use", "uses", "usage", "good for", "theme", "themes", "scene", "scenes"],
    ...["keyword", "keywords", "tag", "tags"],
  ],
  file: ["file", "filename", "audio file", "audio", "path", "file path"],
  page: ["page", "url", "link", "page url", "track url"],
  licence: ["licence", "license", "licence type", "license type"],
} as const;

export type Field = keyof typeof COLUMN_NAMES;
const FIELDS = Object.keys(COLUMN_NAMES) as Field[];
const isField = (name: string): name is Field => Object.hasOwn(COLUMN_NAMES, name);

/** Which field a column fills; of several for one field the lowest rank is asked first. */
export interface Place {
  readonly field: Field;
  readonly rank: number;
}

/** Finds the place of a column by its name; null for a column that says nothing we keep. */
export type ColumnMap = (column: string) => Place | null;

/** Field and column, as a person gave them. */
export type ColumnChoice = readonly [field: Field, column: string];

/**
 * Reads `title=Song,bpm=Tempo`. A field named twice takes both columns.
 * @throws UsageError it is not of that form, or names no field.
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

/** A field with a chosen column takes that and no other; the rest are found by their names. */
export function columnMap(choices: readonly ColumnChoice[]): ColumnMap {
  const places = new Map<string, Place>();
  const chosen = new Set<Field>(choices.map(([field]) => field));
  for (const field of FIELDS.filter((each) => !chosen.has(each))) {
    COLUMN_NAMES[field].forEach((name, rank) => places.set(plainName(name), { field, rank }));
  }
  choices.forEach(([field, column], rank) => places.set(plainName(column), { field, rank }));
  return (column) => places.get(plainName(column)) ?? null;
}

/** Names are the same whatever their case, spaces and marks: "Track_Title", "track title". */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
