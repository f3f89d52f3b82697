import type { FrameFate } from "./exporter.ts";
import type { ClipNode, ItemNode } from "./state.ts";

/** How a call fails. */
export type Failure = "rejects" | "throws" | "forgets";

/** Ways in which a real host misbehaves, switched on by a test. */
export interface Faults {
  /** The selection answers empty although clips are selected. */
  emptySelection?: boolean;
  /** Imports answer false. */
  refuseImports?: boolean;
  /** What is imported is listed only after so many listings, or so many ms, or both. */
  lateItems?: { readonly listings?: number; readonly ms?: number };
  /** `getMediaFilePath` spells the path in another way: `\\?\`, or accents taken apart. */
  respell?: (path: string) => string;
  /** Overwriting does nothing, as on a locked track. */
  ignoreOverwrite?: boolean;
  /** Overwriting lands this many ticks late. */
  overwriteLate?: number;
  /** Overwriting removes the first clip of the first video track. */
  overwriteEatsVideo?: boolean;
  /** The asked track's channels do not fit: the clip lands on a track that is made at the end. */
  channelMismatch?: boolean;
  /** What becomes of the nth frame that is exported, from 1. */
  frame?: (number: number) => FrameFate;
  /** Sequences cannot be deleted. */
  keepSequences?: boolean;
  /** A clip's volume takes so many keyframes, and drops what is over. */
  keyframeLimit?: number;
  /** Neither projects nor sequences have a guid. */
  noGuids?: boolean;
  /** Asking for a project throws instead of answering null. */
  throwWithoutProject?: boolean;
  /**
   * Transactions, by their label, that do not take: `refused` answers false, `ignored` answers true
   * and does nothing (reported of keyframes on 26.3), `throws` throws.
   */
  transaction?: (label: string) => "refused" | "ignored" | "throws" | undefined;
  /**
   * Calls that fail for one clip or item, such as `VideoClipTrackItem.getProjectItem` of a clip
   * whose effect is missing. `throws` throws even where a promise is due; `forgets` does what it
   * should and answers null, whatever the types promise.
   */
  failing?: (call: string, node: ItemNode | ClipNode | null) => Failure | undefined;
}
