import type { PartKind } from "./part.ts";

/**
 * How much a source counts: it decides what comes first in a caption, and what is left out where there
 * is no room. Deliberate words come first; of other weights, none did better than chance on the written
 * cases (docs/decisions/one-caption.md, `npm run measure:captions -- --tuning`).
 */
export const WEIGHTS: Readonly<Record<PartKind, number>> = {
  marker: 0.9,
  note: 1,
  description: 0.8,
  column: 0.95,
  keywords: 0.7,
  comment: 0.6,
  place: 0.3,
  picture: 0.55,
  caption: 0.5,
  tone: 0.9,
  transcript: 0.25,
  name: 0.45,
  bin: 0.35,
  sequence: 0.3,
};

/** What one source may take of a caption, in characters. */
export const SHARE = 140;
/** The text tower reads English; what is written in another language counts less beside it. */
export const FOREIGN = 0.5;
/** What a second source of one kind counts, of the first; a third, of the second. */
export const REPEATED = 0.75;
