import { PanelEvent } from "../events.ts";

/** End work that takes a while. */
export class StopJobEvent extends PanelEvent {
  static readonly type = "nd-stop-job";
  constructor(readonly id: string) {
    super(StopJobEvent.type);
  }
}
