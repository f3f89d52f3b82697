import type { DownloadRequest } from "../../contract/download.ts";

/** The line of a text beside an audio file that says which track of a catalogue it is. */
export const TRACK_LINE = /^Track: (\S.*)$/m;

/**
 * Names that the text beside an audio file may have, the usual one first: `song.txt` for `song.mp3`,
 * or `song.licence.txt` where another text has that name.
 */
export function textNamesOf(name: string): string[] {
  const stem = name.slice(0, name.lastIndexOf("."));
  return [`${stem}.txt`, `${stem}.licence.txt`];
}

/**
 * What is written beside a file: its licence and credit line, for people and for indexing
 * (`engine/library/licence-files`), and which track it is.
 */
export function licenceText({
  trackId,
  title,
  artist,
  licence,
  page,
  address,
}: DownloadRequest): string {
  const { id, name, url, attribution } = licence;
  const isSpdx = /^[A-Za-z0-9.+-]+$/.test(id) && id !== "unknown";
  const lines = [
    artist === "" ? title : `${title} by ${artist}`,
    "",
    id === "unknown" ? "Its licence is unknown." : `Licence: ${name}`,
    isSpdx ? `SPDX-License-Identifier: ${id}` : "",
    url === undefined ? "" : `Terms: ${url}`,
    attribution === undefined ? "" : `Credit: ${attribution}`,
    page === null ? "" : `Page: ${page}`,
    `File: ${address}`,
    `Track: ${trackId}`,
  ];
  const [heading = "", blank = "", ...facts] = lines.map((line) => line.replace(/[\r\n]+/g, " "));
  return `${[heading, blank, ...facts.filter((fact) => fact !== "")].join("\n")}\n`;
}
