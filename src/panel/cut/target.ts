import type { Section } from "../../contract/track.ts";

/** The part of the sequence that music is wanted for, and what is to happen in it. */
export interface Target {
  /** In seconds from the beginning of the sequence. */
  readonly span: Section;
  /** Frames a second. */
  readonly frameRate: number;
  /** Hit points, in seconds from the beginning of the span; ascending, at most `HIT_LIMIT`. */
  readonly hits: readonly number[];
}
