import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { UsageError } from "../../contract/errors.ts";
import { plainName } from "../../shared/plain-name.ts";
import { COLUMN_NAMES, type ColumnChoice, type Field } from "./columns.ts";
import type { Cell } from "./rows/row.ts";

const regularExpression = v.pipe(
  v.string(),
  v.check((source) => compiled(source) !== null, "is no regular expression with a group"),
);
const ColumnSchema = v.union([
  v.string(),
  v.object({
    /** Its name; in JSON, dots lead into objects: `musicinfo.tags.genres`. */
    column: v.string(),
    /** What the groups of this expression match is the value, as often as it matches. */
    find: v.optional(regularExpression),
    /** A text in which `{}` stands for what was found. */
    as: v.optional(v.string()),
    /** Only these values count, and for each of them the text beside it. */
    values: v.optional(v.record(v.string(), v.string())),
  }),
]);
const RecipeSchema = v.object({
  for: v.string(),
  /** Where the format is documented. */
  source: v.string(),
  /** For each field a column, or several, the most reliable first. */
  columns: v.record(
    v.picklist(Object.keys(COLUMN_NAMES) as Field[]),
    v.union([ColumnSchema, v.array(ColumnSchema)]),
  ),
});
type Column = Exclude<v.InferOutput<typeof ColumnSchema>, string>;

/** How the list of one vendor is read. */
export interface Recipe {
  readonly choices: readonly ColumnChoice[];
  /** The cells of a row, with nested ones by their full name, and with values as they are to be read. */
  readonly prepared: (cells: readonly Cell[]) => readonly Cell[];
}

/** Whether `--columns` names a recipe, and not pairs of fields and columns. */
export const isRecipe = (option: string): boolean => /\.json$/i.test(option.trim());

/**
 * Reads a recipe: `catalogue/recipes` holds some.
 * @throws UsageError it cannot be read, or is no recipe.
 */
export async function readRecipe(path: string): Promise<Recipe> {
  const text = await readFile(path.trim(), "utf8").catch((cause: unknown) => {
    throw malformed(path, "it cannot be read", cause);
  });
  const parsed = v.safeParse(RecipeSchema, parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw malformed(path, `${v.getDotPath(issue) ?? "recipe"}: ${issue.message}`);
  }
  const fields = Object.entries(parsed.output.columns) as [Field, unknown][];
  const columns = fields.flatMap(([field, named]) =>
    (Array.isArray(named) ? named : [named]).map((one): [Field, Column] => [
      field,
      typeof one === "string" ? { column: one } : (one as Column),
    ]),
  );
  return {
    choices: columns.map(([field, { column }]) => [field, column]),
    prepared: (cells) => preparedBy(columns, cells),
  };
}

function preparedBy(
  columns: readonly (readonly [Field, Column])[],
  cells: readonly Cell[],
): Cell[] {
  const made = columns.flatMap(([, column]) => {
    const value = valueAt(cells, column.column);
    return value === undefined ? [] : [{ column: column.column, value: readBy(column, value) }];
  });
  const names = new Set(made.map(({ column }) => plainName(column)));
  return [...made, ...cells.filter(({ column }) => !names.has(plainName(column)))];
}

/** The value of a column; dots of its name lead into objects. */
function valueAt(cells: readonly Cell[], name: string): unknown {
  const whole = cells.find(({ column }) => plainName(column) === plainName(name));
  if (whole !== undefined) return whole.value;
  const [first = "", ...rest] = name.split(".");
  let value = cells.find(({ column }) => column === first)?.value;
  for (const key of rest) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function readBy({ find, values, as }: Column, value: unknown): unknown {
  const pattern = find === undefined ? null : compiled(find);
  const found =
    pattern === null || typeof value !== "string"
      ? value
      : [...value.matchAll(pattern)].map(([, ...groups]) => inPlace(as, groups.join("")));
  if (values === undefined) return found;
  const read = (one: unknown): string | null =>
    typeof one === "string" || typeof one === "number"
      ? (values[String(one).trim()] ?? null)
      : null;
  return Array.isArray(found) ? found.map(read) : read(found);
}

const inPlace = (as: string | undefined, value: string): string =>
  as === undefined ? value : as.split("{}").join(value);

/** Null if it is none, or has no group. */
function compiled(source: string): RegExp | null {
  try {
    const groups = new RegExp(`${source}|`, "u").exec("")?.length ?? 0;
    return groups > 1 ? new RegExp(source, "gu") : null;
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const malformed = (input: string, problem: string, cause?: unknown): UsageError =>
  new UsageError({
    what: `This is no recipe for a list: ${problem}.`,
    input,
    next: "See catalogue/recipes for two that are, or name columns one by one.",
    cause,
  });
