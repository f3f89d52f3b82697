import type { PanelActs, PanelHands } from "../model/acts.ts";
import type { CompareAction } from "../model/keys.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import { insertAlternatives } from "./alternatives.ts";

/** What keys and buttons of comparing do. */
export function compareActs(
  { compare, picture, pins, tools }: Pick<PanelParts, "compare" | "picture" | "pins" | "tools">,
  hands: Pick<PanelHands, "followSelected">,
): Pick<PanelActs, CompareAction> {
  const step = (by: number): void => {
    compare.step(by);
    hands.followSelected();
  };
  const hear = (index: number): void => {
    compare.hear(index);
    hands.followSelected();
  };
  return {
    pin: (result) => result && compare.toggle(result),
    "unpin-all": () => compare.unpinAll(),
    "insert-pinned": () => insertAlternatives(tools, pins.results),
    "next-pinned": () => step(1),
    "previous-pinned": () => step(-1),
    "pinned-1": () => hear(0),
    "pinned-2": () => hear(1),
    "pinned-3": () => hear(2),
    "pinned-4": () => hear(3),
    "play-with-picture": (result) => result && picture.toggle(result),
  };
}
