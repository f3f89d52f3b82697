import type { CueSheet } from "../../contract/cue-sheet.ts";
import type { Cuts } from "../../contract/cuts.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { Place } from "../../contract/place.ts";
import type { Selection } from "../../contract/selection.ts";
import type { TimelineStore } from "../store.ts";
import type { Timeline } from "../timeline/model.ts";
import { BrowserTabHost } from "./browser-tab-host.ts";
import { cutsOf } from "./cuts.ts";
import { cueSheetOf, placeOf, selectionOf } from "./read-timeline.ts";
import { noSequence } from "./refusals.ts";

type Reads = "readPlace" | "readSelection" | "readCuts" | "readCueSheet";

/** The part of the stand-in that reads the timeline and leaves it as it is. */
export abstract class ReadingHost extends BrowserTabHost implements Pick<EditorHost, Reads> {
  constructor(protected readonly store: TimelineStore) {
    super();
  }

  readPlace(): Promise<Place> {
    return Promise.resolve(placeOf(this.store.timeline));
  }

  readSelection(): Promise<Selection> {
    return Promise.resolve(selectionOf(this.store.timeline));
  }

  async readCuts(): Promise<Cuts> {
    return Promise.resolve(cutsOf(this.open()));
  }

  async readCueSheet(): Promise<CueSheet> {
    return Promise.resolve(cueSheetOf(this.open()));
  }

  /** @throws HostError no sequence is open */
  protected open(): Timeline {
    const { timeline } = this.store;
    if (timeline === null) throw noSequence();
    return timeline;
  }
}
