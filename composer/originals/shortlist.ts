import { compose, type Composition } from "../lib/compose.ts";
import { secondsAt } from "../lib/score.ts";
import { likeness } from "../lib/similarity.ts";
import { styleNamed } from "../styles/index.ts";
import { promise } from "./judge.ts";
import type { Slot } from "./programme.ts";
import { seedsOf } from "./seeds.ts";

/** Pieces composed for every slot; only the best few are rendered. */
const candidatesOnPaper = 64;

/** Bounds for the written length in seconds where the slot sets none: the last bar may hold a rest. */
const shortest = 77;
const longest = 104;

/** How much a piece duplicates one that the catalogue already has, 0..1. */
function doubling(piece: Composition, others: readonly Composition[]): number {
  const alike = others.map((other) => {
    const { motif, harmony, form } = likeness(piece, other);
    return (motif + harmony + form) / 3;
  });
  return Math.max(0, ...alike);
}

/**
 * The pieces worth rendering for a slot: the most promising on paper, and unlike those of its style.
 * @param index the slot's place in the programme, which decides its seeds
 * @param few how many to return, best first
 * @param others the style's pieces that the catalogue already has
 */
export function shortlist(
  slot: Slot,
  index: number,
  few: number,
  others: readonly Composition[],
): Composition[] {
  const style = styleNamed(slot.style);
  if (!style) throw new Error(`The programme names an unknown style "${slot.style}"`);
  return seedsOf(index, candidatesOnPaper)
    .map((seed) => compose(style, seed, slot.seconds))
    .filter(({ score }) => {
      const seconds = secondsAt(score, score.end);
      return seconds >= shortest && seconds <= (slot.longest ?? longest);
    })
    .map((piece) => ({ piece, promise: promise(piece) - 0.3 * doubling(piece, others) }))
    .sort((a, b) => b.promise - a.promise || a.piece.seed - b.piece.seed)
    .slice(0, few)
    .map(({ piece }) => piece);
}
