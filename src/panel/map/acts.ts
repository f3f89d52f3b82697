import type { Tab } from "../model/panel-view.ts";

/** What the key of the map does: to the map, and from there back to the results. */
export const mapActs = (panel: {
  readonly view: { readonly tab: Tab };
  showTab(tab: Tab): void;
}) => ({
  map: () => panel.showTab(panel.view.tab === "map" ? "results" : "map"),
});
