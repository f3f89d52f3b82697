import type { KeptRequest } from "../../kept/requests.ts";
import { PanelEvent } from "../events.ts";

/** Something is asked for of what is kept. */
export class KeptEvent extends PanelEvent {
  static readonly type = "nd-kept-request";
  constructor(readonly request: KeptRequest) {
    super(KeptEvent.type);
  }
}
