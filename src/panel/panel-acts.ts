import type { SearchResult } from "../contract/engine.ts";
import type { Action } from "./keyboard.ts";
import type { PanelModel } from "./panel-model.ts";
import type { Sheet } from "./sheet.ts";

/** Seconds that an arrow key moves in a track. */
const SEEK_STEP = 5;

/** What acts need of the elements. */
export interface PanelHands {
  /** Searches at once for what stands in the box. */
  submit(): void;
  clear(): void;
  focusBox(): void;
  focusSelected(): void;
  focusTrackChoice(): void;
  closeSheet(): void;
}

/** What keys and buttons do; to the result given, where it is about one. */
export type PanelActs = Readonly<Record<Action, (result: SearchResult | null) => unknown>>;

export function panelActs(model: PanelModel, hands: PanelHands): PanelActs {
  const { player, tools } = model;
  const step = (by: number): void => {
    model.step(by);
    hands.focusSelected();
  };
  const toggleSheet = (name: Sheet["name"], open: () => unknown): void => {
    if (model.sheet?.name === name) hands.closeSheet();
    else void open();
  };
  return {
    search: () => hands.submit(),
    clear: () => (model.description === "" ? model.stop() : hands.clear()),
    "focus-search": () => hands.focusBox(),
    next: () => step(1),
    previous: () => step(-1),
    first: () => step(-Infinity),
    last: () => step(Infinity),
    "toggle-play": (result) => result && model.play(result),
    "seek-back": () => player.seekBy(-SEEK_STEP),
    "seek-forward": () => player.seekBy(SEEK_STEP),
    insert: (result) => result && tools.insert(result, false),
    "insert-whole": (result) => result && tools.insert(result, true),
    "open-page": (result) => result && model.openPage(result),
    push: (result) => result && tools.askPush(result),
    replace: (result) => result && tools.replace(result),
    mark: (result) => result && tools.mark(result),
    preview: (result) => result && model.togglePreview(result),
    duck: () => tools.duck(),
    unduck: () => tools.unduck(),
    "cue-sheet": () => toggleSheet("cues", () => tools.openCueSheet()),
    "choose-track": () => {
      if (!tools.isOpen) tools.toggle();
      hands.focusTrackChoice();
    },
    "choose-folder": () => tools.chooseFolder(),
    tools: () => tools.toggle(),
    "check-host": () =>
      toggleSheet("check", () => {
        model.check.reset();
        model.show({ name: "check" });
      }),
    stop: () => model.stop(),
    help: () => toggleSheet("keys", () => model.show({ name: "keys" })),
  };
}

/** The key that closes a sheet, beside Esc; no other key does anything under it. */
export const SHEET_KEYS: Readonly<Record<Sheet["name"], Action | null>> = {
  keys: "help",
  cues: "cue-sheet",
  check: "check-host",
  push: null,
};
