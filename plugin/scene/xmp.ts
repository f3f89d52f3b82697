/**
 * Reads a few properties out of XMP as Adobe's applications write it: an element with a plain
 * value, with a list (`rdf:Alt`, `rdf:Bag`, `rdf:Seq`), or an attribute. UXP has no DOMParser.
 * Whatever is malformed reads as not there. It goes through the text once for each property and
 * never back, so that no file can hold it up.
 */
export interface XmpTexts {
  readonly description: string;
  readonly keywords: readonly string[];
  /** From the place itself to the country. */
  readonly location: string;
}

// What is read stands early; histories and thumbnails may follow without end.
const XMP_LIMIT = 2_000_000;
const LIST_LIMIT = 500;

const LOCATION = [
  "xmpDM:shotLocation",
  "Iptc4xmpCore:Location",
  "photoshop:City",
  "photoshop:State",
  "photoshop:Country",
];

export function readXmp(xmp: string): XmpTexts {
  const text = xmp.slice(0, XMP_LIMIT);
  const places = LOCATION.map((name) => valuesOf(text, name)[0] ?? "");
  return {
    description: valuesOf(text, "dc:description")[0] ?? "",
    keywords: valuesOf(text, "dc:subject"),
    location: [...new Set(places)].filter((place) => place !== "").join(", "),
  };
}

/** The values of a property, that of the default language first; none are empty. */
function valuesOf(xmp: string, name: string): string[] {
  const body = elementIn(xmp, name, 0)?.body;
  const values = body === undefined ? [attributeIn(xmp, name) ?? ""] : (listIn(body) ?? [body]);
  return values.map(plain).filter((value) => value !== "");
}

function listIn(body: string): string[] | null {
  if (!body.includes("<rdf:li")) return null;
  const values: string[] = [];
  let at = 0;
  while (values.length < LIST_LIMIT) {
    const item = elementIn(body, "rdf:li", at);
    if (item === null) break;
    if (item.attributes.includes("x-default")) values.unshift(item.body);
    else values.push(item.body);
    at = item.end;
  }
  return values;
}

interface Element {
  readonly attributes: string;
  readonly body: string;
  /** Where the text goes on after it. */
  readonly end: number;
}

/** The first element of that name from `from` on that is not empty, or null. */
function elementIn(xml: string, name: string, from: number): Element | null {
  const opening = `<${name}`;
  const closing = `</${name}>`;
  let at = xml.indexOf(opening, from);
  while (at >= 0) {
    const attributesAt = at + opening.length;
    const bodyAt = xml.indexOf(">", attributesAt) + 1;
    if (bodyAt === 0) return null;
    const isLongerName = !/[\s/>]/.test(xml.charAt(attributesAt));
    if (!isLongerName && xml.charAt(bodyAt - 2) !== "/") {
      const bodyEnd = xml.indexOf(closing, bodyAt);
      if (bodyEnd < 0) return null;
      const attributes = xml.slice(attributesAt, bodyAt - 1);
      return { attributes, body: xml.slice(bodyAt, bodyEnd), end: bodyEnd + closing.length };
    }
    at = xml.indexOf(opening, bodyAt);
  }
  return null;
}

/** The value of the first attribute of that name, or null. */
function attributeIn(xml: string, name: string): string | null {
  const opening = `${name}=`;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const quote = xml.charAt(at + opening.length);
    if (!/\s/.test(xml.charAt(at - 1)) || !/["']/.test(quote)) continue;
    const valueAt = at + opening.length + 1;
    const end = xml.indexOf(quote, valueAt);
    return end < 0 ? null : xml.slice(valueAt, end);
  }
  return null;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The text between the tags, with its entities decoded once. */
function plain(xml: string): string {
  return xml
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (entity, ...found: unknown[]) => {
      const [hex, decimal, name] = found;
      if (typeof name === "string") return NAMED[name] ?? entity;
      const code = typeof hex === "string" ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    })
    .replace(/\s+/g, " ")
    .trim();
}
