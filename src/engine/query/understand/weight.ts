import { endsClause, startsClause } from "./clauses.ts";
import type { Lexicon } from "./lexicon.ts";
import { found, render, type Query, type Reading } from "./reading.ts";
import { sequences } from "./sequences.ts";

/** How much "a little hopeful" counts beside the rest of the sentence, whose weight is 1. */
export const LITTLE = 0.4;

const littleAt = sequences(
  [
    ...["a little", "a little bit of", "a little bit", "a bit of", "a bit", "slightly", "somewhat"],
    ...[
      "a hint of",
      "hints of",
      "a touch of",
      "touches of",
      "a dash of",
      "a trace of",
      "traces of",
    ],
    ...["a pinch of", "a splash of", "just a little", "just a hint of", "just a touch of"],
  ].map((words) => [words, LITTLE] as const),
);

/** Most words of what is wanted a little. */
const FEW = 3;

/**
 * Reads what is wanted a little, as a clause of its own: "mostly calm, a little hopeful", "pads with
 * a hint of brass". In "a slightly sad piano" the words belong together, and stay.
 */
export function readWeight(query: Query, lexicon: Lexicon, at: number): Reading | null {
  const { tokens } = query;
  const little = littleAt(tokens, at);
  if (little === null || !startsClause(tokens, at)) return null;
  let to = little.to;
  for (let i = 0; i < FEW; i += 1) to = lexicon.conceptAt(tokens, to)?.to ?? to;
  if (to === little.to || !endsClause(tokens, to)) return null;
  const stretch = { from: at, to };
  const label = { words: render(query, little.to, to), weight: little.value };
  return { found: [found(query, stretch, "weight", label)], removed: [stretch], to };
}
