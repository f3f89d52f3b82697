import { packTerms } from "../../shared/pack-terms.ts";
import { onlyPositional, readArguments } from "../arguments.ts";
import type { Outcome } from "../command.ts";
import { checkFolder } from "../indexing/check-folder.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../text/printable.ts";
import { addPack } from "./add-pack.ts";

const NAME = "pack add";

/** `needledrop pack add`. */
export async function add(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = readArguments(NAME, args, {
    name: { type: "string" },
    json: { type: "boolean" },
  });
  const from = onlyPositional(NAME, "the folder of a pack", positionals);
  await checkFolder(from);
  const { name, pack, folder } = await addPack(from, values.name, (done) =>
    terminal.status?.(`Verifying the pack: ${Math.round(100 * done)} %`),
  );
  const { licence, dimension } = pack.manifest;
  const terms = packTerms(licence.id);
  return {
    json: { name, pack: pack.id, dimension, licence: licence.id, terms, folder },
    text: [
      `Added:   ${name} (${pack.id}), ${dimension} numbers`,
      `Licence: ${printable(licence.id)}; ${printable(licence.attribution)}`,
      ...(terms === null ? [] : [`         ${terms}`]),
      `Kept in: ${printable(folder)}`,
      `Use it:  needledrop index ~/Music --out mine-${name}.ndx --pack ${name}`,
    ].join("\n"),
  };
}
