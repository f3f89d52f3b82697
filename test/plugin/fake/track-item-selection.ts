import type {
  AudioClipTrackItem,
  TrackItemSelection,
  TrackItemSelectionStatic,
  VideoClipTrackItem,
} from "@adobe/premierepro";
import { handle, need, official } from "./parameters.ts";
import { FakeTrackItem } from "./tracks.ts";

type Item = VideoClipTrackItem | AudioClipTrackItem;

/** Items of a sequence; a new one can be used only within the callback that got it. */
export class FakeTrackItemSelection implements Pick<
  TrackItemSelection,
  "addItem" | "getTrackItems"
> {
  isOver = false;

  constructor(readonly items: FakeTrackItem[] = []) {}

  addItem(...given: [Item, boolean?]): boolean {
    need(given, 1);
    this.checkValid();
    const item = handle(FakeTrackItem, given[0]);
    if (this.items.some(({ node }) => node === item.node)) return false;
    this.items.push(item);
    return true;
  }

  getTrackItems(): Promise<Item[]> {
    this.checkValid();
    return Promise.resolve(this.items.map((item) => official<Item>(item)));
  }

  checkValid(): void {
    if (this.isOver) throw new Error("Invalid parameter.");
  }
}

export const selections: Pick<TrackItemSelectionStatic, "createEmptySelection"> = {
  createEmptySelection: (...given) => {
    need(given, 1);
    const selection = new FakeTrackItemSelection();
    try {
      given[0](official<TrackItemSelection>(selection));
    } finally {
      selection.isOver = true;
    }
    return true;
  },
};
