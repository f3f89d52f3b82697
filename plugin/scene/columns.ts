import type { ProjectItem } from "@adobe/premierepro";
import * as v from "valibot";
import type { SceneClip } from "../../src/contract/selection.ts";
import type { Premiere } from "../premiere.ts";

const ColumnsSchema = v.array(
  v.object({
    ColumnName: v.string(),
    ColumnValue: v.unknown(),
    ColumnID: v.optional(v.unknown()),
    ColumnPath: v.optional(v.unknown()),
  }),
);
type Column = v.InferOutput<typeof ColumnsSchema>[number];

/** Columns of the project panel that somebody may have described a clip in, by their English names. */
const DESCRIBING = new Set([
  ...["scene", "shot", "shot name", "mood", "emotion", "tone", "genre", "subject", "title"],
  ...["headline", "story", "theme", "action", "weather", "time of day", "setting", "season"],
  ...["event", "people", "character", "characters", "category", "style", "atmosphere", "music"],
]);
const COLUMN_LIMIT = 20;

const ENGLISH = { Description: "Description", LogNote: "Log Note", Comment: "Comment" } as const;
export type TextColumn = keyof typeof ENGLISH;

/** What the columns of the project panel hold for a clip. */
export interface ClipColumns {
  /** What a column holds; empty where that is no text. */
  read(field: TextColumn): string;
  /** Further columns that describe the clip, those with text. */
  readonly others: SceneClip["columns"];
}

/**
 * Reads the columns of the project panel for a clip.
 * @throws Error they cannot be read
 */
export async function readColumns(premiere: Premiere, item: ProjectItem): Promise<ClipColumns> {
  const json = await premiere.Metadata.getProjectColumnsMetadata(item);
  const columns = v.parse(ColumnsSchema, JSON.parse(json));
  return {
    read: (field) => textIn(columns.find((column) => isColumn(column, field))),
    others: columns
      .filter((column) => describes(column) && textIn(column).trim() !== "")
      .slice(0, COLUMN_LIMIT)
      .map((column) => ({ name: column.ColumnName, text: textIn(column) })),
  };
}

function textIn(column: Column | undefined): string {
  const value = column?.ColumnValue;
  return typeof value === "string" ? value : "";
}

/** `Column.PropertyText.Scene`, or a column that somebody added to the panel. */
function describes({ ColumnName, ColumnID, ColumnPath }: Column): boolean {
  const property = /Column\.PropertyText\.(Scene|Shot)\b/;
  return (
    DESCRIBING.has(ColumnName.trim().toLowerCase()) ||
    property.test(JSON.stringify([ColumnID, ColumnPath]))
  );
}

function isColumn({ ColumnName, ColumnID, ColumnPath }: Column, field: TextColumn): boolean {
  // `ColumnName` is in the language of the user interface; the property's name is not.
  return (
    ColumnName === ENGLISH[field] ||
    JSON.stringify([ColumnID, ColumnPath]).includes(`Column.PropertyText.${field}`)
  );
}
