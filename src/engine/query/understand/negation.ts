import { startsClause } from "./clauses.ts";
import { readElements } from "./negated.ts";
import type { Lexicon } from "./lexicon.ts";
import { found, type Query, type Reading, type Stretch } from "./reading.ts";
import { sequences, type Match } from "./sequences.ts";
import { matchWords, type Token } from "./tokens.ts";
import { IDIOMS } from "./words/everyday.ts";
import { COPULAS, LESS, MUSICAL_SUBJECTS, NEGATIONS, NEGATORS } from "./words/negators.ts";

const negatorAt = sequences(NEGATORS);
const negationAt = sequences(NEGATIONS);
const idiomAt = sequences(IDIOMS.map((idiom) => [idiom, true] as const));

/**
 * Reads what is not wanted: "no drums or vocals", "not too dark", "anything but jazz". It counts
 * only if the words after the negator name music, so a story keeps its "no": "nobody is home".
 */
export function readNegation(query: Query, lexicon: Lexicon, at: number): Reading | null {
  const { tokens } = query;
  const idiom = idiomAt(tokens, at);
  if (idiom !== null) return { found: [], removed: [], to: idiom.to };
  const single = negationAt(tokens, at);
  if (single !== null) return without(query, { from: at, ...single });
  const free = freeAt(tokens, lexicon, at);
  if (free !== null) return without(query, { from: at, ...free });

  const negator = negatorAt(tokens, at);
  if (negator === null || isStory(tokens, at)) return null;
  const elements = readElements(tokens, lexicon, negator.to, startsClause(tokens, at));
  const negated = elements.flatMap(({ from, to, concept, isDegree }) => {
    if (concept === null) return [];
    const stretch = { from: elements.length === 1 ? at : from, to };
    const strength = isDegree ? Math.min(negator.value, LESS) : negator.value;
    return [{ stretch, label: { concept, strength } }];
  });
  const to = elements.at(-1)?.to;
  if (negated.length === 0 || to === undefined) return null;
  return {
    found: negated.map(({ stretch, label }) => found(query, stretch, "without", label)),
    // The negator stays for an opaque element that it was written for.
    removed:
      negated.length < elements.length ? negated.map(({ stretch }) => stretch) : [{ from: at, to }],
    to,
  };
}

/** "vocal-free", "drums-free" */
function freeAt(tokens: readonly Token[], lexicon: Lexicon, at: number): Match<string> | null {
  const phrase = lexicon.conceptAt(tokens, at);
  const to = phrase === null ? null : matchWords(tokens, phrase.to, ["-", "free"]);
  return phrase === null || to === null ? null : { to, value: phrase.value.name };
}

function without(query: Query, { from, to, value }: Stretch & Match<string>): Reading {
  const label = { concept: value, strength: 1 };
  const stretch = { from, to };
  return { found: [found(query, stretch, "without", label)], removed: [stretch], to };
}

/** Whether the words before a "not" tell a story: "she is not sad", but not "which is not sad". */
function isStory(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? "";
  return COPULAS.has(before) && !MUSICAL_SUBJECTS.has(tokens[at - 2]?.word ?? "");
}
