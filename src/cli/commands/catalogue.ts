import { UsageError } from "../../contract/errors.ts";
import { importList } from "../catalogue/import-command.ts";
import { indexAgain } from "../catalogue/index-command.ts";
import type { Command, Outcome } from "../command.ts";
import type { Terminal } from "../terminal.ts";

type Part = (args: readonly string[], terminal: Terminal) => Promise<Outcome>;
const PARTS: ReadonlyMap<string, Part> = new Map([
  ["import", importList],
  ["index", indexAgain],
]);

export const catalogue: Command = {
  name: "catalogue",
  summary: "Make somebody's list of tracks searchable, with or without their audio.",
  help: `Usage: needledrop catalogue import LIST --out DIR --id ID --name NAME --licence LICENCE
       needledrop catalogue index CATALOGUE.json --out FILE

"import" reads a vendor's list (.csv, .tsv, .json or .jsonl) and writes DIR/catalogue.json, the
facts, and DIR/index.ndx, which finds the tracks by them: genres, moods, instruments, uses, tempo,
vocals. Rows that are not right are named, counted and left out.
  --out DIR          a new or empty folder, or that of the same catalogue
  --id ID            small letters, digits and hyphens; track ids begin with it
  --name NAME        what results call the catalogue
  --licence LICENCE  an SPDX identifier (CC-BY-4.0), or the vendor's name for it
  --artist NAME      of rows that name none
  --attribution LINE the credit the licence asks for; {title} and {artist} are filled in
  --page URL         page of a track, for rows without; {id}, {file} and {title} are filled in
  --columns PAIRS    which column is what, where the name does not tell: title=Song,bpm=Pace
  --strict           one wrong row, and nothing is written

"index" makes the index of a catalogue again.
  --out FILE         where the index goes; replaced only when all is done
  --audio DIR        tracks whose file is found here are embedded from their sound, and can be heard

Both take
  --pack DIR         the pack to use (default: needledrop-base)
  --json             print JSON: { out, id, pack, tracks, ... }
  --help             print this

Columns, limits and an example: docs/catalogues.md.

Example:
  needledrop catalogue import tracks.csv --out acme --id acme --name Acme --licence "Acme Standard"
  needledrop search "rain on a window" --index acme/index.ndx`,
  run: async ([name, ...args], terminal) => {
    const part = name === undefined ? undefined : PARTS.get(name);
    if (part !== undefined) return part(args, terminal);
    throw new UsageError({
      what: '"needledrop catalogue" takes "import" or "index".',
      ...(name === undefined ? {} : { input: name }),
      next: 'Run "needledrop catalogue --help" for what they do.',
    });
  },
};
