import { html } from "lit";
import {
  isLocalResult,
  type LocalResult,
  type SearchResult,
} from "../../../src/contract/search.ts";
import "../../../src/panel/elements/player/playing-line.ts";
import type { Playback } from "../../../src/panel/model/player.ts";
import type { PlayerView } from "../../../src/panel/model/player-view.ts";
import type { RowSource, RowView } from "../../../src/panel/model/results-view.ts";
import { AudioError } from "../../../src/contract/errors.ts";
import type { ElementState } from "./element-states.ts";
import { PEAKS, RESULTS } from "./fixed-tracks.ts";

const LOCAL = RESULTS.filter(isLocalResult);
const FIRST = LOCAL[0] as LocalResult;
const PASSAGE = { start: 70, end: 110 };

const UNPLAYABLE = new AudioError({
  what: "“From Disk” cannot be played here. Its file is missing, or this panel may not read it.",
  next: "Play it in the editor's source monitor, or choose another track.",
});

const playbackOf = (facts: Partial<Playback>): Playback => ({
  result: FIRST,
  status: "stopped",
  time: 24,
  volume: 1,
  error: null,
  ...facts,
});

export const rowOf = (result: SearchResult, facts: Partial<RowView> = {}): RowView => ({
  result,
  peaks: isLocalResult(result) ? PEAKS : null,
  playback: result === FIRST ? playbackOf({ status: "playing", time: 40 }) : null,
  passage: result === FIRST ? PASSAGE : null,
  insertable: isLocalResult(result),
  draggable: isLocalResult(result),
  gettable: false,
  arrival: null,
  on: result === RESULTS[1] ? ["favourite"] : [],
  note: null,
  ...facts,
});

/** Rows that are there. */
export const rowsOf = (...rows: (RowView | null)[]): RowSource => ({
  count: rows.length,
  at: (place) => rows[place] ?? null,
});

const playerBar = (state: string, facts: Partial<PlayerView>, whole = false): ElementState => {
  const player: PlayerView = {
    playback: playbackOf({}),
    other: null,
    peaks: PEAKS,
    passage: null,
    cover: null,
    insertion: {
      part: "“Harbour Lights” 0:24–2:34 at the playhead",
      whole: "“Harbour Lights” 0:00–2:34 at the playhead",
    },
    intoRange: false,
    insertable: true,
    conversion: null,
    previewable: true,
    busy: null,
    picture: { isOffered: true, isRunning: false },
    on: [],
    ...facts,
  };
  return {
    element: "nd-player-bar",
    state,
    shown: html`<nd-player-bar
      .player=${player}
      .media=${new Audio()}
      ?whole=${whole}
    ></nd-player-bar>`,
  };
};

/** A picture of one colour. */
function pictureOf(colour: string): ImageBitmap {
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("There is no canvas.");
  context.fillStyle = colour;
  context.fillRect(0, 0, 64, 64);
  return canvas.transferToImageBitmap();
}

export const RESULTS_STATES: readonly ElementState[] = [
  {
    element: "nd-result-list",
    state: "a row of each kind, the first one playing",
    shown: html`<nd-result-list
      .rows=${rowsOf(...RESULTS.map((result) => rowOf(result)))}
      .selectedAt=${0}
    ></nd-result-list>`,
  },
  {
    element: "nd-result-list",
    state: "more to come, one being read",
    shown: html`<nd-result-list
      .rows=${rowsOf(rowOf(FIRST), null)}
      .selectedAt=${0}
      .total=${4021}
    ></nd-result-list>`,
  },
  playerBar("with the picture", {
    playback: playbackOf({ status: "playing", time: 30 }),
    picture: { isOffered: true, isRunning: true },
    on: ["pin"],
  }),
  playerBar("stopped", {}),
  playerBar("playing, Shift held", { playback: playbackOf({ status: "playing", time: 61 }) }, true),
  playerBar("with a passage", {
    passage: PASSAGE,
    intoRange: true,
    insertion: { part: "“Harbour Lights” 1:10–1:50 at the in point 00:00:12", whole: "" },
  }),
  playerBar("with a cover", { cover: pictureOf("teal") }),
  playerBar("inserting", { busy: "insert" }),
  playerBar("converting", { busy: "insert", conversion: 0.42 }),
  playerBar("not insertable", {
    insertable: false,
    insertion: { part: "No editor is connected.", whole: "" },
  }),
  playerBar("not playable", {
    playback: playbackOf({ result: LOCAL.at(-1) ?? FIRST, status: "failed", error: UNPLAYABLE }),
  }),
  {
    element: "nd-playing-line",
    state: "another track",
    shown: html`<nd-playing-line .result=${FIRST}></nd-playing-line>`,
  },
];
