import type { Row } from "../../../../src/cli/catalogue/rows/row.ts";

/** A text in chunks of `size` characters, as a stream might deliver it. */
// eslint-disable-next-line @typescript-eslint/require-await -- the readers take streams
export async function* inPieces(text: string, size = text.length): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** A short form of the rows: the line, then the value of each column or the error. */
export async function short(rows: AsyncIterable<Row>): Promise<[number, unknown][]> {
  const all: [number, unknown][] = [];
  for await (const row of rows) {
    const content =
      "problem" in row
        ? row.problem
        : Object.fromEntries(row.cells.map(({ column, value }) => [column, value]));
    all.push([row.line, content]);
  }
  return all;
}
