import type { InsertRequest } from "../../contract/cue.ts";
import type { DownloadRequest } from "../../contract/download.ts";
import type { LocalResult, SearchResult } from "../../contract/search.ts";
import type { ToolSettings } from "../editor/editor-tools.ts";
import type { Action } from "../model/keys.ts";
import type { FolderWish } from "../own-music/own-music.ts";
import type { Tab } from "../model/panel-view.ts";
import type { ShelfName } from "../packs/model-shelf.ts";

/**
 * What an element tells the panel, through all shadow roots. Features with elements of their own have
 * their events, and what the panel does on them, beside these (`<feature>/events.ts`, `listeners.ts`).
 */
export abstract class PanelEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The description changed; `now` is true for Enter, a button or an example, false for typing. */
export class QueryEvent extends PanelEvent {
  static readonly type = "nd-query";
  constructor(
    readonly query: string,
    readonly now: boolean,
  ) {
    super(QueryEvent.type);
  }
}

export class SelectEvent extends PanelEvent {
  static readonly type = "nd-select";
  constructor(readonly result: SearchResult) {
    super(SelectEvent.type);
  }
}

/** Play or pause; `from` (seconds) given: play from there. */
export class PlayEvent extends PanelEvent {
  static readonly type = "nd-play";
  constructor(
    readonly result: SearchResult,
    readonly from: number | null = null,
  ) {
    super(PlayEvent.type);
  }
}

/** A row is being dragged; the listener must fill `data` before it returns. */
export class DragOutEvent extends PanelEvent {
  static readonly type = "nd-drag-out";
  constructor(
    readonly result: LocalResult,
    readonly data: DataTransfer,
  ) {
    super(DragOutEvent.type);
  }
}

export class CopyEvent extends PanelEvent {
  static readonly type = "nd-copy";
  /** `confirmation` is shown once the text is on the clipboard. */
  constructor(
    readonly text: string,
    readonly confirmation: string,
  ) {
    super(CopyEvent.type);
  }
}

/** Read these phrases of the description as plain words. */
export class TakeBackEvent extends PanelEvent {
  static readonly type = "nd-take-back";
  constructor(readonly phrases: readonly string[]) {
    super(TakeBackEvent.type);
  }
}

export class VolumeEvent extends PanelEvent {
  static readonly type = "nd-volume";
  /** `volume` is 0 to 1. */
  constructor(readonly volume: number) {
    super(VolumeEvent.type);
  }
}

/** A button was pressed that does what a key does: to `result`, or to what is selected. */
export class ActEvent extends PanelEvent {
  static readonly type = "nd-act";
  constructor(
    readonly action: Action,
    readonly result: SearchResult | null = null,
  ) {
    super(ActEvent.type);
  }
}

/** How the editor is to do things from now on. */
export class SettingEvent extends PanelEvent {
  static readonly type = "nd-setting";
  constructor(readonly settings: Partial<ToolSettings>) {
    super(SettingEvent.type);
  }
}

/** The notice was closed, or its time is over. */
export class CloseNoticeEvent extends PanelEvent {
  static readonly type = "nd-close-notice";
  constructor() {
    super(CloseNoticeEvent.type);
  }
}

/** Another tab was chosen. */
export class TabEvent extends PanelEvent {
  static readonly type = "nd-tab";
  constructor(readonly tab: Tab) {
    super(TabEvent.type);
  }
}

/** The sheet over the panel was closed. */
export class CloseSheetEvent extends PanelEvent {
  static readonly type = "nd-close-sheet";
  constructor() {
    super(CloseSheetEvent.type);
  }
}

/** Yes, everything later may be pushed. */
export class PushEvent extends PanelEvent {
  static readonly type = "nd-push";
  constructor(readonly request: InsertRequest) {
    super(PushEvent.type);
  }
}

/** Run the checks of the editor, with or without a scratch sequence. */
export class CheckEvent extends PanelEvent {
  static readonly type = "nd-check";
  constructor(readonly scratch: boolean) {
    super(CheckEvent.type);
  }
}

/**
 * A folder was chosen, with these files; none if it holds none. Null: the editing application is to
 * ask for one.
 */
export class AddFolderEvent extends PanelEvent {
  static readonly type = "nd-add-folder";
  constructor(readonly files: readonly File[] | null) {
    super(AddFolderEvent.type);
  }
}

/** Read what is new in a folder, or all of it anew; stop reading it, or forget it. */
export class FolderEvent extends PanelEvent {
  static readonly type = "nd-folder";
  constructor(
    readonly id: string,
    readonly wish: FolderWish,
  ) {
    super(FolderEvent.type);
  }
}

/** Yes, the track may be downloaded; `trusts`: without a question from now on. */
export class GetEvent extends PanelEvent {
  static readonly type = "nd-get";
  constructor(
    readonly request: DownloadRequest,
    readonly trusts: boolean,
  ) {
    super(GetEvent.type);
  }
}

/** Ask again before downloads from this host. */
export class AskAgainEvent extends PanelEvent {
  static readonly type = "nd-ask-again";
  constructor(readonly host: string) {
    super(AskAgainEvent.type);
  }
}

/** The folder of a model was chosen; null if the editing application is to ask for it. */
export class AddModelEvent extends PanelEvent {
  static readonly type = "nd-add-model";
  constructor(
    readonly shelf: ShelfName,
    readonly files: readonly File[] | null,
  ) {
    super(AddModelEvent.type);
  }
}

/** Forget an added model. */
export class RemoveModelEvent extends PanelEvent {
  static readonly type = "nd-remove-model";
  constructor(
    readonly shelf: ShelfName,
    readonly hash: string,
  ) {
    super(RemoveModelEvent.type);
  }
}
