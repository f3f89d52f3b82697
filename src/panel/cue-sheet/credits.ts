import type { TrackTag } from "../../contract/cue-sheet.ts";

/** What the music of a sequence asks for in the credits; each line once, in the order heard. */
export interface Credits {
  /** Lines that a licence wants to be shown. */
  readonly owed: readonly string[];
  /** Music with an unknown licence, which must be cleared before the film is shown. */
  readonly unknown: readonly string[];
}

/** Music with its terms, in the order heard. */
interface Credited {
  readonly rows: readonly TrackTag[];
}

export function creditsOf({ rows }: Credited): Credits {
  const isUnknown = ({ licence }: TrackTag): boolean => licence.id === "unknown";
  return {
    owed: distinct(rows.filter((row) => !isUnknown(row)).map(creditLine)),
    unknown: distinct(rows.filter(isUnknown).map(nameOf)),
  };
}

/** The credits as text to paste; empty where nothing is owed and everything is known. */
export function creditsText(sheet: Credited): string {
  const { owed, unknown } = creditsOf(sheet);
  const warned = unknown.map((name) => `Licence unknown: ${name}`);
  return [...owed, ...warned].join("\n");
}

/** Every CC BY licence wants a credit, also where the catalogue has not written one. */
function creditLine(row: TrackTag): string {
  const { id, name, attribution } = row.licence;
  if (attribution !== undefined) return attribution.trim();
  return /^CC-BY\b/.test(id) ? `${nameOf(row)} (${name})` : "";
}

const nameOf = ({ title, artist }: TrackTag): string =>
  artist === "" ? `“${title}”` : `“${title}” by ${artist}`;

const distinct = (lines: readonly string[]): string[] => [...new Set(lines)].filter(Boolean);
