import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import type { Section, Track } from "../../contract/track.ts";
import { musicOf } from "../describe/likeness.ts";
import type { Arrival } from "../downloads/downloads.ts";
import { hitsText } from "../words/cut.ts";
import type { Action } from "./keys.ts";
import type { PanelParts } from "./panel-parts.ts";
import type { Playback } from "./player.ts";

/** Rows of which each is made when it comes into sight. */
export interface RowSource {
  /** How many rows are listed. */
  readonly count: number;
  /** The row at a place, from 0; null while its result is being read. */
  at(place: number): RowView | null;
}

/** What a search found. */
export interface ResultsView extends RowSource {
  /** How many tracks fit; more than `count` until all are asked for. */
  readonly total: number;
  /** Where the selected track stands; null if it is not listed. */
  readonly selectedAt: number | null;
}

/** One result. */
export interface RowView {
  readonly result: SearchResult;
  /** Peak magnitudes 0..255; null while they are not known. */
  readonly peaks: Uint8Array | null;
  /** The player's state if this track is in the player. */
  readonly playback: Playback | null;
  /** What the editor has marked in it. */
  readonly passage: Section | null;
  /** Whether it can go on a timeline now. */
  readonly insertable: boolean;
  /** Whether its file can be dropped on one as it is. */
  readonly draggable: boolean;
  /** Whether it is remote and can be downloaded. */
  readonly gettable: boolean;
  /** How far it is on its way, if it is. */
  readonly arrival: Arrival | null;
  /** Acts of a track (`elements/track-acts.ts`) that are on for it, such as "favourite". */
  readonly on: readonly Action[];
  /** What is said of it in the place of reasons; null: nothing. */
  readonly note: string | null;
}

export function resultsView(parts: PanelParts): ResultsView {
  const { results } = parts;
  const { count, total } = results.pages;
  return {
    count,
    total,
    selectedAt: results.selectedAt,
    at: (place) => {
      const result = results.pages.at(place);
      return result === null ? null : rowView(parts, result);
    },
  };
}

export function rowView(parts: PanelParts, result: SearchResult): RowView {
  const { player, passages, session, tools, downloads } = parts;
  const { id } = result.track;
  return {
    result,
    peaks: session.peaksOf(id),
    playback: player.holds(id) ? player.playback : null,
    passage: passages.of(id),
    insertable: tools.obstacle(result) === null,
    draggable: isLocalResult(result) && tools.isImported(result.track.audio),
    gettable: downloads.canGet(result.track),
    arrival: downloads.state.arrivals.find(({ trackId }) => trackId === id) ?? null,
    on: actsOn(parts, result),
    note: hitsNote(parts, result),
  };
}

/** How many hit points it hits, before the reasons; null where nothing is to be hit. */
function hitsNote({ cut, passages }: PanelParts, result: SearchResult): string | null {
  const wanted = cut.target?.hits.length ?? 0;
  if (wanted === 0 || !isLocalResult(result) || passages.of(result.track.id) !== null) return null;
  const hits = hitsText(cut.placed(result)?.hit ?? 0, wanted);
  return [hits, ...result.why].join(" · ");
}

/** For acts that can be on: whether one is, for a track. */
const IS_ON: Partial<Record<Action, (parts: PanelParts, result: SearchResult) => boolean>> = {
  favourite: ({ kept }, { track }) => kept.isFavourite(track.id),
  pin: ({ pins }, { track }) => pins.level(track.id) !== null,
  "more-like": (parts, { track }) => likenessOf(parts, track) === "more",
  "less-like": (parts, { track }) => likenessOf(parts, track) === "less",
};

/** What is asked for of a track, or of the passage that is marked in it. */
const likenessOf = ({ likeness, passages }: PanelParts, { id }: Track) =>
  likeness.directionOf(musicOf(id, passages.of(id)));

/** The acts of a track that are on for it: a favourite, one that is pinned. */
export const actsOn = (parts: PanelParts, result: SearchResult): readonly Action[] =>
  (Object.keys(IS_ON) as Action[]).filter((action) => IS_ON[action]?.(parts, result));
