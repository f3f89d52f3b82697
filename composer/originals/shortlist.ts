import { compose, type Composition } from "../lib/compose.ts";
import { secondsAt } from "../lib/score.ts";
import { likeness } from "../lib/similarity.ts";
import { styleNamed } from "../styles/index.ts";
import { promise } from "./judge.ts";
import type { Slot } from "./programme.ts";
import { seedsOf } from "./seeds.ts";

/** Number of pieces composed for every slot; only the best few are rendered. */
const candidatesOnPaper = 64;

/** Bounds of the written length in seconds for slots that set none; the last bar may hold a rest. */
const shortest = 77;
const longest = 104;

/** How much a piece duplicates one that is already in the catalogue, 0..1. */
function doubling(piece: Composition, others: readonly Composition[]): number {
  const alike = others.map((other) => {
    const { motif, harmony, form } = likeness(piece, other);
    return (motif + harmony + form) / 3;
  });
  return Math.max(0, ...alike);
}

/**
 * The pieces worth rendering for a slot: those with the best scores that are unlike the style's other pieces.
 * @param index the slot's place in the programme, which decides its seeds
 * @param few number of pieces to return, best first
 * @param others the style's pieces that are already in the catalogue
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
