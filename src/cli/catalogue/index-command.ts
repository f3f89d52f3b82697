import { UsageError, errorToWire } from "../../contract/errors.ts";
import { onlyPositional, readArguments, requiredOption } from "../arguments.ts";
import { DEFAULT_PACK } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { checkWritable, writeAtomically } from "../indexing/atomic-write.ts";
import { checkFolder } from "../indexing/check-folder.ts";
import { packFolder } from "../packs/added-packs.ts";
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
    remote: { type: "boolean", default: false },
    pack: { type: "string", default: DEFAULT_PACK },
    json: { type: "boolean" },
  });
  const path = onlyPositional(NAME, "a catalogue.json", positionals);
  const { audio, remote } = values;
  const out = requiredOption(NAME, "--out", values.out);
  if (audio !== undefined) await checkFolder(audio);
  else if (remote) throw nothingToEmbed();
  await checkWritable(out);
  const pack = await packFolder(values.pack);
  const catalogue = await readCatalogue(path);
  const made = await indexCatalogue({ catalogue, pack, audio, remote, terminal });
  await writeAtomically(out, made.bytes);

  const { tracks, fromAudio, wordless, skipped, unmatched } = made;
  const local = remote ? 0 : fromAudio;
  const counts = { tracks, local, fromAudio, fromMetadata: tracks - fromAudio, wordless };
  return {
    json: {
      ...{ out, id: catalogue.id, pack: made.pack, ...counts },
      ...{ skipped: skipped.map(errorToWire), unmatched },
    },
    text: [
      `Indexed: ${tracks} tracks of ${printable(catalogue.name)}, ${local} of them local`,
      `Audio:   ${fromAudio} embedded from it; ${counts.fromMetadata} from their metadata only`,
      ...(wordless === 0 ? [] : [`Silent:  ${wordless} tracks have no words to be found by`]),
      `Skipped: ${skipped.length} files, and ${unmatched.length} that are no track of it`,
      `Written: ${printable(out)} (${made.pack})`,
    ].join("\n"),
  };
}

const nothingToEmbed = (): UsageError =>
  new UsageError({
    what: "--remote says what becomes of the audio in --audio, and there is no --audio.",
    next: "Give --audio the folder, or leave out --remote.",
  });
