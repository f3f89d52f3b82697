import type { SearchResult } from "../contract/engine.ts";

/** What the panel's elements tell its root. All bubble through shadow roots. */
export const BUBBLES = { bubbles: true, composed: true };

/** The description changed; `now` is true for Enter, a button or an example, false for typing. */
export class QueryEvent extends Event {
  static readonly type = "nd-query";
  constructor(
    readonly query: string,
    readonly now: boolean,
  ) {
    super(QueryEvent.type, BUBBLES);
  }
}

export class SelectEvent extends Event {
  static readonly type = "nd-select";
  constructor(readonly result: SearchResult) {
    super(SelectEvent.type, BUBBLES);
  }
}

/** Play or pause; `from` (seconds) given: play from there. */
export class PlayEvent extends Event {
  static readonly type = "nd-play";
  constructor(
    readonly result: SearchResult,
    readonly from: number | null = null,
  ) {
    super(PlayEvent.type, BUBBLES);
  }
}

export class InsertEvent extends Event {
  static readonly type = "nd-insert";
  constructor(
    readonly result: SearchResult,
    readonly whole: boolean,
  ) {
    super(InsertEvent.type, BUBBLES);
  }
}

/** Show the page of a track that is not on this machine. */
export class OpenPageEvent extends Event {
  static readonly type = "nd-open-page";
  constructor(readonly result: SearchResult) {
    super(OpenPageEvent.type, BUBBLES);
  }
}

export class CopyEvent extends Event {
  static readonly type = "nd-copy";
  /** `told` is what to say once it is on the clipboard. */
  constructor(
    readonly text: string,
    readonly told: string,
  ) {
    super(CopyEvent.type, BUBBLES);
  }
}

/** Keep to tracks that can be heard now, or stop doing so. */
export class FilterEvent extends Event {
  static readonly type = "nd-filter";
  constructor(readonly localOnly: boolean) {
    super(FilterEvent.type, BUBBLES);
  }
}

export class VolumeEvent extends Event {
  static readonly type = "nd-volume";
  /** `volume` is 0 to 1. */
  constructor(readonly volume: number) {
    super(VolumeEvent.type, BUBBLES);
  }
}

/** A bare request: describe the selection, try again, show the keys. */
export class AskEvent extends Event {
  static readonly type = "nd-ask";
  constructor(readonly what: "describe-selection" | "retry" | "keys") {
    super(AskEvent.type, BUBBLES);
  }
}

declare global {
  interface HTMLElementEventMap {
    "nd-query": QueryEvent;
    "nd-select": SelectEvent;
    "nd-play": PlayEvent;
    "nd-insert": InsertEvent;
    "nd-open-page": OpenPageEvent;
    "nd-copy": CopyEvent;
    "nd-filter": FilterEvent;
    "nd-volume": VolumeEvent;
    "nd-ask": AskEvent;
  }
}
