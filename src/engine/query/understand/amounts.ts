import type { Span } from "../../../contract/understanding.ts";
import {
  endsClause,
  found,
  matchWords,
  sequences,
  startsClause,
  type Match,
  type Query,
  type Reading,
  type Token,
} from "./tokens.ts";
import {
  AFTER,
  BEFORE,
  LENGTH_ENDS,
  LENGTH_LEADS,
  MUSIC,
  NUMBER_WORDS,
  PICTURES,
  SHORT_TIME_UNITS,
  TEMPO_LINKS,
  TEMPO_NAMES,
  TEMPO_UNITS,
  TIME_UNITS,
  type Relation,
} from "./words/amounts.ts";

/** An amount that a query names. */
interface Amount {
  readonly span: Span;
  /** Whether one number stands alone, without "under", "to" or the like. */
  readonly isBare: boolean;
  /** Whether it names its unit. */
  readonly hasUnit: boolean;
  readonly to: number;
}

/** A number and what it measures, in the unit of the span. */
interface Quantity {
  readonly value: number;
  readonly hasUnit: boolean;
}

/** How an amount is read: where numbers are found, and how far a mere number may be off. */
interface Measure {
  /** A number, with its unit if it has one; the unit of a range's first number is that of its last. */
  readonly quantityAt: (tokens: readonly Token[], at: number) => Match<Quantity> | null;
  /** A number that has no unit, in that of the other end of its range, which ends at `to`. */
  readonly sameUnit: (bare: number, tokens: readonly Token[], to: number) => number;
  /** Relative tolerance of "120". */
  readonly tolerance: number;
  /** Relative tolerance of "about 120". */
  readonly wideTolerance: number;
}

const beforeAt = sequences(BEFORE);
const afterAt = sequences(AFTER);
const numberWordAt = sequences(NUMBER_WORDS);
const tempoUnitAt = sequences(TEMPO_UNITS.map((unit) => [unit, true] as const));
const lengthLeadAt = sequences(LENGTH_LEADS.map((lead) => [lead, true] as const));
const DASHES = new Set(["-", "\u2013", "\u2014", "to"]);

/** Reads "120", "around 90", "80-100", "between 1 and 2", "under 90", "120 or faster" with units. */
function readAmount(tokens: readonly Token[], at: number, measure: Measure): Amount | null {
  const range = readRange(tokens, at, measure);
  if (range !== null) return range;
  const before = beforeAt(tokens, at);
  const quantity = measure.quantityAt(tokens, before?.to ?? at);
  if (quantity === null) return null;
  const after = before === null ? afterAt(tokens, quantity.to) : null;
  const relation = before?.value ?? after?.value ?? null;
  const { value, hasUnit } = quantity.value;
  return {
    span: spanOf(value, relation, measure),
    isBare: relation === null,
    hasUnit,
    to: after?.to ?? quantity.to,
  };
}

function readRange(tokens: readonly Token[], at: number, measure: Measure): Amount | null {
  const word = tokens[at]?.word ?? "";
  const isBetween = word === "between" || word === "from";
  const first = measure.quantityAt(tokens, isBetween ? at + 1 : at);
  if (first === null) return null;
  const joint = tokens[first.to]?.word ?? "";
  if (!DASHES.has(joint) && !(word === "between" && joint === "and")) return null;
  const last = measure.quantityAt(tokens, first.to + 1);
  if (last === null) return null;
  const from = first.value.hasUnit
    ? first.value.value
    : measure.sameUnit(first.value.value, tokens, last.to);
  const [least, most] = [from, last.value.value].sort((a, b) => a - b);
  if (least === undefined || most === undefined) return null;
  return { span: { least, most }, isBare: false, hasUnit: last.value.hasUnit, to: last.to };
}

function spanOf(value: number, relation: Relation | null, measure: Measure): Span {
  switch (relation) {
    case "least":
      return { least: value, most: null };
    case "most":
      return { least: null, most: value };
    default: {
      const off = value * (relation === "about" ? measure.wideTolerance : measure.tolerance);
      return { least: value - off, most: value + off };
    }
  }
}

/** Tempos that music has, in beats per minute; other numbers before "bpm" are read as words. */
const SLOWEST = 20;
const FASTEST = 400;

/** Numbers with or without "bpm". */
const BPM: Measure = {
  quantityAt: (tokens, at) => {
    const token = tokens[at];
    if (token?.isNumber !== true) return null;
    const unit = tempoUnitAt(tokens, at + 1);
    const value = { value: Number(token.word), hasUnit: unit !== null };
    return { to: unit?.to ?? at + 1, value };
  },
  sameUnit: (bare) => bare,
  tolerance: 0.04,
  wideTolerance: 0.08,
};

/** Reads a tempo: "120 bpm", "at around 90 bpm", "80-100 bpm", "tempo: 120", "faster than 120 bpm". */
export function readTempo(query: Query, at: number): Reading | null {
  const { tokens } = query;
  const lead = tempoLead(query, at);
  const amount = readAmount(tokens, lead.to, BPM);
  if (amount === null || !(amount.hasUnit || lead.named) || !isTempo(amount)) return null;
  const stretch = { from: at, to: amount.to };
  const tempo = found(query, stretch, "tempo", amount.span);
  return { found: [tempo], removed: [stretch], to: amount.to };
}

function isTempo({ span: { least, most } }: Amount): boolean {
  return (least ?? FASTEST) >= SLOWEST && (most ?? SLOWEST) <= FASTEST;
}

/** Words before the number that go with it, and whether they name the tempo: "at", "tempo:". */
function tempoLead(
  { tokens }: Query,
  at: number,
): { readonly named: boolean; readonly to: number } {
  const word = (i: number): string => tokens[i]?.word ?? "";
  let to = at;
  if (word(to) === "at" && word(to + 1) !== "least" && word(to + 1) !== "most") to += 1;
  else if (word(to) === "with") to += 1;
  if (word(to) === "a" && TEMPO_NAMES.has(word(to + 1))) to += 1;
  if (!TEMPO_NAMES.has(word(to))) return { named: false, to };
  to += 1;
  if (TEMPO_LINKS.has(word(to))) to += 1;
  return { named: true, to };
}

/** Lengths in seconds that music has; "just a second" is none. */
const SHORTEST = 5;
const LONGEST = 4 * 3600;

const SECONDS: Measure = {
  quantityAt: (tokens, at) => clockAt(tokens, at) ?? lengthAt(tokens, at),
  sameUnit: (bare, tokens, to) => bare * (TIME_UNITS.get(tokens[to - 1]?.word ?? "") ?? 1),
  tolerance: 0.1,
  wideTolerance: 0.2,
};

/** "1:30" */
function clockAt(tokens: readonly Token[], at: number): Match<Quantity> | null {
  const [minutes, colon, seconds] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (minutes?.isNumber !== true || colon?.word !== ":" || seconds?.isNumber !== true) return null;
  if (colon.start !== minutes.end || seconds.start !== colon.end) return null;
  if (seconds.word.length !== 2 || Number(seconds.word) > 59) return null;
  // A clock time is a length only if something else says so; see `readLength`.
  const value = 60 * Number(minutes.word) + Number(seconds.word);
  return { to: at + 3, value: { value, hasUnit: false } };
}

/** "90 seconds", "2-minute", "a minute", "1 min 30 s", "90" */
function lengthAt(tokens: readonly Token[], at: number): Match<Quantity> | null {
  const number = numberAt(tokens, at);
  if (number === null) return null;
  const unit = unitAt(tokens, number.to, tokens[at]?.isNumber === true);
  if (unit === null) {
    return tokens[at]?.isNumber === true
      ? { to: number.to, value: { value: number.value, hasUnit: false } }
      : null;
  }
  const value = number.value * unit.value;
  if (unit.value !== 60) return { to: unit.to, value: { value, hasUnit: true } };
  const rest = tokens[unit.to]?.word === "and" ? unit.to + 1 : unit.to;
  const seconds = tokens[rest];
  const ofSeconds = SHORT_TIME_UNITS.get(tokens[rest + 1]?.word ?? "");
  if (seconds?.isNumber === true && ofSeconds === 1) {
    return { to: rest + 2, value: { value: value + Number(seconds.word), hasUnit: true } };
  }
  // "m" is a minute only before seconds.
  if (tokens[unit.to - 1]?.word === "m") return null;
  return { to: unit.to, value: { value, hasUnit: true } };
}

function numberAt(tokens: readonly Token[], at: number): Match<number> | null {
  const token = tokens[at];
  if (token?.isNumber === true) return { to: at + 1, value: Number(token.word) };
  return numberWordAt(tokens, at);
}

function unitAt(tokens: readonly Token[], at: number, short: boolean): Match<number> | null {
  const to = tokens[at]?.word === "-" ? at + 1 : at;
  const word = tokens[to]?.word ?? "";
  const unit =
    TIME_UNITS.get(word) ?? (short && word === "m" ? SHORT_TIME_UNITS.get(word) : undefined);
  return unit === undefined ? null : { to: to + 1, value: unit };
}

/**
 * Reads how long the track is to be: "under 90 seconds", "at least 2 minutes", "1:30 long". Other
 * lengths belong to the picture ("30 second ad", ":30 spot") or to the story ("two minutes later").
 */
export function readLength(query: Query, at: number): Reading | null {
  const { tokens } = query;
  const lead = lengthLeadAt(tokens, at);
  const amount = readAmount(tokens, lead?.to ?? at, SECONDS);
  if (amount === null || !isLength(amount.span)) return null;
  const end = lengthEnd(tokens, amount.to);
  const isClock = !amount.hasUnit && tokens[amount.to - 2]?.word === ":";
  if (!amount.hasUnit && !isClock) return null;
  const saysLength = end.isLong || lead !== null || (!amount.isBare && end.endsClause);
  const standsAlone =
    !isClock && end.endsClause && startsClause(tokens, at) && !isOfPicture(tokens, at);
  if (!saysLength && !standsAlone) return null;
  const stretch = { from: at, to: end.to };
  const length = found(query, stretch, "length", amount.span);
  return { found: [length], removed: [stretch], to: end.to };
}

/** How many tokens away a picture is looked for. */
const NEARBY = 16;

/** Whether words nearby speak of a picture, whose length "thirty seconds" then is. */
function isOfPicture(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - NEARBY), at + NEARBY).some(({ word }) => PICTURES.has(word));
}

function isLength({ least, most }: Span): boolean {
  return (most ?? LONGEST) >= SHORTEST && (most ?? least ?? 0) <= LONGEST;
}

/** Words after the amount that say whose length it is, and whether its clause ends after them. */
function lengthEnd(
  tokens: readonly Token[],
  at: number,
): { readonly to: number; readonly isLong: boolean; readonly endsClause: boolean } {
  for (const words of LENGTH_ENDS) {
    const to = matchWords(tokens, at, words);
    if (to !== null) return { to, isLong: true, endsClause: true };
  }
  const isOfMusic = MUSIC.has(tokens[at]?.word ?? "");
  return {
    to: at,
    isLong: isOfMusic,
    endsClause: isOfMusic || endsClause(tokens, at),
  };
}
