import { PackError } from "../../contract/errors.ts";
import { sha256 } from "../sha256.ts";

/** The files that a model lists: how long each is, and its SHA-256 (hex). */
export type ListedFiles = Readonly<
  Record<string, { readonly bytes: number; readonly sha256: string }>
>;

/** Files as a list says they are. */
export async function listFiles(
  names: readonly string[],
  read: (file: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<ListedFiles> {
  const entries: [string, ListedFiles[string]][] = [];
  for (const name of names) entries.push([name, await listed(await read(name))]);
  return Object.fromEntries(entries);
}

/** A file, as a list has it. */
export const listed = async (bytes: Uint8Array<ArrayBuffer>): Promise<ListedFiles[string]> => ({
  bytes: bytes.length,
  sha256: await sha256(bytes),
});

/**
 * Reads files of a list.
 * @param of what they belong to: "pack"
 * @param next what to do about one that is damaged
 * @returns reads a file; it throws a PackError if that is not listed, truncated or altered
 */
export function readListed(
  files: ListedFiles,
  read: (file: string) => Promise<Uint8Array>,
  { of, next }: { readonly of: string; readonly next: string },
): (file: string) => Promise<Uint8Array<ArrayBuffer>> {
  const known = new Map(Object.entries(files));
  return async (file) => {
    const expected = known.get(file);
    if (expected === undefined) {
      throw new PackError({ what: `The ${of} has no such file.`, input: file, next });
    }
    const content = ownBytes(await read(file));
    if (content.byteLength !== expected.bytes) {
      throw new PackError({
        what: `A ${of} file has ${content.byteLength} bytes instead of ${expected.bytes}.`,
        input: file,
        next,
      });
    }
    if ((await sha256(content)) === expected.sha256) return content;
    throw new PackError({
      what: `A ${of} file is not the one its ${of}.json describes.`,
      input: file,
      next,
    });
  };
}

/** Bytes in a SharedArrayBuffer could change while they are checked, so those are copied. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? (bytes as Uint8Array<ArrayBuffer>)
    : new Uint8Array(bytes);
}
