import type { ClipProjectItem, ProjectItem } from "@adobe/premierepro";
import * as v from "valibot";
import type { SceneClip } from "../src/contract/editor-host.ts";
import type { Premiere } from "./premiere.ts";

// A search reads far less; this keeps 200 selected clips within one message.
const TEXT_LIMIT = 2000;
const TRANSCRIPT_LIMIT = 10_000;
const MARKER_LIMIT = 100;

/** Everything an editor may have written about a clip. What cannot be read is empty. */
export async function readClip(
  premiere: Premiere,
  item: ProjectItem,
  clip: ClipProjectItem,
): Promise<SceneClip> {
  // Offline media, titles and nested sequences lack some of these, and then the host throws.
  const columns = await orElse([], () => readColumns(premiere, item));
  const column = (field: TextColumn): string => cut(columnText(columns, field), TEXT_LIMIT);
  return {
    name: cut(item.name, 1000),
    description: column("Description"),
    logNote: column("LogNote"),
    comment: column("Comment"),
    markers: await orElse([], () => readMarkers(premiere, clip)),
    transcript: await orElse("", () => readTranscript(premiere, clip)),
  };
}

const ColumnsSchema = v.array(
  v.object({
    ColumnName: v.string(),
    ColumnValue: v.unknown(),
    ColumnID: v.optional(v.unknown()),
    ColumnPath: v.optional(v.unknown()),
  }),
);
type Columns = v.InferOutput<typeof ColumnsSchema>;

const ENGLISH = { Description: "Description", LogNote: "Log Note", Comment: "Comment" } as const;
type TextColumn = keyof typeof ENGLISH;

async function readColumns(premiere: Premiere, item: ProjectItem): Promise<Columns> {
  const json = await premiere.Metadata.getProjectColumnsMetadata(item);
  return v.parse(ColumnsSchema, JSON.parse(json));
}

function columnText(columns: Columns, field: TextColumn): string {
  // `ColumnName` is in the language of the user interface; the property's name is not.
  const property = `Column.PropertyText.${field}`;
  const isIt = (column: Columns[number]): boolean =>
    column.ColumnName === ENGLISH[field] ||
    JSON.stringify([column.ColumnID, column.ColumnPath]).includes(property);
  const value = columns.find(isIt)?.ColumnValue;
  return typeof value === "string" ? value : "";
}

async function readMarkers(
  premiere: Premiere,
  clip: ClipProjectItem,
): Promise<SceneClip["markers"]> {
  const markers = (await premiere.Markers.getMarkers(clip)).getMarkers();
  return markers.slice(0, MARKER_LIMIT).map((marker) => ({
    name: cut(marker.getName(), 1000),
    comments: cut(marker.getComments(), TEXT_LIMIT),
  }));
}

const TranscriptSchema = v.object({
  segments: v.array(v.object({ words: v.array(v.object({ text: v.string() })) })),
});

async function readTranscript(premiere: Premiere, clip: ClipProjectItem): Promise<string> {
  if (!premiere.Transcript.hasTranscript(clip)) return "";
  const json = await premiere.Transcript.exportToJSON(clip);
  const { segments } = v.parse(TranscriptSchema, JSON.parse(json));
  const words = segments.flatMap((segment) => segment.words.map((word) => word.text));
  return cut(words.join(" ").replace(/ +([.,!?;:])/g, "$1"), TRANSCRIPT_LIMIT);
}

function cut(text: string, limit: number): string {
  return text.slice(0, limit);
}

async function orElse<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch {
    return otherwise;
  }
}
