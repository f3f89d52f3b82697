import type { PackFolder } from "./pack-folder.ts";

/** The licence that a model's card states, as an SPDX identifier where it is one; else "unknown". */
export async function licenceOf(folder: PackFolder): Promise<string> {
  if (!folder.files.includes("README.md")) return "unknown";
  const card = new TextDecoder().decode(await folder.read("README.md"));
  const [, head = ""] = /^---\r?\n([\s\S]*?)\n---/.exec(card) ?? [];
  const [, stated] = /^license:[ \t]*["']?([\w.+-]{1,100})/m.exec(head) ?? [];
  if (stated === undefined) return "unknown";
  return SPDX.get(stated.toLowerCase()) ?? (/^cc/i.test(stated) ? stated.toUpperCase() : stated);
}

/** Cards write licences in lower case. */
const SPDX: ReadonlyMap<string, string> = new Map([
  ["apache-2.0", "Apache-2.0"],
  ["mit", "MIT"],
]);

/** What a model is called: as it says itself, `owner/name`, or else as its folder. */
export const nameOf = (stated: string, folder: PackFolder): string =>
  plainName(stated.split("/").at(-1) ?? "") || plainName(folder.name);

const plainName = (text: string): string => text.replace(/[^\w.-]+/g, "-").slice(0, 100);
