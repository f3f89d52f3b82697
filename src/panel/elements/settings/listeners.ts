import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { SettingsEvent, SpaceEvent } from "./events.ts";

export const settingsListeners = ({ parts }: PanelModel): readonly Listener[] => [
  on(SettingsEvent, ({ settings }) => parts.settings.set(settings)),
  on(SpaceEvent, ({ wish }) => parts.space[wish]()),
];
