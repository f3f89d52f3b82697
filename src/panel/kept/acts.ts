import type { SearchResult } from "../../contract/search.ts";
import { creditsText } from "../cue-sheet/credits.ts";
import type { PanelHands } from "../model/acts.ts";
import type { PanelModel } from "../model/panel-model.ts";
import { KEPT } from "../words/kept.ts";
import { failure, info } from "../words/notice.ts";
import { tagOf } from "./kept.ts";
import { removeFrom } from "./requests.ts";

/** What keys and buttons do with what is kept. */
export function keptActs(panel: PanelModel, hands: PanelHands) {
  const { kept, keptTab, editor } = panel.parts;
  return {
    favourite: (result: SearchResult | null) => {
      if (result === null) return;
      const { view } = panel;
      const isInSight = view.tab === "kept" && keptTab.shown === "favourites";
      if (!isInSight || !kept.isFavourite(result.track.id)) kept.toggleFavourite(result.track);
      else {
        removeFrom(panel, result.track.id);
        hands.focusSelected();
      }
    },
    collect: (result: SearchResult | null) => {
      if (result !== null) panel.show({ name: "collect", tag: tagOf(result.track) });
    },
    kept: async () => {
      panel.showTab(panel.view.tab === "kept" ? "results" : "kept");
      await keptTab.whenFound;
      hands.focusSelected();
    },
    "copy-credits": async () => {
      const { host } = editor;
      if (host === null) return panel.tell(info(KEPT.usedNoEditor));
      try {
        const sheet = await host.readCueSheet();
        const text = creditsText(sheet);
        if (text !== "") await panel.copy(text, KEPT.creditsCopied);
        else panel.tell(info(sheet.rows.length === 0 ? KEPT.noMusic : KEPT.noCredits));
      } catch (thrown) {
        panel.tell(failure(thrown));
      }
    },
  };
}
