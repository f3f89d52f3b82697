import type { LevelName, Wish } from "../../describe/wish-chips.ts";
import type { Wishes } from "../../model/wishes.ts";
import { PanelEvent } from "../events.ts";

/** The second description was asked for, changed or removed. */
export class SecondEvent extends PanelEvent {
  static readonly type = "nd-second";
  constructor(readonly second: Wishes["second"]) {
    super(SecondEvent.type);
  }
}

/** A level was moved: -1 to 1. */
export class LevelEvent extends PanelEvent {
  static readonly type = "nd-level";
  constructor(
    readonly level: LevelName,
    readonly value: number,
  ) {
    super(LevelEvent.type);
  }
}

/** All levels are to be neutral again. */
export class ResetLevelsEvent extends PanelEvent {
  static readonly type = "nd-reset-levels";
  constructor() {
    super(ResetLevelsEvent.type);
  }
}

/** Something is not asked for any more. */
export class DropWishEvent extends PanelEvent {
  static readonly type = "nd-drop-wish";
  constructor(readonly wish: Wish) {
    super(DropWishEvent.type);
  }
}

/** A source of the description is to be taken away; null: all of them. */
export class DropSourceEvent extends PanelEvent {
  static readonly type = "nd-drop-source";
  constructor(readonly key: string | null) {
    super(DropSourceEvent.type);
  }
}

/** Files were dropped on the panel or chosen, to find music like them. */
export class ReferenceEvent extends PanelEvent {
  static readonly type = "nd-reference";
  constructor(readonly files: readonly File[]) {
    super(ReferenceEvent.type);
  }
}

/** The file that is being heard is not to be. */
export class CancelReferenceEvent extends PanelEvent {
  static readonly type = "nd-cancel-reference";
  constructor() {
    super(CancelReferenceEvent.type);
  }
}
