import * as v from "valibot";
import { CATALOGUE_FORMAT, CatalogueSchema, type Catalogue } from "../../contract/catalogue.ts";
import { CatalogueError, UsageError } from "../../contract/errors.ts";
import { onlyPositional, readArguments, requiredOption } from "../arguments.ts";
import { DEFAULT_PACK } from "../assets.ts";
import type { Outcome } from "../command.ts";
import { packFolder } from "../packs/added-packs.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../text/printable.ts";
import { catalogueText } from "./catalogue-file.ts";
import { readColumnChoices } from "./columns.ts";
import { indexCatalogue } from "./index-catalogue.ts";
import { licenceFromName } from "../../engine/library/licence-names.ts";
import { withAttribution } from "./licence.ts";
import { checkOutFolder, writeCatalogue } from "./out-folder.ts";
import { checkPageTemplate } from "./page-template.ts";
import { isRecipe, readRecipe } from "./recipe.ts";
import { readList, type ReadList } from "./read-list.ts";

const NAME = "catalogue import";
const HeadSchema = v.omit(CatalogueSchema, ["tracks"]);

/** `needledrop catalogue import`: a vendor's list becomes a catalogue and its index. */
export async function importList(args: readonly string[], terminal: Terminal): Promise<Outcome> {
  const { values, positionals } = readArguments(NAME, args, {
    out: { type: "string" },
    id: { type: "string" },
    name: { type: "string" },
    licence: { type: "string" },
    artist: { type: "string" },
    attribution: { type: "string" },
    page: { type: "string" },
    files: { type: "string" },
    columns: { type: "string" },
    pack: { type: "string", default: DEFAULT_PACK },
    strict: { type: "boolean" },
    json: { type: "boolean" },
  });
  const list = onlyPositional(NAME, "a list of tracks", positionals);
  const out = requiredOption(NAME, "--out", values.out);
  const head = headOf({
    format: CATALOGUE_FORMAT,
    id: requiredOption(NAME, "--id", values.id).trim(),
    name: requiredOption(NAME, "--name", values.name).trim(),
    artist: values.artist ?? null,
    files: values.files ?? null,
    licence: withAttribution(
      licenceFromName(requiredOption(NAME, "--licence", values.licence).trim()),
      values.attribution,
    ),
  });
  const page = values.page === undefined ? null : checkPageTemplate(values.page);
  const recipe = isRecipe(values.columns ?? "")
    ? await readRecipe(values.columns ?? "")
    : undefined;
  const columns =
    values.columns === undefined || recipe !== undefined ? [] : readColumnChoices(values.columns);
  await checkOutFolder(out, head.id);

  const read = await readList(list, {
    ...{ columns, page, licence: head.licence.id },
    ...(recipe === undefined ? {} : { recipe }),
  });
  tellProblems(read, terminal);
  if (read.tracks.length === 0) throw nothing(list, read.rejected);
  if (values.strict === true && read.rejected > 0) throw notAllRight(list, read.rejected);
  const catalogue: Catalogue = { ...head, tracks: [...read.tracks] };
  const packIn = await packFolder(values.pack);
  const made = await indexCatalogue({ catalogue, pack: packIn, audio: undefined, terminal });
  await writeCatalogue(out, catalogueText(catalogue), made.bytes);

  const { rejected, problems, used, unused } = read;
  const { pack, tracks: searchable, wordless } = made;
  const counts = { tracks: read.tracks.length, searchable, wordless, rejected };
  return {
    json: { out, id: head.id, pack, ...counts, problems, columns: used, unused },
    text: [
      `Imported: ${counts.tracks} tracks`,
      `Columns:  ${columnsLine(read)}`,
      ...(wordless === 0 ? [] : [`Silent:   ${wordless} tracks have no words to be found by`]),
      `Left out: ${rejected} rows`,
      `Written:  ${printable(out)} (${pack})`,
    ].join("\n"),
  };
}

function headOf(head: v.InferInput<typeof HeadSchema>): v.InferOutput<typeof HeadSchema> {
  const parsed = v.safeParse(HeadSchema, head);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const option = v.getDotPath(issue)?.replace(/^licence\.attribution$/, "attribution") ?? "";
  throw new UsageError({
    what: `--${option.replace(/\..*/, "")} is not valid.`,
    input: String(issue.input),
    next:
      option === "id"
        ? 'Use up to 60 small letters, digits and hyphens, such as "acme-music".'
        : option === "files"
          ? 'Write, say, --files "https://example.org/music/{file}".'
          : "Make it shorter.",
  });
}

function tellProblems({ rejected, problems }: ReadList, terminal: Terminal): void {
  for (const { line, problem } of problems) terminal.note(printable(`Line ${line}: ${problem}`));
  const more = rejected - problems.length;
  if (more > 0) terminal.note(`and ${more} more rows with errors.`);
}

function columnsLine({ used, unused }: ReadList): string {
  const pairs = Object.entries(used).map(([column, field]) =>
    column === field ? field : `${field}=${column}`,
  );
  const others = unused.length === 0 ? "" : `; not used: ${unused.join(", ")}`;
  return printable(pairs.join(", ") + others);
}

const nothing = (input: string, rejected: number): CatalogueError =>
  new CatalogueError({
    what:
      rejected === 0
        ? "The list holds no tracks."
        : `No row of the list is valid; rejected: ${rejected}.`,
    input,
    next: "See docs/catalogues.md for the format of a list.",
  });
const notAllRight = (input: string, rejected: number): CatalogueError =>
  new CatalogueError({
    what: `Nothing was written because of --strict; rows with errors: ${rejected}.`,
    input,
    next: "Correct them, or leave out --strict to import the others.",
  });
