import type { Lexicon } from "./lexicon.ts";
import {
  endsClause,
  found,
  isStop,
  matchWords,
  sequences,
  startsClause,
  type Match,
  type Query,
  type Reading,
  type Stretch,
  type Token,
} from "./tokens.ts";
import {
  COMPOUNDS,
  COPULAS,
  DEGREES,
  DETERMINERS,
  IDIOMS,
  LESS,
  LOOSE_STARTS,
  MUSICAL_SUBJECTS,
  NEGATIONS,
  NEGATORS,
  TAILS,
} from "./words/negation.ts";

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

/** One of the things that a negator applies to. */
interface Element extends Stretch {
  /** What is embedded for it; null if it is opaque and stays as it is. */
  readonly concept: string | null;
  /** Whether it was negated only to a degree: "no loud drums". */
  readonly isDegree: boolean;
}

const tailAt = sequences(TAILS.map((tail) => [tail, true] as const));

/** Most words of each sort around a concept, and most elements after one negator. */
const FEW = 3;
const MOST_ELEMENTS = 8;

/**
 * Reads what a negator applies to, one element or several: "drums", "drums or vocals", "drums,
 * guitars or synths". After a comma, only a later "or" shows that the negation goes on: the piano of
 * "no drums, soft piano" is wanted.
 * @param beginsClause whether the negator begins a clause
 * @returns the elements, none if the first one names nothing musical
 */
function readElements(
  tokens: readonly Token[],
  lexicon: Lexicon,
  at: number,
  beginsClause: boolean,
): Element[] {
  const read = (from: number): Element | null => readElement(tokens, lexicon, from, beginsClause);
  const first = read(at);
  if (first === null) return [];
  const elements = [first];
  let sure = 1;
  while (elements.length < MOST_ELEMENTS) {
    const joint = jointAt(tokens, elements.at(-1)?.to ?? at);
    if (joint === null) break;
    const next = read(joint.to);
    if (next === null) break;
    if (joint.kind === "and" && !(elements.length === 1 && isStop(tokens[next.to]))) break;
    elements.push(next);
    if (joint.kind !== "comma") sure = elements.length;
  }
  return elements.slice(0, sure);
}

/** What joins two elements at a token: "or", ", or", "and", a slash, a mere comma. */
function jointAt(
  tokens: readonly Token[],
  at: number,
): { readonly kind: "or" | "and" | "comma"; readonly to: number } | null {
  const word = (i: number): string => tokens[i]?.word ?? "";
  const isComma = word(at) === ",";
  const next = isComma ? at + 1 : at;
  if (OR.has(word(next))) return { kind: "or", to: next + 1 };
  if (isComma) return { kind: "comma", to: next };
  if (word(at) === "and" || word(at) === "&") return { kind: "and", to: at + 1 };
  return null;
}

const OR = new Set(["or", "nor", "/"]);

function readElement(
  tokens: readonly Token[],
  lexicon: Lexicon,
  from: number,
  beginsClause: boolean,
): Element | null {
  if (tokens[from]?.word === "") return opaque(tokens, from);
  const start = tokens[from]?.word === "-" ? from + 1 : from;
  const determined = skip(tokens, start, DETERMINERS);
  const degree = skip(tokens, determined, DEGREES);
  return (
    readConcept(tokens, lexicon, from, degree, beginsClause, degree > determined) ??
    // "no fast music": the degree itself is what is meant.
    readConcept(tokens, lexicon, from, determined, beginsClause, false)
  );
}

function opaque(tokens: readonly Token[], from: number): Element {
  let to = from;
  while (tokens[to]?.word === "") to += 1;
  return { from, to, concept: null, isDegree: false };
}

function readConcept(
  tokens: readonly Token[],
  lexicon: Lexicon,
  from: number,
  at: number,
  beginsClause: boolean,
  isDegree: boolean,
): Element | null {
  let phrase = lexicon.conceptAt(tokens, at);
  const names: string[] = [];
  // "sad piano" is one concept; a quality is read together with the name after it.
  for (let i = 0; i < FEW && phrase?.value.freedom === "quality"; i += 1) {
    const next = lexicon.conceptAt(tokens, phrase.to);
    if (next === null) break;
    names.push(phrase.value.name);
    phrase = next;
  }
  if (phrase === null) return null;
  const { name, freedom } = phrase.value;
  let to = phrase.to;
  for (let i = 0; i < FEW; i += 1) to = tailAt(tokens, to)?.to ?? to;
  const ends = endsClause(tokens, to) || to > phrase.to;
  const word = tokens[to]?.word ?? "";
  if (freedom === "name" && COMPOUNDS.has(word)) return null;
  if (freedom === "quality" && !ends && !LOOSE_STARTS.has(word)) return null;
  if (freedom === "everyday" && !(beginsClause && ends)) return null;
  return { from, to, concept: [...names, name].join(" "), isDegree };
}

/** The first token from `at` on that is not one of `words`, a few tokens on at most. */
function skip(tokens: readonly Token[], at: number, words: ReadonlySet<string>): number {
  let to = at;
  while (to < at + FEW && words.has(tokens[to]?.word ?? "")) to += 1;
  return to;
}
