import type { PanelParts } from "../model/panel-parts.ts";
import type { ReferenceState } from "./references.ts";
import { wishChips, type WishChip } from "./wish-chips.ts";

/** What the panel shows around the description. */
export interface DescribeView {
  /** What is asked for beside the description and the filters. */
  readonly wishes: readonly WishChip[];
  /** The file that is being heard. */
  readonly reference: ReferenceState;
  /** The earlier description that stands in the box unchanged; null if none does. */
  readonly recalled: string | null;
  /** What could have been meant, if the words fit nothing well. */
  readonly didYouMean: readonly string[];
}

export function describeView({ flow, history, references }: PanelParts): DescribeView {
  const { wishes, answer } = flow.view;
  return {
    wishes: wishChips(wishes),
    reference: references.view,
    recalled: history.recalled,
    didYouMean: answer?.didYouMean ?? [],
  };
}
