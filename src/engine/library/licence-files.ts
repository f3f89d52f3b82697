import * as v from "valibot";
import { LicenceSchema, type Licence } from "../../contract/track.ts";
import { TRACK_LINE } from "../../shared/download/licence-text.ts";
import { baseName, endingAt, folderOf } from "./file-names.ts";
import { licenceFromName, licenceFromText } from "./licence-names.ts";
import type { ListedFile, MusicSource } from "./music-source.ts";

/** Licences in files beside the music. */
export interface LicenceFiles {
  /** The licence in a file of the track's own: "song.txt", "song.mp3.json", "song.licence.txt". */
  readonly own: (name: string) => Licence | null;
  /** The licence of the folder that the track lies in, or else of one around it: "LICENSE.txt". */
  readonly ofFolder: (name: string) => Licence | null;
  /** Id of the track that a file is, if a text beside it says so, as it does beside a download. */
  readonly trackOf: (name: string) => string | null;
}

/** Larger files are no notes about a licence. */
const MOST_BYTES = 100_000;
const ENDING = /(\.licen[cs]e)?\.(txt|json)$/;
const OF_FOLDER = /^(licen[cs]e|copying|copyright|terms)(\.(txt|md))?$/;

/** Whether a file may say something about the licence of music beside it. */
export const mayStateLicence = (name: string): boolean => {
  const plain = baseName(name).toLowerCase();
  return ENDING.test(plain) || OF_FOLDER.test(plain);
};

/** Reads licences from the text files of a music folder. Those that cannot be read say nothing. */
export async function readLicenceFiles(
  files: readonly Pick<ListedFile, "name" | "bytes">[],
  source: Pick<MusicSource, "readText">,
): Promise<LicenceFiles> {
  const own = new Map<string, Licence>();
  const ofFolder = new Map<string, Licence>();
  const tracks = new Map<string, string>();
  const besideOf = <T>(found: ReadonlyMap<string, T>, name: string): T | null => {
    const plain = name.toLowerCase();
    return found.get(plain) ?? found.get(plain.slice(0, endingAt(plain))) ?? null;
  };
  for (const { name, bytes } of files) {
    if (bytes > MOST_BYTES) continue;
    const text = (await source.readText(name)) ?? "";
    const plain = name.toLowerCase();
    if (OF_FOLDER.test(baseName(plain))) {
      const licence = licenceIn(text) ?? licenceByFirstLine(text);
      if (licence !== null) ofFolder.set(folderOf(plain), licence);
    } else {
      const licence = plain.endsWith(".json") ? licenceInJson(text) : licenceIn(text);
      if (licence !== null) own.set(plain.replace(ENDING, ""), licence);
      const [, track] = TRACK_LINE.exec(text) ?? [];
      if (track !== undefined) tracks.set(plain.replace(ENDING, ""), track.trim());
    }
  }
  return {
    own: (name) => besideOf(own, name),
    trackOf: (name) => besideOf(tracks, name),
    ofFolder: (name) => {
      let folder = folderOf(name.toLowerCase());
      while (folder !== "" && !ofFolder.has(folder)) folder = folderOf(folder);
      return ofFolder.get(folder) ?? null;
    },
  };
}

const SPDX = /SPDX-License-Identifier:\s*([A-Za-z0-9.+-]+)/;
const ADDRESS = /https?:\/\/creativecommons\.org\/\S+/i;
const SHORT_NAME = /\bCC[ -](?:BY(?:[ -](?:NC|ND|SA))*[ -]\d\.\d|0(?:[ -]1\.0)?)\b|\bCC0\b/i;
const LABELLED = /^\s*licen[cs]e\s*:\s*(\S.*)$/im;
const CREDIT = /^\s*(?:attribution|credit)\s*:\s*(\S.*)$/im;

/**
 * The licence that a text states, in any of the ways in which texts do; null if it states none, as
 * lyrics do.
 */
export function licenceIn(text: string): Licence | null {
  const [, spdx] = SPDX.exec(text) ?? [];
  const [address] = ADDRESS.exec(text) ?? [];
  const [name] = SHORT_NAME.exec(text) ?? [];
  const [, label] = LABELLED.exec(text) ?? [];
  const found =
    spdx !== undefined
      ? licenceFromName(spdx)
      : address !== undefined
        ? licenceFromText(address)
        : name !== undefined
          ? licenceFromName(name)
          : label !== undefined
            ? licenceFromName(label.trim())
            : null;
  const [, credit] = CREDIT.exec(text) ?? [];
  return found === null || credit === undefined
    ? found
    : { ...found, attribution: credit.trim().slice(0, 2000) };
}

/** A folder's licence file that states none in a known way is named by its first line. */
function licenceByFirstLine(text: string): Licence | null {
  const line = text.split("\n").find((other) => other.trim() !== "");
  return line === undefined ? null : licenceFromText(line);
}

const named = v.union([
  LicenceSchema,
  v.pipe(
    v.string(),
    v.transform((written) => licenceFromName(written)),
  ),
]);
const JsonSchema = v.union([
  v.pipe(
    v.object({ licence: named }),
    v.transform(({ licence }) => licence),
  ),
  v.pipe(
    v.object({ license: named }),
    v.transform(({ license }) => license),
  ),
]);

/** The licence of `{ "licence": … }`, by its name or as in `tracks.json`. */
function licenceInJson(text: string): Licence | null {
  try {
    const parsed = v.safeParse(JsonSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
