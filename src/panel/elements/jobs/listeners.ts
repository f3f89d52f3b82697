import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { StopJobEvent } from "./events.ts";

export const jobListeners = ({ parts }: PanelModel): readonly Listener[] => [
  on(StopJobEvent, ({ id }) => parts.jobs.stop(id)),
];
