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
import { readWishes, WISH_OPTIONS } from "../search/wishes.ts";

const DEFAULT_LIMIT = "10";
/** Most rows of a table; a machine takes `RESULT_LIMIT`. */
const TABLE_LIMIT = 100;

/** `needledrop search`. */
export const search: Command = {
  name: "search",
  summary: "Find the tracks, and the stretch in each, that fit a sentence.",
  help: `Usage: needledrop search ["<sentence>"] [options]
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
  --literal WORDS read these words of the sentence as they stand, whatever they were understood as;
                  may be given several times
  --pack PACK     the pack the indexes were made with, by its name or its folder (default:
                  needledrop-base); may be given several times, and then a track's place in each
                  pack's list counts (see "needledrop pack --help")
  --queries FILE  search for each line of a UTF-8 file, or of standard input if FILE is "-";
                  needs --json; blank lines are skipped
  --json          print JSON: { query, pack, device, ms, understood, total, facets, emptiedBy,
                  didYouMean, results }
                  with --queries one such line for each sentence, in order; a line that cannot be
                  searched for gives { error } in its place, and the exit code is then 2
  --help          print this

Filters. A track passes if it is stated or heard to fit. Those marked * may be given several times:
  --min-length T, --max-length T
                  length of the track, as 90 or 1:30
  --fits T        the track, or a stretch of whole sections, is this long, give or take half a
                  second; the answer then gives that stretch
  --tempo BPM     as 90-110, 90-, -110 or 100 *
  --octaves       half and double of a tempo count, too
  --key KEY       as "D minor", or D for any mode *
  --energy E      low, medium or high *
  --vocals V      none, some, sung or choir *
  --catalogue C   name of a catalogue *
  --licence ID    as CC0-1.0 *
  --local         only tracks whose audio is on this machine

Music to go by, with a sentence or without. All may be given several times:
  --like ID       like the track with this id
  --unlike ID     unlike it
  --like-file F   like an audio file, which is heard first
  --more LEVEL    more energy, density or brightness
  --less LEVEL    less of it

Examples:
  needledrop search "rain on a window, slow piano"
  needledrop search "car chase" --limit 3 --json
  needledrop search "calm piano, no drums, around 80 bpm"
  needledrop search --like midnight-drive --less energy --vocals none --max-length 2:00
  needledrop search --queries scenes.txt --json --limit 1000 > answers.jsonl`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments("search", args, {
      limit: { type: "string", default: DEFAULT_LIMIT },
      index: { type: "string", multiple: true, default: [...DEFAULT_INDEXES] },
      literal: { type: "string", multiple: true, default: [] },
      pack: { type: "string", multiple: true, default: [BUNDLED] },
      queries: { type: "string" },
      json: { type: "boolean", default: false },
      ...WISH_OPTIONS,
    });
    const most = values.json ? RESULT_LIMIT : TABLE_LIMIT;
    const limit = wholeNumber("--limit", values.limit, 1, most);
    const wished = readWishes(values);
    const open = async () => {
      const opened = await openSearch(values.pack, values.index, terminal);
      const like = [...wished.like];
      for (const path of wished.files) {
        const { id } = await opened.hear(path);
        like.push({ of: { kind: "reference", id }, weight: 1 });
      }
      const { filters, levels } = wished;
      return { ...opened, common: { limit, filters, like, levels, literal: values.literal } };
    };

    if (values.queries !== undefined) {
      checkAlone(positionals, values.json);
      const queries = await readQueries(values.queries);
      const { searcher, load, common } = await open();
      return {
        lines: answerQueries(searcher, queries, common, load, (text) => terminal.note(text)),
      };
    }
    const isMute = positionals.length === 0 && wished.isAny;
    const query = isMute ? "" : onlyPositional("search", "a sentence", positionals);
    const { searcher, load, common } = await open();
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
