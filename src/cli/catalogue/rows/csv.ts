import { Readable, pipeline } from "node:stream";
import { CsvError, parse, type Info } from "csv-parse";
import { CatalogueError } from "../../../contract/errors.ts";
import { MOST_ROW_CHARACTERS, type Row } from "./row.ts";

const DELIMITERS = [",", ";", "\t"] as const;
interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * Reads the rows of a CSV file. The first row names the columns; the delimiter is the most frequent
 * of comma, semicolon and tab in it. A quotation mark inside a cell is kept (`12" mix`).
 * @throws CatalogueError a quotation mark is never closed.
 */
export async function* readCsv(text: AsyncIterable<string>, path: string): AsyncGenerator<Row> {
  const { head, all } = await withHead(text);
  let parsedLine = 0;
  const parser = parse({
    delimiter: delimiterOf(head),
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_ROW_CHARACTERS,
    info: true,
    // An error is reported before rows that were parsed but not read yet.
    on_record: (record, { lines }) => {
      parsedLine = lines;
      return record;
    },
  });
  // The parser passes a failure of the source on to its reader.
  pipeline(Readable.from(all), parser, () => undefined);

  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (record.every((cell) => cell.trim() === "")) continue;
      if (header === null) header = record.map((name) => name.trim());
      else yield rowOf(header, record, info.lines);
    }
  } catch (error) {
    throw error instanceof CsvError ? neverClosed(path, parsedLine, error) : error;
  }
}

function rowOf(header: readonly string[], record: readonly string[], lastLine: number): Row {
  const line = lastLine - record.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
  const stray = record.slice(header.length).some((cell) => cell.trim() !== "");
  if (record.length < header.length || stray) {
    const span = line === lastLine ? "" : ` It goes on to line ${lastLine}: is a quote missing?`;
    const problem = `It has ${record.length} cells, the first row ${header.length}.${span}`;
    return { line, problem };
  }
  return { line, cells: header.map((column, at) => ({ column, value: record[at] ?? "" })) };
}

/** The first line of a text that is not empty, and the whole text. */
async function withHead(
  text: AsyncIterable<string>,
): Promise<{ head: string; all: AsyncGenerator<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let start = "";
  while (!start.trimStart().includes("\n") && start.length < MOST_ROW_CHARACTERS) {
    const next = await pieces.next();
    if (next.done === true) break;
    start += next.value;
  }
  async function* all(): AsyncGenerator<string> {
    yield start;
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
      yield next.value;
    }
  }
  return { head: start.trimStart().split("\n", 1)[0] ?? "", all: all() };
}

function delimiterOf(head: string): string {
  const bare = head.replace(/"[^"]*"/g, "");
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

const neverClosed = (path: string, after: number, cause: unknown): CatalogueError =>
  new CatalogueError({
    what: `A quotation mark is opened after line ${after} and never closed.`,
    input: path,
    next: "Close it, or double it if it is part of the text.",
    cause,
  });
