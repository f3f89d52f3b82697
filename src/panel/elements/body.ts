import { html } from "lit";
import type { PanelView } from "../model/panel-view.ts";
import { TEXT } from "../words/messages.ts";
import "./describe/did-you-mean.ts";
import "./describe/start-view.ts";
import "./failure-view.ts";
import "./filters/nothing-left.ts";
import "./kept/kept-view.ts";
import "./map/music-map.ts";
import "./results/result-list.ts";

/** What stands between header and footer. @param color Spectrum's colour of the panel */
export function renderBody(view: PanelView, color: string) {
  const { tab, map, kept, search, selected, editor, describe } = view;
  switch (tab) {
    case "map":
      return html`<nd-music-map
        .view=${map}
        .results=${search.answer?.results ?? []}
        .selected=${selected}
        color=${color}
      ></nd-music-map>`;
    case "kept":
      return html`<nd-kept .kept=${kept} ?draggable-rows=${editor.rowDrag}></nd-kept>`;
    case "results":
      return html`<nd-did-you-mean .suggestions=${describe.didYouMean}></nd-did-you-mean>
        ${renderResults(view)}`;
  }
}

/** Results, or why there are none. */
function renderResults({ search, chips, filters, failure, results, editor }: PanelView) {
  if (failure !== null) return html`<nd-failure-view .error=${failure}></nd-failure-view>`;
  if (search.answer === null) return html`<nd-start-view steps></nd-start-view>`;
  if (results.count > 0) {
    return html`<nd-result-list
      .rows=${results}
      .selectedAt=${results.selectedAt}
      .total=${results.total}
      ?draggable-rows=${editor.rowDrag}
    ></nd-result-list>`;
  }
  const understood = chips.filter((chip) => chip.isFilter && chip.filter === undefined);
  if (filters.set.length > 0 || understood.length > 0) {
    return html`<nd-nothing-left .filters=${filters} .chips=${understood}></nd-nothing-left>`;
  }
  return html`<nd-start-view .lead=${TEXT.noResults} .help=${TEXT.noResultsNext}></nd-start-view>`;
}
