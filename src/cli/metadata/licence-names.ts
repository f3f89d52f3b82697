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
