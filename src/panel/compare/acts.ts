import type { PanelActs } from "../model/acts.ts";
import type { CompareAction } from "../model/keys.ts";
import type { PanelParts } from "../model/panel-parts.ts";

/** What keys and buttons of comparing do. */
export function compareActs({
  compare,
  picture,
}: Pick<PanelParts, "compare" | "picture">): Pick<PanelActs, CompareAction> {
  return {
    pin: (result) => result && compare.toggle(result),
    "unpin-all": () => compare.unpinAll(),
    "next-pinned": () => compare.step(1),
    "previous-pinned": () => compare.step(-1),
    "pinned-1": () => compare.hear(0),
    "pinned-2": () => compare.hear(1),
    "pinned-3": () => compare.hear(2),
    "pinned-4": () => compare.hear(3),
    "play-with-picture": (result) => result && picture.toggle(result),
  };
}
