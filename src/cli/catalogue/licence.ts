import type { Licence } from "../../contract/track.ts";

/** Adds a credit line if the licence asks for one and has none; {title} and {artist} stay. */
export function withAttribution(licence: Licence, template?: string): Licence {
  if (template !== undefined) return { ...licence, attribution: template };
  if (!licence.id.startsWith("CC-BY")) return licence;
  return { ...licence, attribution: `"{title}" by {artist}, ${licence.name}` };
}

/** The licence of a track, with {title} and {artist} of its credit line filled in. */
export function licenceOf(licence: Licence, track: { title: string; artist: string }): Licence {
  if (licence.attribution === undefined) return licence;
  // In one pass, so that a title with braces is not filled in again.
  const line = licence.attribution.replace(/\{(title|artist)\}/g, (_, field: string) =>
    field === "title" ? track.title : track.artist,
  );
  return { ...licence, attribution: line.slice(0, 2000) };
}
