import type { CueSheet, TextFile } from "../../contract/cue-sheet.ts";
import { cueSheetCsv } from "./csv.ts";
import { cueSheetHtml } from "./html.ts";

type Ending = "csv" | "html" | "json" | "txt";

/** Bytes of UTF-8; file systems take 255 for a name, and some add to it while they copy. */
const LONGEST = 180;
/** Names that Windows keeps for itself, whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *\./i;

/** A cue sheet as a file to save, named after its sequence. */
export function cueSheetFile(cues: CueSheet, format: "csv" | "html"): TextFile {
  const text = format === "csv" ? cueSheetCsv(cues) : cueSheetHtml(cues, new Date());
  return { name: fileName(cues.sequence, "cue sheet", format), text };
}

/**
 * A file name for every system from a sequence's name, which may be anything: `Cut 1/2` becomes
 * `Cut 1 2 - cue sheet.csv`.
 */
export function fileName(sequence: string, what: string, ending: Ending): TextFile["name"] {
  const tail = ` - ${what}.${ending}`;
  const stem = sequence
    // Control signs, signs that turn the direction of writing, and halves of pairs.
    .replace(/[\p{C}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ");
  const name = `${trim(cutToBytes(trim(stem), LONGEST - tail.length)) || "Sequence"}${tail}`;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** A dot at the beginning hides a file on some systems. */
const trim = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, "");

function cutToBytes(text: string, limit: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = "";
  for (const sign of text) {
    bytes += encoder.encode(sign).length;
    if (bytes > limit) break;
    kept += sign;
  }
  return kept;
}
