import type { SearchAnswer } from "../../contract/search.ts";
import { isLocal, pageOf, type Track } from "../../contract/track.ts";
import type { Understood } from "../../contract/understanding.ts";
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
export function answerTable({ request, pack, ms, understood, results }: SearchAnswer): string {
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
  const found =
    rows.length === 0
      ? nothing(request.filters?.playable === true, understood)
      : table(COLUMNS, rows, RESULT_CELLS);
  const pages = results.flatMap(({ rank, track }) => {
    const page = pageOf(track);
    return page === null ? [] : [`${rank}: ${printable(page)}`];
  });
  const spent = [
    `loaded in ${Math.round(ms.load)} ms`,
    `embedded in ${ms.encode.toFixed(1)} ms`,
    `searched in ${ms.search.toFixed(1)} ms`,
  ].join(", ");
  return [
    [printable(request.query), ...understoodLines(understood)].join("\n"),
    found,
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

function nothing(localOnly: boolean, { items }: Understood): string {
  if (items.length > 0) return "No track fits all of this. Say less, or give --literal a phrase.";
  return localOnly
    ? "None of these tracks is on this machine. Leave out --local to see them all."
    : "The index holds no tracks.";
}
