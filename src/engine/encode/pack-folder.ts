import * as v from "valibot";
import type { AddedPackFile, AssetName, AssetSource } from "../../contract/engine.ts";
import { PackError } from "../../contract/errors.ts";

/** A folder that holds a pack, or a model that can become one. */
export interface PackFolder {
  /** What it is called. */
  readonly name: string;
  /** Paths of the files in it, relative, with forward slashes. */
  readonly files: readonly string[];
  /** @throws PackError, HostError the file cannot be read. */
  read(file: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** A folder of which each file is read once: it comes from another thread, or over a bridge. */
export function readOnce(folder: PackFolder): PackFolder {
  const read = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    ...folder,
    read: (file) => {
      const reading = read.get(file) ?? folder.read(file);
      read.set(file, reading);
      return reading;
    },
  };
}

/** Assets in which the pack's files are these, and all others are what they were. */
export function assetsWith(
  others: AssetSource,
  read: (file: string) => Promise<Uint8Array>,
): AssetSource {
  return {
    read: (name: AssetName | AddedPackFile) =>
      name.startsWith("pack/") ? read(name.slice("pack/".length)) : others.read(name),
  };
}

/**
 * The content of a JSON file.
 * @param use which model to use instead, if this one does not fit
 * @throws PackError it is missing, or is not of this shape.
 */
export async function readJson<S extends v.GenericSchema>(
  folder: PackFolder,
  file: string,
  schema: S,
  use: string,
): Promise<v.InferOutput<S>> {
  if (!folder.files.includes(file)) {
    throw new PackError({
      what: "The folder lacks a file that the model needs.",
      input: file,
      next: "Add the file from where the model comes from.",
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await folder.read(file)));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) throw unfit(file, cause, use);
    throw cause;
  }
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw unfit(file, `${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`, use);
}

const unfit = (input: string, cause: unknown, next: string): PackError => {
  const why = typeof cause === "string" ? cause : "it is not JSON";
  return new PackError({
    what: `A file of the model does not fit: ${why}.`,
    input,
    next,
    cause,
  });
};
