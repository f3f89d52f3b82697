import type { SearchResult } from "../../contract/search.ts";
import type { PanelModel } from "../model/panel-model.ts";

/** What keys and buttons do with what is kept. */
export function keptActs(panel: PanelModel) {
  const { kept } = panel.parts;
  return {
    favourite: (result: SearchResult | null) => result && kept.toggleFavourite(result.track),
  };
}
