import * as v from "valibot";
import { CatalogueError } from "../../../contract/errors.ts";
import { MOST_ROW_CHARACTERS, type Row } from "./row.ts";

const RowSchema = v.record(v.string(), v.unknown());

/**
 * Reads the rows of a file with one JSON object on each line.
 * @throws CatalogueError a line is too long.
 */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  path: string,
): AsyncGenerator<Row> {
  let line = 1;
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const each of lines) {
      if (each.trim() !== "") yield rowOf(each, line);
      line += 1;
    }
    if (rest.length > MOST_ROW_CHARACTERS) throw tooLong(path, line);
  }
  if (rest.trim() !== "") yield rowOf(rest, line);
}

/**
 * Reads the rows of a JSON file with an array of objects. Elements are parsed one by one, since the
 * whole list may be larger than memory.
 * @throws CatalogueError the file is not an array or is truncated, or an element is too long.
 */
export async function* readJsonArray(
  text: AsyncIterable<string>,
  path: string,
): AsyncGenerator<Row> {
  let state = "before" as "before" | "within" | "after";
  let element = "";
  let elementLine = 1;
  let line = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;

  for await (const piece of text) {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at] ?? "";
      if (character === "\n") line += 1;
      if (quoted) {
        if (escaped) escaped = false;
        else if (character === "\\") escaped = true;
        else if (character === '"') quoted = false;
      } else if (state !== "within") {
        if (character.trim() === "") continue;
        if (state === "after" || character !== "[") throw notAList(path, line);
        state = "within";
        from = at + 1;
        elementLine = line;
      } else if (depth === 0 && (character === "," || character === "]")) {
        element += piece.slice(from, at);
        if (element.trim() !== "") yield rowOf(element, elementLine + blankLines(element));
        element = "";
        from = at + 1;
        elementLine = line;
        if (character === "]") state = "after";
      } else if (character === '"') quoted = true;
      else if (character === "{" || character === "[") depth += 1;
      else if (character === "}" || character === "]") depth -= 1;
    }
    if (state === "within") element += piece.slice(from);
    if (element.length > MOST_ROW_CHARACTERS) throw tooLong(path, elementLine);
  }
  if (state !== "after") throw breaksOff(path, state === "before" ? 1 : elementLine);
}

/** How many lines below the previous comma an element begins. */
function blankLines(element: string): number {
  return (/^\s*/.exec(element)?.[0] ?? "").split("\n").length - 1;
}

function rowOf(text: string, line: number): Row {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { line, problem: "It is not JSON." };
  }
  const parsed = v.safeParse(RowSchema, json);
  if (!parsed.success || Array.isArray(json)) return { line, problem: "It is not a JSON object." };
  const cells = Object.entries(parsed.output).map(([column, value]) => ({ column, value }));
  return { line, cells };
}

const REPAIR = "Write an array of objects, one for each track, or one object a line (.jsonl).";
const notAList = (path: string, line: number): CatalogueError =>
  new CatalogueError({
    what: `The JSON file is not a single array; see line ${line}.`,
    input: path,
    next: REPAIR,
  });
const breaksOff = (path: string, line: number): CatalogueError =>
  new CatalogueError({
    what: `The JSON file ends within the element on line ${line}.`,
    input: path,
    next: "Export it again.",
  });
const tooLong = (path: string, line: number): CatalogueError =>
  new CatalogueError({
    what: `The row on line ${line} has more than ${MOST_ROW_CHARACTERS} characters.`,
    input: path,
    next: REPAIR,
  });
