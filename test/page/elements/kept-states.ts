import { html } from "lit";
import { StorageError } from "../../../src/contract/errors.ts";
import type { Collection } from "../../../src/contract/kept.ts";
import type { KeptView, ListChoice } from "../../../src/panel/kept/kept-view.ts";
import type { ElementState } from "./element-states.ts";
import { CC0, CREDITED, RESULTS } from "./fixed-tracks.ts";
import { rowOf } from "./results-states.ts";

const PROJECT = { id: "harbour", name: "Harbour film" };
const LONG =
  "A name that goes on for as long as names of collections may, and is cut where it ends";
const CHASE: Collection = { id: "c1", name: "Chase", project: PROJECT, at: 1 };
const LISTS: readonly ListChoice[] = [
  { list: "favourites", name: "Favourites", count: 12 },
  { list: "recent", name: "Recent", count: 200 },
  { list: "used", name: "Used in this project", count: null },
  { list: "collection:c1", name: "Chase", count: 3 },
  { list: "collection:c2", name: LONG, count: 1 },
  { list: "collection:c3", name: "Storm (Other film)", count: 7 },
];
const GONE = ["Old Mill Song", LONG].map((title) => ({
  ...{ trackId: title, title, artist: "Ada Quill", licence: CC0 },
}));
const NOT_KEPT = new StorageError({
  what: "Your lists cannot be kept on this machine.",
  next: "Restart the editor.",
});

const viewOf = (facts: Partial<KeptView>): KeptView => ({
  ...{ lists: LISTS, shown: "favourites", collection: null, project: PROJECT, choices: [] },
  ...{ rows: rows(), selectedAt: 0, gone: [], isLooking: false, isEmpty: false },
  ...{ note: null, removed: null, problem: null },
  ...facts,
});

const rows = (note: string | null = null) => ({
  count: RESULTS.length,
  at: (place: number) => {
    const result = RESULTS[place];
    return result === undefined ? null : rowOf(result, { note });
  },
});
const NONE = { rows: { count: 0, at: () => null }, selectedAt: null };

const kept = (state: string, facts: Partial<KeptView>): ElementState => ({
  element: "nd-kept",
  state,
  shown: html`<nd-kept style="block-size: 420px" .kept=${viewOf(facts)}></nd-kept>`,
});

const collect = (state: string, choices: KeptView["choices"]): ElementState => ({
  element: "nd-collect",
  state,
  shown: html`<nd-collect
    .tag=${{ trackId: "h", title: "Harbour Lights", artist: "Ada Quill", licence: CREDITED }}
    .kept=${viewOf({ choices })}
  ></nd-collect>`,
});

export const KEPT_STATES: readonly ElementState[] = [
  kept("favourites, one just removed", { removed: "“Harbour Lights” removed." }),
  kept("nothing yet", { ...NONE, isEmpty: true }),
  kept("being looked up", { ...NONE, isLooking: true }),
  kept("a collection, with tracks that are gone", {
    shown: "collection:c1",
    collection: CHASE,
    gone: GONE,
  }),
  kept("a collection of tracks that are all gone", {
    ...{ ...NONE, shown: "collection:c1", collection: CHASE, gone: GONE },
  }),
  kept("used in the project", {
    shown: "used",
    rows: rows("In this sequence, inserted 12 Nov 2026, 14:05"),
  }),
  kept("used, with no sequence open", {
    ...{ ...NONE, shown: "used", isEmpty: true },
    note: "No sequence is open. Open a sequence in the timeline and try again.",
  }),
  kept("not kept", { problem: NOT_KEPT }),
  collect("none yet", []),
  collect("some", [
    { collection: CHASE, name: "Chase", isIn: true },
    { collection: { ...CHASE, id: "c2" }, name: LONG, isIn: false },
    { collection: { ...CHASE, id: "c3" }, name: "Storm (Other film)", isIn: false },
  ]),
];
