import type { TrackTag } from "../../contract/cue-sheet.ts";

/** Music with its terms, in the order heard. */
interface Credited {
  readonly rows: readonly TrackTag[];
}

/** What the music of a sequence asks for in the credits; each line once, in the order heard. */
export interface Credits {
  /** Lines that a licence wants to be shown. */
  readonly owed: readonly string[];
  /** Names and addresses of these licences, where no line has the address: CC BY wants a link. */
  readonly licences: readonly string[];
  /** Music with an unknown licence, which must be cleared before the film is shown. */
  readonly unknown: readonly string[];
}

export function creditsOf({ rows }: Credited): Credits {
  const isUnknown = ({ licence }: TrackTag): boolean => licence.id === "unknown";
  const owing = rows.filter((row) => !isUnknown(row) && creditLine(row) !== "");
  const owed = distinct(owing.map(creditLine));
  return {
    owed,
    licences: distinct(owing.map((row) => licenceLine(row, owed))),
    unknown: distinct(rows.filter(isUnknown).map(nameOf)),
  };
}

/**
 * The credits as text to paste, such as into the description of a video; empty where nothing is owed
 * and everything is known.
 */
export function creditsText(music: Credited): string {
  const { owed, licences, unknown } = creditsOf(music);
  const warned = unknown.map((name) => `Licence unknown: ${name}`);
  return [...withTermsOnce(owed), ...licences, ...warned].join("\n");
}

/** Every CC BY licence wants a credit, also where the catalogue has not written one. */
function creditLine(row: TrackTag): string {
  const { id, name, attribution } = row.licence;
  if (attribution !== undefined) return attribution.trim();
  return /^CC-BY\b/.test(id) ? `${nameOf(row)} (${name})` : "";
}

function licenceLine({ licence }: TrackTag, owed: readonly string[]): string {
  const { name, url } = licence;
  return url === undefined || owed.some((line) => line.includes(url)) ? "" : `${name}: ${url}`;
}

/**
 * Some catalogues write a track's name into the first line and the terms into those after it: tracks
 * on the same terms stand together then, with the terms below.
 */
function withTermsOnce(owed: readonly string[]): string[] {
  const tracksOn = new Map<string, string[]>();
  for (const credit of owed) {
    const [track = "", ...terms] = credit.split(/\r?\n/);
    const key = terms.join("\n");
    tracksOn.set(key, [...(tracksOn.get(key) ?? []), track]);
  }
  return [...tracksOn].flatMap(([terms, tracks]) => (terms === "" ? tracks : [...tracks, terms]));
}

const nameOf = ({ title, artist }: TrackTag): string =>
  artist === "" ? `“${title}”` : `“${title}” by ${artist}`;

const distinct = (lines: readonly string[]): string[] => [...new Set(lines)].filter(Boolean);
