import { html } from "lit";
import "./failure-view.ts";
import { TEXT } from "./messages.ts";
import "./nothing-local.ts";
import type { PanelModel } from "./panel-model.ts";
import type { FillDrag } from "./result-list.ts";
import "./result-list.ts";
import "./start-view.ts";

/** What stands between header and footer: results, or why there are none. */
export function bodyView(model: PanelModel, fillDrag: FillDrag) {
  const { answer, failure, isNarrowed, selected, peaks, player, editor, tools } = model;
  if (failure !== null) return html`<nd-failure-view .error=${failure}></nd-failure-view>`;
  if (answer === null) return html`<nd-start-view></nd-start-view>`;
  if (answer.results.length === 0 && isNarrowed) return html`<nd-nothing-local></nd-nothing-local>`;
  if (answer.results.length === 0) {
    return html`<nd-start-view
      .lead=${TEXT.noResults}
      .help=${TEXT.noResultsNext}
    ></nd-start-view>`;
  }
  return html`<nd-result-list
    .results=${answer.results}
    .selectedId=${selected?.track.id ?? ""}
    .peaksOf=${(id: string) => peaks.get(id)}
    .playback=${player.playback}
    .canInsert=${(result: (typeof answer.results)[number]) => tools.obstacle(result) === null}
    .fillDrag=${editor.rowDrag ? fillDrag : null}
  ></nd-result-list>`;
}
