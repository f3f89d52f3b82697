import type { ProjectItem } from "@adobe/premierepro";
import * as v from "valibot";
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

const ENGLISH = { Description: "Description", LogNote: "Log Note", Comment: "Comment" } as const;
export type TextColumn = keyof typeof ENGLISH;

/**
 * Reads the columns of the project panel for a clip.
 * @returns reads one column; empty where it holds no text
 * @throws Error they cannot be read
 */
export async function readColumns(
  premiere: Premiere,
  item: ProjectItem,
): Promise<(field: TextColumn) => string> {
  const json = await premiere.Metadata.getProjectColumnsMetadata(item);
  const columns = v.parse(ColumnsSchema, JSON.parse(json));
  return (field) => {
    const value = columns.find((column) => isColumn(column, field))?.ColumnValue;
    return typeof value === "string" ? value : "";
  };
}

function isColumn({ ColumnName, ColumnID, ColumnPath }: Column, field: TextColumn): boolean {
  // `ColumnName` is in the language of the user interface; the property's name is not.
  return (
    ColumnName === ENGLISH[field] ||
    JSON.stringify([ColumnID, ColumnPath]).includes(`Column.PropertyText.${field}`)
  );
}
