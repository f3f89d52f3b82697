import { PanelEvent } from "../events.ts";

/** All results are to be listed. */
export class MoreEvent extends PanelEvent {
  static readonly type = "nd-more";
  constructor() {
    super(MoreEvent.type);
  }
}

/** The rows from place `from` to before `to` have come into sight. */
export class InSightEvent extends PanelEvent {
  static readonly type = "nd-in-sight";
  constructor(
    readonly from: number,
    readonly to: number,
  ) {
    super(InSightEvent.type);
  }
}
