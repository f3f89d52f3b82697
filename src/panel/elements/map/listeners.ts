import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import {
  MapHearEvent,
  MapMarkEvent,
  MapOpenEvent,
  MapPointEvent,
  MapSelectEvent,
  MapToggleEvent,
} from "./events.ts";

/** What the panel does on what the map sends. */
export const mapListeners = (model: PanelModel): readonly Listener[] => {
  const { map } = model.parts;
  return [
    on(MapOpenEvent, () => map.open()),
    on(MapPointEvent, ({ id }) => map.point(id)),
    on(MapSelectEvent, async ({ id, plays }) => {
      await map.select(id);
      if (plays) await model.act("toggle-play");
    }),
    on(MapMarkEvent, ({ ids }) => (ids === null ? map.unmark() : map.mark(ids))),
    on(MapToggleEvent, ({ id }) => map.toggleMarked(id)),
    on(MapHearEvent, ({ hears }) => map.hearOnHover(hears)),
  ];
};
