import type { NeedledropError } from "../../contract/errors.ts";
import type { Notice } from "../words/notice.ts";
import type { Sheet } from "./panel-view.ts";

/** The notice under the results and the sheet over the panel: one of each at a time. */
export class Notices {
  private current: Notice | null = null;
  private over: Sheet | null = null;
  private last: NeedledropError | null = null;

  constructor(private readonly changed: () => void) {}

  get notice(): Notice | null {
    return this.current;
  }

  get sheet(): Sheet | null {
    return this.over;
  }

  /** The last failure that was shown, for a report; it outlives its notice. */
  get lastError(): NeedledropError | null {
    return this.last;
  }

  tell(notice: Notice | null): void {
    this.current = notice;
    this.last = notice?.error ?? this.last;
    this.changed();
  }

  show(sheet: Sheet | null): void {
    this.over = sheet;
    this.changed();
  }
}
