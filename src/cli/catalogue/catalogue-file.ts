import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { CatalogueSchema, type Catalogue } from "../../contract/catalogue.ts";
import { CatalogueError } from "../../contract/errors.ts";

/**
 * A catalogue as JSON with one track on each line, so that versions can be compared. Metadata that
 * is not known is left out.
 */
export function catalogueText({ tracks, ...head }: Catalogue): string {
  const json = (value: unknown): string => JSON.stringify(value, withoutUnknown);
  const rows = tracks.map(json).join(",\n");
  return `${json(head).slice(0, -1)},"tracks":[\n${rows}\n]}\n`;
}

function withoutUnknown(_key: string, value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}

/**
 * Reads a catalogue.
 * @throws CatalogueError it cannot be read, or is no catalogue of this format.
 */
export async function readCatalogue(path: string): Promise<Catalogue> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw malformed(path, "The catalogue cannot be read as JSON.", cause);
  }
  const parsed = v.safeParse(CatalogueSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue) ?? "the whole";
    throw malformed(path, `The file is not a catalogue: ${where}: ${issue.message}.`);
  }
  const ids = new Set<string>();
  for (const { id } of parsed.output.tracks) {
    if (ids.has(id)) throw malformed(path, `Two tracks have the id "${id}".`);
    ids.add(id);
  }
  return parsed.output;
}

const malformed = (path: string, what: string, cause?: unknown): CatalogueError =>
  new CatalogueError({
    what,
    input: path,
    next: 'Make it again with "needledrop catalogue import".',
    cause,
  });
