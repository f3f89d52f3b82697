import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { InSightEvent, MoreEvent } from "./events.ts";

/** What the panel does on the events of the list. */
export function resultListeners({ parts }: PanelModel): readonly Listener[] {
  return [
    on(MoreEvent, () => parts.results.pages.more()),
    on(InSightEvent, ({ from, to }) => parts.results.inSight(from, to)),
  ];
}
