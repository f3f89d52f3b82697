import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { HitEvent, OrderEvent } from "./events.ts";

export const cutListeners = ({ parts }: PanelModel): readonly Listener[] => [
  on(HitEvent, ({ at, isOn }) => parts.cut.choose(at, isOn)),
  on(OrderEvent, ({ isOrdered }) => parts.cut.order(isOrdered)),
];
