import type { Fit } from "../../../contract/fit.ts";
import { PanelEvent } from "../events.ts";

/** Another of the ways to fit the track was chosen. */
export class ChooseFitEvent extends PanelEvent {
  static readonly type = "nd-choose-fit";
  constructor(readonly fit: Fit) {
    super(ChooseFitEvent.type);
  }
}

/** Play the fit from a place, in seconds from its beginning. */
export class PlayFitEvent extends PanelEvent {
  static readonly type = "nd-play-fit";
  constructor(readonly from: number) {
    super(PlayFitEvent.type);
  }
}
