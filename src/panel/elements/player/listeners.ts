import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { PassageEvent } from "./events.ts";

/** What the panel does on the events of the player. */
export function playerListeners({ parts }: PanelModel): readonly Listener[] {
  return [on(PassageEvent, ({ track, passage }) => parts.passages.mark(track, passage))];
}
