import type { Licence } from "../../contract/track.ts";
import { licenceFromText } from "../metadata/licence-names.ts";

const PARTS: Readonly<Record<string, string>> = {
  by: "Attribution",
  nc: "NonCommercial",
  nd: "NoDerivatives",
  sa: "ShareAlike",
};
const CREATIVE_COMMONS = /^cc[ -](by(?:[ -](?:nc|nd|sa))*)[ -](\d\.\d)$/i;
const CC_ZERO = /^cc[ -]?0(?:[ -]1\.0)?$/i;

/**
 * A licence by its name. Creative Commons licences get their SPDX identifier and address, however
 * they are written ("CC BY 4.0", "CC-BY-4.0"); any other name is kept.
 */
export function licenceFromName(written: string): Licence {
  if (CC_ZERO.test(written)) {
    const url = "https://creativecommons.org/publicdomain/zero/1.0/";
    return { id: "CC0-1.0", name: "CC0 1.0 Universal", url };
  }
  const [, terms, version] = CREATIVE_COMMONS.exec(written) ?? [];
  if (terms === undefined || version === undefined) return licenceFromText(written);
  const code = terms.toLowerCase().replaceAll(" ", "-");
  const names = code.split("-").map((part) => PARTS[part] ?? part);
  return {
    id: `CC-${code.toUpperCase()}-${version}`,
    name: `Creative Commons ${names.join("-")} ${version}`,
    url: `https://creativecommons.org/licenses/${code}/${version}/`,
  };
}

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
