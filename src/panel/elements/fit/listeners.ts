import { playFit } from "../../fit/acts.ts";
import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { ChooseFitEvent, PlayFitEvent } from "./events.ts";

/** What the panel does on the events of the fit. */
export const fitListeners = ({ parts }: PanelModel): readonly Listener[] => [
  on(ChooseFitEvent, ({ fit }) => parts.fit.choose(fit)),
  on(PlayFitEvent, ({ from }) => playFit(parts, from)),
];
