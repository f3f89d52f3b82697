import { packTerms } from "../shared/pack-terms.ts";
import type { Pack } from "../engine/encode/pack.ts";
import { loadPack } from "../engine/open.ts";
import { diskAssets } from "./assets.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./text/printable.ts";

/**
 * Loads the pack in a folder. If its licence forbids commercial use, or is not known, a note says so
 * on standard error.
 * @throws PackError it is missing, malformed, or of a format that this version does not read.
 */
export async function openPack(folder: string, terminal: Terminal): Promise<Pack> {
  const pack = await loadPack(diskAssets({ pack: folder }));
  const terms = packTerms(pack.manifest.licence.id);
  if (terms !== null) terminal.note(`${pack.id}: ${printable(terms)}`);
  return pack;
}
