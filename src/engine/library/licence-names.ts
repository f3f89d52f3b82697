import { UNKNOWN_LICENCE, type Licence } from "../../contract/track.ts";

const CREATIVE_COMMONS = /creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;
const SPDX_SHAPE = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/;

/**
 * The licence that a tag names: a Creative Commons address becomes its SPDX identifier, any other
 * text is kept, and no text is "unknown".
 */
export function licenceFromText(text: string | undefined): Licence {
  const written = text?.trim() ?? "";
  if (written === "") return UNKNOWN_LICENCE;
  const [address, kind, code, version] = CREATIVE_COMMONS.exec(written) ?? [];
  if (address !== undefined && kind !== undefined && code !== undefined && version !== undefined) {
    const zero = kind === "publicdomain" && code === "zero";
    const mark = kind === "publicdomain" && !zero;
    const name = mark
      ? "Public domain"
      : zero
        ? `CC0 ${version}`
        : `CC ${code.toUpperCase()} ${version}`;
    const id = mark
      ? "public-domain"
      : zero
        ? `CC0-${version}`
        : `CC-${code.toUpperCase()}-${version}`;
    return { id, name, url: `https://${address.toLowerCase()}/` };
  }
  const id = SPDX_SHAPE.test(written) ? written : written.slice(0, 100);
  return { id: id.slice(0, 100), name: written.slice(0, 200) };
}

const PARTS: Readonly<Record<string, string>> = {
  by: "Attribution",
  nc: "NonCommercial",
  nd: "NoDerivatives",
  sa: "ShareAlike",
};
const CREATIVE_COMMONS_NAME = /^cc[ -](by(?:[ -](?:nc|nd|sa))*)[ -](\d\.\d)$/i;
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
  const [, terms, version] = CREATIVE_COMMONS_NAME.exec(written) ?? [];
  if (terms === undefined || version === undefined) return licenceFromText(written);
  const code = terms.toLowerCase().replaceAll(" ", "-");
  const names = code.split("-").map((part) => PARTS[part] ?? part);
  return {
    id: `CC-${code.toUpperCase()}-${version}`,
    name: `Creative Commons ${names.join("-")} ${version}`,
    url: `https://creativecommons.org/licenses/${code}/${version}/`,
  };
}
