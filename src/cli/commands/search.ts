import type { SearchAnswer } from "../../contract/engine.ts";
import { loadPack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { openTextTower } from "../../engine/encode/text-tower.ts";
import { loadVocabulary } from "../../engine/encode/vocabulary.ts";
import { readIndex } from "../../engine/index/reader.ts";
import { createSearcher, type Searcher } from "../../engine/query/search.ts";
import { onlyPositional, readArguments, wholeNumber } from "../arguments.ts";
import { DEFAULT_INDEX, DEFAULT_PACK, diskAssets, type AssetFolders } from "../assets.ts";
import { RESULT_CELLS, type Command } from "../command.ts";
import { clockTime } from "../text/clock-time.ts";
import { printable } from "../text/printable.ts";
import { table } from "../text/table.ts";

const DEFAULT_LIMIT = "10";
const LIMIT = { least: 1, most: 100 };

export const search: Command = {
  name: "search",
  summary: "Find the tracks, and the stretch in each, that fit a sentence.",
  help: `Usage: needledrop search "<sentence>" [options]

Finds the tracks of an index that fit the sentence, best first, and where in each it fits best.

Options:
  --limit N      how many results, ${LIMIT.least} to ${LIMIT.most} (default ${DEFAULT_LIMIT})
  --index FILE   the index to search (default: the originals that come along)
  --pack DIR     the pack the index was made with (default: needledrop-base)
  --json         print JSON: { query, pack, device, ms, results }
  --help         print this

Examples:
  needledrop search "rain on a window, slow piano"
  needledrop search "car chase" --limit 3 --json`,
  run: async (args) => {
    const { values, positionals } = readArguments("search", args, {
      limit: { type: "string", default: DEFAULT_LIMIT },
      index: { type: "string", default: DEFAULT_INDEX },
      pack: { type: "string", default: DEFAULT_PACK },
      json: { type: "boolean" },
    });
    const query = onlyPositional("search", "a sentence", positionals);
    const limit = wholeNumber("--limit", values.limit, LIMIT.least, LIMIT.most);
    const begun = performance.now();
    const searcher = await openSearcher({ pack: values.pack, index: values.index });
    const load = performance.now() - begun;
    const answer = await searcher.search({ query, limit });
    const timed = { ...answer, ms: { ...answer.ms, load } };
    return { json: asJson(timed), text: asText(timed) };
  },
};

/** Loads what a search needs. @throws PackError, IndexFormatError, IndexPackMismatchError */
async function openSearcher(folders: AssetFolders & { readonly index: string }): Promise<Searcher> {
  const assets = diskAssets(folders);
  const pack = await loadPack(assets);
  const index = readIndex(await assets.read("index"), pack);
  const device = "wasm";
  const runtime = await nodeRuntime()(device, assets);
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

function asText({ query, pack, ms, results }: SearchAnswer): string {
  const rows = results.map(({ rank, track, score, section, why }) => [
    String(rank),
    track.title,
    track.artist,
    `${clockTime(section.start)}–${clockTime(section.end)}`,
    clockTime(track.seconds),
    track.licence.id,
    score.toFixed(3),
    why.join(", "),
  ]);
  const columns = [
    { title: "#", align: "right" },
    { title: "Title", least: 12 },
    { title: "Artist", least: 8 },
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
  return `${printable(query)}\n\n${table(columns, rows, RESULT_CELLS)}\n\n${pack}: ${spent}`;
}
