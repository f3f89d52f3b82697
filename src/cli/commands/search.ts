import { RESULT_LIMIT } from "../../contract/search.ts";
import { UsageError } from "../../contract/errors.ts";
import { onlyPositional, readArguments, wholeNumber } from "../arguments.ts";
import { DEFAULT_INDEXES } from "../assets.ts";
import type { Command } from "../command.ts";
import { BUNDLED } from "../packs/added-packs.ts";
import { answerJson } from "../search/answer-json.ts";
import { answerQueries } from "../search/answer-queries.ts";
import { answerTable } from "../search/answer-table.ts";
import { openSearch } from "../search/open-search.ts";
import { readQueries } from "../search/query-file.ts";

const DEFAULT_LIMIT = "10";
/** Most rows of a table; a machine takes `RESULT_LIMIT`. */
const TABLE_LIMIT = 100;

/** `needledrop search`. */
export const search: Command = {
  name: "search",
  summary: "Find the tracks, and the stretch in each, that fit a sentence.",
  help: `Usage: needledrop search "<sentence>" [options]
       needledrop search --queries FILE --json [options]

Finds the tracks that fit the sentence, best first, and where in each it fits best. Tracks that were
indexed without their audio are found by their catalogue's description.

What the sentence says of the music beyond its mood is understood, and printed with the answer:
"no drums", "not too dark", "90-100 bpm", "under 2 minutes", "in D minor", "instrumental", a title
in quotation marks, "a little hopeful". A tempo that was heard, and is not stated, has a "~".

Options:
  --limit N       how many results, 1 to ${TABLE_LIMIT}, with --json to ${RESULT_LIMIT} (default ${DEFAULT_LIMIT})
  --index FILE    an index to search; may be given several times
                  (default: the two that ship, the originals and incompetech.com)
  --local         only tracks whose audio is on this machine
  --literal WORDS read these words of the sentence as they stand, whatever they were understood as;
                  may be given several times
  --pack PACK     the pack the indexes were made with, by its name or its folder (default:
                  needledrop-base); may be given several times, and then a track's place in each
                  pack's list counts (see "needledrop pack --help")
  --queries FILE  search for each line of a UTF-8 file, or of standard input if FILE is "-";
                  needs --json; blank lines are skipped
  --json          print JSON: { query, pack, device, ms, understood, results }
                  with --queries one such line for each sentence, in order; a line that cannot be
                  searched for gives { error } in its place, and the exit code is then 2
  --help          print this

Examples:
  needledrop search "rain on a window, slow piano"
  needledrop search "car chase" --limit 3 --json
  needledrop search "calm piano, no drums, around 80 bpm"
  needledrop search --queries scenes.txt --json --limit 1000 > answers.jsonl`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments("search", args, {
      limit: { type: "string", default: DEFAULT_LIMIT },
      index: { type: "string", multiple: true, default: [...DEFAULT_INDEXES] },
      local: { type: "boolean", default: false },
      literal: { type: "string", multiple: true, default: [] },
      pack: { type: "string", multiple: true, default: [BUNDLED] },
      queries: { type: "string" },
      json: { type: "boolean", default: false },
    });
    const most = values.json ? RESULT_LIMIT : TABLE_LIMIT;
    const limit = wholeNumber("--limit", values.limit, 1, most);
    const common = {
      limit,
      filters: values.local === true ? { playable: true } : {},
      literal: values.literal,
    };
    const open = () => openSearch(values.pack, values.index, terminal);

    if (values.queries !== undefined) {
      checkAlone(positionals, values.json);
      const queries = await readQueries(values.queries);
      const { searcher, load } = await open();
      return {
        lines: answerQueries(searcher, queries, common, load, (text) => terminal.note(text)),
      };
    }
    const query = onlyPositional("search", "a sentence", positionals);
    const { searcher, load } = await open();
    const found = await searcher.search({ query, ...common });
    const answer = { ...found, ms: { ...found.ms, load } };
    return { json: answerJson(answer), text: answerTable(answer) };
  },
};

function checkAlone(positionals: readonly string[], json: boolean): void {
  if (positionals.length > 0) {
    throw new UsageError({
      what: "--queries replaces the sentence.",
      input: positionals.join(" "),
      next: "Leave out one of the two.",
    });
  }
  if (!json) {
    throw new UsageError({
      what: "--queries answers in JSON only.",
      next: "Add --json.",
    });
  }
}
