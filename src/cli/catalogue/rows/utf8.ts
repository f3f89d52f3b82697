import { createReadStream } from "node:fs";
import { CatalogueError } from "../../../contract/errors.ts";

const LF = 10;

/**
 * Reads a UTF-8 file in pieces, without its byte order mark. All line ends become line feeds, so that
 * line numbers agree with those of a text editor.
 * @throws CatalogueError the file cannot be read, or is not UTF-8.
 */
export async function* readText(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 0;
  let held = "";
  for await (const bytes of readBytes(path)) {
    let text: string;
    try {
      text = held + decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw notUtf8(path, lines + badLine(bytes), cause);
    }
    // A carriage return at the end may be the first half of a line end.
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, "\n");
    for (const byte of bytes) if (byte === LF) lines += 1;
  }
  try {
    yield (held + decoder.decode()).replace(/\r/g, "\n");
  } catch (cause) {
    throw notUtf8(path, lines + 1, cause);
  }
}

async function* readBytes(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const bytes of createReadStream(path)) yield bytes as Buffer;
  } catch (cause) {
    throw new CatalogueError({
      what: "The list cannot be read.",
      input: path,
      next: "Check that it exists and that you may read it.",
      cause,
    });
  }
}

/** The line of this piece, from 1, with the first bytes that are not UTF-8. */
function badLine(bytes: Buffer): number {
  // The first bytes may belong to a character that began in the previous piece.
  let from = 0;
  while (from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1;
  for (let line = 1; from < bytes.length; line += 1) {
    const end = bytes.indexOf(LF, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
  return 1;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const notUtf8 = (path: string, line: number, cause: unknown): CatalogueError =>
  new CatalogueError({
    what: `The list is not UTF-8 text; line ${line} holds other bytes, perhaps Latin-1 or UTF-16.`,
    input: path,
    next: 'Save it as UTF-8; spreadsheets call that "CSV UTF-8".',
    cause,
  });
