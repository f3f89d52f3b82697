import { isLocalResult, type SearchResult } from "../../contract/search.ts";
import { PLAYER } from "../words/player.ts";
import { info } from "../words/notice.ts";
import type { PanelActs } from "./acts.ts";
import type { PanelModel } from "./panel-model.ts";
import type { PanelParts } from "./panel-parts.ts";

type PassageActs = Pick<PanelActs, "passage-begin" | "passage-end" | "passage-clear">;

/** What marks a passage in the selected track, at the place where it plays. */
export function passageActs(panel: PanelModel, { passages, player }: PanelParts): PassageActs {
  const mark = (result: SearchResult | null, what: "begin" | "end"): void => {
    if (result === null || !isLocalResult(result)) return;
    // The place in another track says nothing about this one.
    if (!player.holds(result.track.id))
      return panel.tell(info(PLAYER.playFirst(result.track.title)));
    passages[what](result.track, player.playback.time);
  };
  return {
    "passage-begin": (result) => mark(result, "begin"),
    "passage-end": (result) => mark(result, "end"),
    "passage-clear": (result) => result && passages.clear(result.track.id),
  };
}
