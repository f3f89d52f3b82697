import { packTerms } from "../shared/pack-terms.ts";
import { loadPack, type Pack } from "../engine/encode/pack.ts";
import { diskAssets } from "./assets.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./text/printable.ts";

/**
 * The pack in a folder. Where its licence forbids commercial use, the person watching is told, beside
 * the result, so that a machine's JSON stays as it is.
 * @throws PackError it is missing, malformed, or of a format this version does not know.
 */
export async function openPack(folder: string, terminal: Terminal): Promise<Pack> {
  const pack = await loadPack(diskAssets({ pack: folder }));
  const terms = packTerms(pack.manifest.licence.id);
  if (terms !== null) terminal.note(`${pack.id}: ${printable(terms)}`);
  return pack;
}
