import { join } from "node:path";
import { UsageError } from "../../contract/errors.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { takeCaptioner } from "../../engine/see/captioners/take-captioner.ts";
import { packTerms } from "../../shared/pack-terms.ts";
import { onlyPositional, readArguments } from "../arguments.ts";
import { diskAssets } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { checkFolder } from "../indexing/check-folder.ts";
import { copy } from "../packs/add-pack.ts";
import { captionersFolder, isFolder, PACK_NAME } from "../packs/added-packs.ts";
import { diskPack } from "../packs/disk-pack.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../text/printable.ts";

const NAME = "captioner add";

/** `needledrop captioner add`. */
export async function add(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = readArguments(NAME, args, {
    name: { type: "string" },
    json: { type: "boolean" },
  });
  const from = onlyPositional(NAME, "the folder of a captioner", positionals);
  await checkFolder(from);
  if (values.name !== undefined) await checkFree(values.name);
  const taken = await takeCaptioner(await diskPack(from), {
    assets: diskAssets({ pack: from }),
    runtime: nodeRuntime(),
    onProgress: (done) => terminal.status?.(`Verifying the captioner: ${Math.round(100 * done)} %`),
  });
  const { manifest, id, licence } = taken;
  const name = values.name ?? manifest.name;
  await checkFree(name);
  const folder = join(captionersFolder(), name);
  await copy(taken, folder);
  const terms = packTerms(licence);
  return {
    json: { name, captioner: id, kind: manifest.kind, licence, terms, folder },
    text: [
      `Added:   ${name} (${printable(id)}), ${manifest.kind}`,
      `Licence: ${printable(licence)}; ${printable(manifest.licence.attribution)}`,
      ...(terms === null ? [] : [`         ${terms}`]),
      `Kept in: ${printable(folder)}`,
      `Try it:  needledrop captioner try ${name} picture.ppm`,
    ].join("\n"),
  };
}

async function checkFree(name: string): Promise<void> {
  if (!PACK_NAME.test(name)) {
    throw new UsageError({
      what: "This cannot be the name of a captioner.",
      input: name,
      next: "Use letters, digits, dots, hyphens and underscores, and begin with no dot.",
    });
  }
  if (!(await isFolder(join(captionersFolder(), name)))) return;
  throw new UsageError({
    what: "There is a captioner of that name.",
    input: name,
    next: 'Give it another with --name, or remove that one with "needledrop captioner remove".',
  });
}
