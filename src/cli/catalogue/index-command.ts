import { errorToWire } from "../../contract/errors.ts";
import { onlyPositional, readArguments, requiredOption } from "../arguments.ts";
import { DEFAULT_PACK } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { checkWritable, writeAtomically } from "../indexing/atomic-write.ts";
import { checkFolder } from "../indexing/check-folder.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../text/printable.ts";
import { readCatalogue } from "./catalogue-file.ts";
import { indexCatalogue } from "./index-catalogue.ts";

const NAME = "catalogue index";

/** `needledrop catalogue index`: makes the index of a catalogue again. */
export async function indexAgain(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = readArguments(NAME, args, {
    out: { type: "string" },
    audio: { type: "string" },
    pack: { type: "string", default: DEFAULT_PACK },
    json: { type: "boolean" },
  });
  const path = onlyPositional(NAME, "a catalogue.json", positionals);
  const { audio, pack } = values;
  const out = requiredOption(NAME, "--out", values.out);
  if (audio !== undefined) await checkFolder(audio);
  await checkWritable(out);
  const catalogue = await readCatalogue(path);
  const made = await indexCatalogue({ catalogue, pack, audio, terminal });
  await writeAtomically(out, made.bytes);

  const { tracks, local, wordless, skipped } = made;
  const counts = { tracks, local, fromFacts: tracks - local, wordless };
  return {
    json: { out, id: catalogue.id, pack: made.pack, ...counts, skipped: skipped.map(errorToWire) },
    text: [
      `Indexed: ${tracks} tracks of ${printable(catalogue.name)}`,
      `Local:   ${local}; ${counts.fromFacts} by their metadata only`,
      ...(wordless === 0 ? [] : [`Silent:  ${wordless} tracks have no words to be found by`]),
      `Skipped: ${skipped.length} files`,
      `Written: ${printable(out)} (${made.pack})`,
    ].join("\n"),
  };
}
