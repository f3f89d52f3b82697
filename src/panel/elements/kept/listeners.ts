import { fulfil } from "../../kept/requests.ts";
import type { PanelModel } from "../../model/panel-model.ts";
import { on, type Listener } from "../listeners.ts";
import { KeptEvent } from "./events.ts";

export const keptListeners = (model: PanelModel): readonly Listener[] => [
  on(KeptEvent, ({ request }) => fulfil(model, request)),
];
