import { html } from "lit";
import type { SearchFilters } from "../../../src/contract/filters.ts";
import type { SearchAnswer } from "../../../src/contract/search.ts";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { filtersView } from "../../../src/panel/filters/filters-view.ts";
import { chipsOf } from "../../../src/panel/model/panel-view.ts";
import { FACETS } from "../../panel/filters/facets.ts";
import { answerOf } from "../../panel/results.ts";
import type { ElementState } from "./element-states.ts";
import { IN_D_MINOR, SHORT } from "./fixed-understood.ts";

const SET: SearchFilters = {
  tempo: [
    { least: 80, most: 100 },
    { least: 103, most: 107 },
  ],
  octaves: true,
  keys: [{ tonic: "F#", mode: "minor" }],
  vocals: ["sung", "choir"],
};

const viewOf = (
  filters: SearchFilters,
  emptiedBy: SearchAnswer["emptiedBy"] = null,
  answer: SearchAnswer | null = { ...answerOf("calm"), facets: FACETS, emptiedBy },
) =>
  filtersView(filters, answer, {
    isOpen: true,
    known: {
      catalogues: ["Needledrop originals", "incompetech"],
      licences: ["CC0-1.0", "unknown"],
    },
  });

const nothingLeft = (
  state: string,
  filters: SearchFilters,
  emptiedBy: SearchAnswer["emptiedBy"],
  ...items: UnderstoodItem[]
): ElementState => ({
  element: "nd-nothing-left",
  state,
  shown: html`<nd-nothing-left
    .filters=${viewOf(filters, emptiedBy)}
    .chips=${chipsOf(items)}
  ></nd-nothing-left>`,
});

const panel = (state: string, view: ReturnType<typeof viewOf>): ElementState => ({
  element: "nd-filter-panel",
  state,
  shown: html`<nd-filter-panel .view=${view}></nd-filter-panel>`,
});

export const FILTERS_STATES: readonly ElementState[] = [
  {
    element: "nd-filter-bar",
    state: "none set",
    shown: html`<nd-filter-bar .view=${{ ...viewOf({}), isOpen: false }}></nd-filter-bar>`,
  },
  {
    element: "nd-filter-bar",
    state: "some set",
    shown: html`<nd-filter-bar .view=${viewOf({ ...SET, playable: true })}></nd-filter-bar>`,
  },
  panel("before the first search", viewOf({}, null, null)),
  panel("with counts", viewOf(SET)),
  nothingLeft("on this machine", { playable: true }, { filter: "playable", leaves: 3940 }),
  nothingLeft("by one filter that was understood", {}, null, SHORT),
  nothingLeft("by several, one of them to drop", SET, { filter: "keys", leaves: 12 }, IN_D_MINOR),
];
