import { join } from "node:path";
import { asNeedledropError } from "../../contract/errors.ts";
import { packTerms } from "../../shared/pack-terms.ts";
import { readArguments } from "../arguments.ts";
import { RESULT_CELLS, type Outcome } from "../command.ts";
import { captionersFolder } from "../packs/added-packs.ts";
import { table } from "../text/table.ts";
import { addedCaptioners, readCaptioner } from "./kept-captioners.ts";

const COLUMNS = [
  { title: "Name", least: 10 },
  { title: "Captioner", least: 12 },
  { title: "MB", align: "right" },
  { title: "Licence", least: 10 },
] as const;

/** `needledrop captioner list`. */
export async function list(args: readonly string[]): Promise<Outcome> {
  readArguments("captioner list", args, { json: { type: "boolean" } });
  const captioners = await Promise.all((await addedCaptioners()).map(listed));
  if (captioners.length === 0) return { json: { captioners }, text: "No captioner was added." };
  const rows = captioners.map(({ name, captioner, bytes, licence, problem }) => [
    name,
    captioner ?? "cannot be used",
    bytes === null ? "" : Math.ceil(bytes / 1e6).toString(),
    licence ?? problem,
  ]);
  const terms = captioners.flatMap(({ name, terms: known }) =>
    known === null ? [] : `${name}: ${known}`,
  );
  return {
    json: { captioners },
    text: [table(COLUMNS, rows, RESULT_CELLS), ...terms].join("\n"),
  };
}

async function listed(name: string) {
  const folder = join(captionersFolder(), name);
  const none = { captioner: null, kind: null, bytes: null, licence: null, terms: null };
  try {
    const { id, manifest } = await readCaptioner(folder);
    const bytes = Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0);
    const licence = manifest.licence.id;
    const terms = packTerms(licence);
    const { kind } = manifest;
    return { name, folder, captioner: id, kind, bytes, licence, terms, problem: null };
  } catch (thrown) {
    return { name, folder, ...none, problem: asNeedledropError(thrown).what };
  }
}
