import type { CueSheet } from "../../contract/cue-sheet.ts";
import { cueLines, type CueLine } from "./lines.ts";

/** By this Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

const COLUMNS: readonly (readonly [heading: string, value: (line: CueLine) => string])[] = [
  ["No.", ({ number }) => String(number)],
  ["Title", ({ title }) => title],
  ["Artist", ({ artist }) => artist],
  ["In", (line) => line.in],
  ["Out", ({ out }) => out],
  ["Duration", ({ duration }) => duration],
  ["Audio track", ({ audioTrack }) => audioTrack],
  ["Licence", ({ licence }) => licence],
  ["Licence address", ({ licenceUrl }) => licenceUrl],
  ["Attribution", ({ attribution }) => attribution],
  ["Track ID", ({ trackId }) => trackId],
];

/** The cue sheet as CSV (RFC 4180) for spreadsheets. */
export function cueSheetCsv(sheet: CueSheet): string {
  const headings = COLUMNS.map(([heading]) => heading);
  const rows = cueLines(sheet).map((line) => COLUMNS.map(([, value]) => value(line)));
  const records = [headings, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`);
  return BYTE_ORDER_MARK + records.join("");
}

/**
 * What a spreadsheet takes for a formula by its first sign, half or full width: at the beginning of a
 * cell, blanks or not, and after a semicolon, by which some parts of the world separate cells.
 */
const FORMULA = /(^\s*|;\s*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/g;

/**
 * Titles come from files of strangers, and a spreadsheet would run `=…` as a formula. An apostrophe
 * before it makes it a text everywhere (OWASP, "CSV Injection"); it stays visible, which is better
 * than a title that is quietly another.
 */
function cell(text: string): string {
  const plain = text.replace(FORMULA, (before) => (before.startsWith(";") ? `;'` : `'${before}`));
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
