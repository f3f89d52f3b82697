import type { SearchAnswer } from "../../contract/engine.ts";
import { isLocal, type Track } from "../../contract/track.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { openTextTower } from "../../engine/encode/text-tower.ts";
import { loadVocabulary } from "../../engine/encode/vocabulary.ts";
import { createSearcher, type Searcher } from "../../engine/query/search.ts";
import { onlyPositional, readArguments, wholeNumber } from "../arguments.ts";
import { DEFAULT_INDEXES, DEFAULT_PACK, diskAssets, readIndexes } from "../assets.ts";
import { RESULT_CELLS, type Command } from "../command.ts";
import { openPack } from "../pack.ts";
import type { Terminal } from "../terminal.ts";
import { clockTime } from "../text/clock-time.ts";
import { printable } from "../text/printable.ts";
import { table } from "../text/table.ts";

const DEFAULT_LIMIT = "10";
const LIMIT = { least: 1, most: 100 };

export const search: Command = {
  name: "search",
  summary: "Find the tracks, and the stretch in each, that fit a sentence.",
  help: `Usage: needledrop search "<sentence>" [options]

Finds the tracks that fit the sentence, best first, and where in each it fits best. Tracks whose
audio is not on this machine are found by what their catalogue says of them.

Options:
  --limit N      how many results, ${LIMIT.least} to ${LIMIT.most} (default ${DEFAULT_LIMIT})
  --index FILE   an index to search; may be given several times
                 (default: the two that come along, the originals and incompetech.com)
  --local      only tracks whose audio is on this machine
  --pack DIR     the pack the indexes were made with (default: needledrop-base)
  --json         print JSON: { query, pack, device, ms, results }
  --help         print this

Examples:
  needledrop search "rain on a window, slow piano"
  needledrop search "car chase" --limit 3 --json`,
  run: async (args, terminal) => {
    const { values, positionals } = readArguments("search", args, {
      limit: { type: "string", default: DEFAULT_LIMIT },
      index: { type: "string", multiple: true, default: [...DEFAULT_INDEXES] },
      local: { type: "boolean" },
      pack: { type: "string", default: DEFAULT_PACK },
      json: { type: "boolean" },
    });
    const query = onlyPositional("search", "a sentence", positionals);
    const limit = wholeNumber("--limit", values.limit, LIMIT.least, LIMIT.most);
    const begun = performance.now();
    const searcher = await openSearcher(values.pack, values.index, terminal);
    const load = performance.now() - begun;
    const localOnly = values["local"] ?? false;
    const answer = await searcher.search({ query, limit, localOnly });
    const timed = { ...answer, ms: { ...answer.ms, load } };
    return { json: asJson(timed), text: asText(timed, localOnly) };
  },
};

/** Loads what a search needs. @throws PackError, IndexFormatError, IndexPackMismatchError */
async function openSearcher(
  folder: string,
  indexes: readonly string[],
  terminal: Terminal,
): Promise<Searcher> {
  const pack = await openPack(folder, terminal);
  const index = await readIndexes(indexes, pack);
  const device = "wasm";
  const runtime = await nodeRuntime()(device, diskAssets({ pack: folder }));
  const [tower, vocabulary] = await Promise.all([
    openTextTower(pack, runtime),
    loadVocabulary(pack),
  ]);
  return createSearcher({ index, tower, vocabulary, device });
}

function asJson(answer: SearchAnswer): unknown {
  const { query, pack, device, ms } = answer;
  const results = answer.results.map(({ rank, track, score, section, why }) => ({
    rank,
    id: track.id,
    title: track.title,
    artist: track.artist,
    catalogue: track.catalogue,
    local: isLocal(track),
    page: pageOf(track),
    licence: track.licence,
    score,
    section,
    why,
    seconds: track.seconds,
    bpm: track.bpm,
    tags: track.tags,
  }));
  return { query, pack, device, ms, results };
}

/** Where audio that is not here is to be had, if known. */
function pageOf({ audio }: Track): string | null {
  return audio.kind === "remote" ? (audio.page ?? null) : null;
}

function here(track: Track): string {
  if (isLocal(track)) return "yes";
  return pageOf(track) === null ? "no" : "page";
}

function asText({ query, pack, ms, results }: SearchAnswer, localOnly: boolean): string {
  const rows = results.map(({ rank, track, score, section, why }) => [
    String(rank),
    track.title,
    track.artist,
    here(track),
    `${clockTime(section.start)}–${clockTime(section.end)}`,
    clockTime(track.seconds),
    track.licence.id,
    score.toFixed(2),
    why.join(", "),
  ]);
  const columns = [
    { title: "#", align: "right" },
    { title: "Title", least: 12 },
    { title: "Artist", least: 8 },
    { title: "Here" },
    { title: "Where" },
    { title: "Of", align: "right" },
    { title: "Licence", least: 7 },
    { title: "Score", align: "right" },
    { title: "Why", least: 10 },
  ] as const;
  const spent = [
    `loaded in ${Math.round(ms.load)} ms`,
    `read in ${ms.encode.toFixed(1)} ms`,
    `searched in ${ms.search.toFixed(1)} ms`,
  ].join(", ");
  const found = rows.length === 0 ? nothing(localOnly) : table(columns, rows, RESULT_CELLS);
  const pages = results.flatMap(({ rank, track }) => {
    const page = pageOf(track);
    return page === null ? [] : [`${rank}: ${printable(page)}`];
  });
  return [
    printable(query),
    found,
    ...(pages.length === 0 ? [] : [["Pages of those that are not here:", ...pages].join("\n")]),
    `${pack}: ${spent}`,
  ].join("\n\n");
}

function nothing(localOnly: boolean): string {
  return localOnly
    ? "No track of these is on this machine. Leave out --local to see them all."
    : "There is no track to be found.";
}
