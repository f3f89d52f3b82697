/** Builds the originals' index from their audio: `npm run index:originals`. */
import { dirname, join, relative } from "node:path";
import { writeAtomically } from "../src/cli/indexing/atomic-write.ts";
import { openTerminal } from "../src/cli/terminal.ts";
import { errorLine } from "../src/cli/text/error-line.ts";
import { NeedledropError } from "../src/contract/errors.ts";
import { ROOT, buildInputs } from "./build/inputs.ts";
import { indexOriginals } from "./catalogue/index-originals.ts";

const terminal = openTerminal();
const { packFolder, audioFolder } = buildInputs();
const folder = dirname(audioFolder);
const file = join(folder, "index.ndx");
try {
  const made = await indexOriginals({ folder, pack: packFolder }, terminal);
  await writeAtomically(file, made.bytes);
  const where = relative(ROOT, file);
  const { tracks, scale } = made.index;
  await terminal.result(`${where}: ${tracks.length} tracks, ${scale.length} sections`);
} catch (error) {
  if (!(error instanceof NeedledropError)) throw error;
  terminal.note(errorLine(error));
  process.exitCode = 1;
}
