import { extname } from "node:path";
import { UsageError } from "../../../contract/errors.ts";
import { readCsv } from "./csv.ts";
import { readJsonArray, readJsonLines } from "./json.ts";
import type { Row } from "./row.ts";
import { readText } from "./utf8.ts";

type Reader = (text: AsyncIterable<string>, path: string) => AsyncGenerator<Row>;

const READERS: Readonly<Record<string, Reader>> = {
  ".csv": readCsv,
  ".tsv": readCsv,
  ".json": readJsonArray,
  ".jsonl": readJsonLines,
};

/**
 * Reads the rows of a list of tracks one by one, so memory does not grow with the file.
 * @throws UsageError the file has an unknown extension.
 * @throws CatalogueError the file cannot be read.
 */
export function readRows(path: string): AsyncGenerator<Row> {
  const read = READERS[extname(path).toLowerCase()];
  if (read !== undefined) return read(readText(path), path);
  throw new UsageError({
    what: `A list of tracks is one of ${Object.keys(READERS).join(", ")}.`,
    input: path,
    next: "Export the list as CSV, or give the file the right extension.",
  });
}
