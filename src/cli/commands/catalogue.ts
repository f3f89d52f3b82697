import { getTracks } from "../catalogue/get-command.ts";
import { importList } from "../catalogue/import-command.ts";
import { indexAgain } from "../catalogue/index-command.ts";
import type { Command } from "../command.ts";
import { runPart } from "../command-parts.ts";

const PARTS = {
  import: importList,
  index: indexAgain,
  get: getTracks((address, init) => fetch(address, init)),
};

/** `needledrop catalogue`, with the commands below it. */
export const catalogue: Command = {
  name: "catalogue",
  summary: "Make a vendor's list of tracks searchable, with or without their audio.",
  help: `Usage: needledrop catalogue import LIST --out DIR --id ID --name NAME --licence LICENCE
       needledrop catalogue index CATALOGUE.json --out FILE
       needledrop catalogue get ID... [--out DIR]

"import" reads a vendor's list (.csv, .tsv, .json or .jsonl). It writes DIR/catalogue.json with the
metadata, and DIR/index.ndx, in which tracks are found by genres, moods, instruments, uses, tempo
and vocals. Rows with errors are named, counted and left out.
  --out DIR          a new or empty folder, or the folder of the same catalogue
  --id ID            small letters, digits and hyphens; track ids begin with it
  --name NAME        what results call the catalogue
  --licence LICENCE  an SPDX identifier (CC-BY-4.0), or the vendor's name for it
  --artist NAME      the artist of rows that name none
  --attribution LINE the credit the licence asks for; {title} and {artist} are filled in
  --page URL         page of rows without one; {id}, {file} and {title} are filled in
  --files URL        where the vendor keeps its files: an https address that ends in /{file}
  --columns PAIRS    columns that are not recognised by name: title=Song,bpm=Pace; or a recipe
                     for a vendor's list, such as catalogue/recipes/jamendo.json
  --strict           write nothing if a row has an error

"index" makes the index of a catalogue again.
  --out FILE         the index to write; replaced only when all is done
  --audio DIR        tracks with a file in this folder are embedded from their audio, and local
  --remote           they stay remote nevertheless: for an index that goes to other machines

"get" downloads tracks of a catalogue from its host, after asking. No other command goes online.
Each file gets a text beside it with its licence and credit line, by which "needledrop index" knows
it as the track of the catalogue.
  --out DIR          where the files go (default: the current folder)
  --index FILE       the index with the tracks; may be repeated (default: those that ship)
  --yes              do not ask

Options of all:
  --pack PACK        the pack to use, by name or folder (default: needledrop-base)
  --json             print JSON: { out, id, pack, tracks, ... }, of "get" { out, files }
  --help             print this

Columns, limits and an example: docs/catalogues.md.

Example:
  needledrop catalogue import tracks.csv --out acme --id acme --name Acme --licence "Acme Standard"
  needledrop search "rain on a window" --index acme/index.ndx
  needledrop catalogue get incompetech/USUAN1100001 --out ~/Music/licensed`,
  run: runPart("catalogue", PARTS),
};
