import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { DropFilterEvent, FiltersEvent } from "./events.ts";

export const filterListeners = ({ parts }: PanelModel): readonly Listener[] => [
  on(FiltersEvent, ({ filters }) => parts.filters.set(filters)),
  on(DropFilterEvent, ({ filter }) => parts.filters.drop(filter)),
];
