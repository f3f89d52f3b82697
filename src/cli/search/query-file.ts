import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { UsageError } from "../../contract/errors.ts";

const STANDARD_INPUT = "-";
const LINE_FEED = 0x0a;

/** One sentence of a file. */
export interface QueryLine {
  /** File and line, from 1: `queries.txt:3`. */
  readonly at: string;
  /** The sentence, trimmed; null if the line is not UTF-8. */
  readonly query: string | null;
}

/**
 * Reads the sentences of a file, one on each line. Blank lines are skipped.
 * @param path a UTF-8 text file, or `-` for standard input
 * @throws UsageError the file cannot be read, or holds no sentence.
 */
export async function readQueries(path: string): Promise<QueryLine[]> {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const lines = splitLines(await readBytes(path, name))
    .map((bytes, i) => ({ at: `${name}:${i + 1}`, query: decode(bytes) }))
    .filter(({ query }) => query !== "");
  if (lines.length > 0) return lines;
  throw new UsageError({
    what: "There is no sentence to search for.",
    input: name,
    next: "Write one sentence on each line.",
  });
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    return path === STANDARD_INPUT ? await buffer(process.stdin) : await readFile(path);
  } catch (cause) {
    throw new UsageError({
      what: "The queries cannot be read.",
      input: name,
      next: "Give --queries a text file with one sentence on each line.",
      cause,
    });
  }
}

function splitLines(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function decode(line: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line).trim();
  } catch {
    return null;
  }
}
