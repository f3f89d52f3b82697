import { join } from "node:path";
import { asNeedledropError } from "../../contract/errors.ts";
import { loadPack } from "../../engine/open.ts";
import { packTerms } from "../../shared/pack-terms.ts";
import { readArguments } from "../arguments.ts";
import { DEFAULT_PACK, diskAssets } from "../assets.ts";
import { RESULT_CELLS, type Outcome } from "../command.ts";
import { table } from "../text/table.ts";
import { addedPacks, BUNDLED, packsFolder } from "./added-packs.ts";

const COLUMNS = [
  { title: "Name", least: 10 },
  { title: "Pack", least: 12 },
  { title: "Numbers", align: "right" },
  { title: "Licence", least: 10 },
] as const;

/** A pack that is there; `problem` says why it cannot be used. */
interface ListedPack {
  readonly name: string;
  readonly pack: string | null;
  readonly dimension: number | null;
  readonly licence: string | null;
  readonly terms: string | null;
  readonly folder: string;
  readonly problem: string | null;
}

/** `needledrop pack list`. */
export async function list(args: readonly string[]): Promise<Outcome> {
  readArguments("pack list", args, { json: { type: "boolean" } });
  const folders = [
    [BUNDLED, DEFAULT_PACK] as const,
    ...(await addedPacks()).map((name) => [name, join(packsFolder(), name)] as const),
  ];
  const packs = await Promise.all(folders.map(([name, folder]) => listed(name, folder)));
  const rows = packs.map(({ name, pack, dimension, licence, problem }) => [
    name,
    pack ?? "cannot be used",
    dimension?.toString() ?? "",
    licence ?? problem ?? "",
  ]);
  const terms = packs.flatMap(({ name, terms: known }) =>
    known === null ? [] : `${name}: ${known}`,
  );
  return { json: { packs }, text: [table(COLUMNS, rows, RESULT_CELLS), ...terms].join("\n") };
}

async function listed(name: string, folder: string): Promise<ListedPack> {
  try {
    const { id, dimension, manifest } = await loadPack(diskAssets({ pack: folder }));
    const licence = manifest.licence.id;
    const terms = packTerms(licence);
    return { name, pack: id, dimension, licence, terms, folder, problem: null };
  } catch (thrown) {
    const problem = asNeedledropError(thrown).what;
    return { name, pack: null, dimension: null, licence: null, terms: null, folder, problem };
  }
}
