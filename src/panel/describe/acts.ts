import type { SearchResult } from "../../contract/search.ts";
import type { Action } from "../model/keys.ts";
import type { PanelModel } from "../model/panel-model.ts";
import type { PanelActs } from "../model/acts.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import type { Direction } from "./likeness.ts";

export type DescribeAction = Extract<
  Action,
  "older-description" | "newer-description" | "more-like" | "less-like"
>;

/** Acts after which the description that led to a result has proved itself. */
const PROVING: readonly Action[] = [
  ...(["toggle-play", "insert", "insert-whole", "replace", "push", "preview"] as const),
  ...(["get", "open-page", "more-like", "less-like"] as const),
];
export const provesDescription = (action: Action): boolean => PROVING.includes(action);

/** What keys and buttons do to what is described. */
export function describeActs(
  panel: PanelModel,
  { flow, history, likeness, passages }: PanelParts,
): Pick<PanelActs, DescribeAction> {
  const recall = (description: string | null): Promise<void> | null =>
    description === null ? null : flow.search(description);
  const like = (direction: Direction, result: SearchResult | null): Promise<void> | null => {
    if (result === null) return null;
    panel.showTab("results");
    return likeness.toggle(direction, result, passages.of(result.track.id));
  };
  return {
    "older-description": () => recall(history.older(flow.view.description)),
    "newer-description": () => recall(history.newer()),
    "more-like": (result) => like("more", result),
    "less-like": (result) => like("less", result),
  };
}
