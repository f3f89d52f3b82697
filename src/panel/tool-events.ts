import type { InsertRequest } from "../contract/cue.ts";
import type { SearchResult } from "../contract/engine.ts";
import type { ToolSettings } from "./editor-tools.ts";
import { BUBBLES } from "./events.ts";
import type { Action } from "./keyboard.ts";

/** A button does what a key does: to `result`, or to what is selected. */
export class ActEvent extends Event {
  static readonly type = "nd-act";
  constructor(
    readonly action: Action,
    readonly result: SearchResult | null = null,
  ) {
    super(ActEvent.type, BUBBLES);
  }
}

/** How the editor is to do things from now on. */
export class SettingEvent extends Event {
  static readonly type = "nd-setting";
  constructor(readonly settings: Partial<ToolSettings>) {
    super(SettingEvent.type, BUBBLES);
  }
}

/** The sheet over the panel was closed. */
export class CloseSheetEvent extends Event {
  static readonly type = "nd-close-sheet";
  constructor() {
    super(CloseSheetEvent.type, BUBBLES);
  }
}

/** Yes, everything later may be pushed. */
export class PushEvent extends Event {
  static readonly type = "nd-push";
  constructor(readonly request: InsertRequest) {
    super(PushEvent.type, BUBBLES);
  }
}

/** Keep what the sheet shows as a file. */
export class SaveEvent extends Event {
  static readonly type = "nd-save";
  constructor(readonly what: "csv" | "html" | "report") {
    super(SaveEvent.type, BUBBLES);
  }
}

/** Run the checks of the editor, with or without a scratch sequence. */
export class CheckEvent extends Event {
  static readonly type = "nd-check";
  constructor(readonly scratch: boolean) {
    super(CheckEvent.type, BUBBLES);
  }
}

declare global {
  interface HTMLElementEventMap {
    "nd-act": ActEvent;
    "nd-setting": SettingEvent;
    "nd-close-sheet": CloseSheetEvent;
    "nd-push": PushEvent;
    "nd-save": SaveEvent;
    "nd-check": CheckEvent;
  }
}
