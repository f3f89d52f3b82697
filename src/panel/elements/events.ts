import type { InsertRequest } from "../../contract/cue.ts";
import type { DownloadRequest } from "../../contract/download.ts";
import type { LocalResult, SearchResult } from "../../contract/engine.ts";
import type { ToolSettings } from "../editor/editor-tools.ts";
import type { Action } from "../model/keyboard.ts";

/** What the panel's elements tell its root. All bubble through shadow roots. */
const BUBBLES = { bubbles: true, composed: true };

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

/** A row is being dragged; the listener must fill `data` before it returns. */
export class DragOutEvent extends Event {
  static readonly type = "nd-drag-out";
  constructor(
    readonly result: LocalResult,
    readonly data: DataTransfer,
  ) {
    super(DragOutEvent.type, BUBBLES);
  }
}

export class CopyEvent extends Event {
  static readonly type = "nd-copy";
  /** `confirmation` is shown once the text is on the clipboard. */
  constructor(
    readonly text: string,
    readonly confirmation: string,
  ) {
    super(CopyEvent.type, BUBBLES);
  }
}

/** Keep to tracks on this machine, or stop doing so. */
export class FilterEvent extends Event {
  static readonly type = "nd-filter";
  constructor(readonly localOnly: boolean) {
    super(FilterEvent.type, BUBBLES);
  }
}

/** Read these phrases of the description as plain words. */
export class TakeBackEvent extends Event {
  static readonly type = "nd-take-back";
  constructor(readonly phrases: readonly string[]) {
    super(TakeBackEvent.type, BUBBLES);
  }
}

export class VolumeEvent extends Event {
  static readonly type = "nd-volume";
  /** `volume` is 0 to 1. */
  constructor(readonly volume: number) {
    super(VolumeEvent.type, BUBBLES);
  }
}

/** A button was pressed that does what a key does: to `result`, or to what is selected. */
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

/** The notice was closed, or its time is over. */
export class CloseNoticeEvent extends Event {
  static readonly type = "nd-close-notice";
  constructor() {
    super(CloseNoticeEvent.type, BUBBLES);
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

/** Run the checks of the editor, with or without a scratch sequence. */
export class CheckEvent extends Event {
  static readonly type = "nd-check";
  constructor(readonly scratch: boolean) {
    super(CheckEvent.type, BUBBLES);
  }
}

/**
 * A folder was chosen, with these files; none if it holds none. Null: the editing application is to
 * ask for one.
 */
export class AddFolderEvent extends Event {
  static readonly type = "nd-add-folder";
  constructor(readonly files: readonly File[] | null) {
    super(AddFolderEvent.type, BUBBLES);
  }
}

/** Read a folder of the editor's own music again, stop reading it, or forget it. */
export class FolderEvent extends Event {
  static readonly type = "nd-folder";
  constructor(
    readonly id: string,
    readonly wish: "update" | "stop" | "remove",
  ) {
    super(FolderEvent.type, BUBBLES);
  }
}

/** Yes, the track may be downloaded; `trusts`: without a question from now on. */
export class GetEvent extends Event {
  static readonly type = "nd-get";
  constructor(
    readonly request: DownloadRequest,
    readonly trusts: boolean,
  ) {
    super(GetEvent.type, BUBBLES);
  }
}

/** Ask again before downloads from this host. */
export class AskAgainEvent extends Event {
  static readonly type = "nd-ask-again";
  constructor(readonly host: string) {
    super(AskAgainEvent.type, BUBBLES);
  }
}

/** The folder of a pack was chosen; null if the editing application is to ask for it. */
export class AddPackEvent extends Event {
  static readonly type = "nd-add-pack";
  constructor(readonly files: readonly File[] | null) {
    super(AddPackEvent.type, BUBBLES);
  }
}

/** Forget an added pack. */
export class RemovePackEvent extends Event {
  static readonly type = "nd-remove-pack";
  constructor(readonly hash: string) {
    super(RemovePackEvent.type, BUBBLES);
  }
}

declare global {
  interface HTMLElementEventMap {
    "nd-query": QueryEvent;
    "nd-select": SelectEvent;
    "nd-play": PlayEvent;
    "nd-drag-out": DragOutEvent;
    "nd-copy": CopyEvent;
    "nd-filter": FilterEvent;
    "nd-take-back": TakeBackEvent;
    "nd-volume": VolumeEvent;
    "nd-act": ActEvent;
    "nd-setting": SettingEvent;
    "nd-close-notice": CloseNoticeEvent;
    "nd-close-sheet": CloseSheetEvent;
    "nd-push": PushEvent;
    "nd-check": CheckEvent;
    "nd-add-folder": AddFolderEvent;
    "nd-folder": FolderEvent;
    "nd-get": GetEvent;
    "nd-ask-again": AskAgainEvent;
    "nd-add-pack": AddPackEvent;
    "nd-remove-pack": RemovePackEvent;
  }
}
