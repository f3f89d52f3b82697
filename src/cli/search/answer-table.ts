import type { SearchAnswer } from "../../contract/search.ts";
import { isLocal, pageOf, type Track } from "../../contract/track.ts";
import type { FilterName } from "../../contract/filters.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { tempoOf } from "../../shared/facts.ts";
import { RESULT_CELLS } from "../command.ts";
import { printable } from "../text/printable.ts";
import { table } from "../text/table.ts";
import { understoodLines } from "./understood-lines.ts";

const COLUMNS = [
  { title: "#", align: "right" },
  { title: "Title", least: 12 },
  { title: "Artist", least: 8 },
  { title: "Local" },
  { title: "Where" },
  { title: "Of", align: "right" },
  { title: "BPM", align: "right" },
  { title: "Licence", least: 7 },
  { title: "Score", align: "right" },
  { title: "Why", least: 10 },
] as const;

/** An answer as a person reads it: what was understood, a table, the pages of remote tracks, and how long it took. */
export function answerTable(answer: SearchAnswer): string {
  const { request, pack, ms, understood, results, total, didYouMean } = answer;
  const rows = results.map(({ rank, track, score, section, why }) => [
    String(rank),
    track.title,
    track.artist,
    local(track),
    `${clockTime(section.start)}–${clockTime(section.end)}`,
    clockTime(track.seconds),
    tempo(track),
    track.licence.id,
    score.toFixed(2),
    why.join(", "),
  ]);
  const found = rows.length === 0 ? nothing(answer) : table(COLUMNS, rows, RESULT_CELLS);
  const pages = results.flatMap(({ rank, track }) => {
    const page = pageOf(track);
    return page === null ? [] : [`${rank}: ${printable(page)}`];
  });
  const spent = [
    `loaded in ${Math.round(ms.load)} ms`,
    `embedded in ${ms.encode.toFixed(1)} ms`,
    `searched in ${ms.search.toFixed(1)} ms`,
  ].join(", ");
  const said = [request.query, ...understoodLines(understood)].filter((line) => line !== "");
  const heading = said.map(printable);
  return [
    ...(heading.length === 0 ? [] : [heading.join("\n")]),
    found,
    ...(total > results.length ? [`${results.length} of ${total} tracks that fit.`] : []),
    ...(didYouMean.length === 0
      ? []
      : [["Did you mean:", ...didYouMean.map((text) => `  ${printable(text)}`)].join("\n")]),
    ...(pages.length === 0 ? [] : [["Pages of remote tracks:", ...pages].join("\n")]),
    `${pack}: ${spent}`,
  ].join("\n\n");
}

/** "92", or "~92" if it was heard. */
function tempo(track: Track): string {
  const fact = tempoOf(track);
  return fact === null ? "" : `${fact.isHeard ? "~" : ""}${Math.round(fact.value)}`;
}

function local(track: Track): string {
  if (isLocal(track)) return "yes";
  return pageOf(track) === null ? "no" : "page";
}

function nothing({
  emptiedBy,
  understood: { items },
  request: { filters = {} },
}: SearchAnswer): string {
  if (emptiedBy !== null) {
    const { filter, leaves } = emptiedBy;
    const tracks = leaves === 1 ? "1 track" : `${leaves} tracks`;
    return `No track passes all filters. Leave out ${OPTIONS[filter]} to see ${tracks}.`;
  }
  if (Object.keys(filters).length > 0)
    return "No track passes the filters. Leave out some of them.";
  if (items.length > 0) return "No track fits all of this. Say less, or give --literal a phrase.";
  return "The index holds no tracks.";
}

/** The option that sets each filter. */
const OPTIONS: Record<FilterName, string> = {
  length: "--min-length and --max-length",
  fits: "--fits",
  tempo: "--tempo",
  keys: "--key",
  energy: "--energy",
  vocals: "--vocals",
  catalogues: "--catalogue",
  licences: "--licence",
  playable: "--local",
  tracks: "the tracks",
};
