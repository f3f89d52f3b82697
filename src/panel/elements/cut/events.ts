import { PanelEvent } from "../events.ts";

/** A marker or a cut is to be a hit point, or no longer. */
export class HitEvent extends PanelEvent {
  static readonly type = "nd-hit";
  constructor(
    /** Seconds from the beginning of the sequence. */
    readonly at: number,
    readonly isOn: boolean,
  ) {
    super(HitEvent.type);
  }
}

/** The list is to begin with what hits best, or no longer. */
export class OrderEvent extends PanelEvent {
  static readonly type = "nd-order-by-hits";
  constructor(readonly isOrdered: boolean) {
    super(OrderEvent.type);
  }
}
