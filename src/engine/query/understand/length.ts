import type { Span } from "../../../contract/understanding.ts";
import { readAmount, type Measure, type Quantity } from "./amount.ts";
import { startsClause } from "./clauses.ts";
import { found, type Query, type Reading } from "./reading.ts";
import { sequences, type Match } from "./sequences.ts";
import { isStop, matchWords, type Token } from "./tokens.ts";
import { NUMBER_WORDS } from "./words/amounts.ts";
import { CLAUSE_STARTS } from "./words/negators.ts";

/** Lengths in seconds that music has; "just a second" is none. */
const SHORTEST = 5;
const LONGEST = 4 * 3600;

const UNITS: ReadonlyMap<string, number> = new Map([
  ...(["sec", "secs", "second", "seconds"] as const).map((word) => [word, 1] as const),
  ...(["min", "mins", "minute", "minutes"] as const).map((word) => [word, 60] as const),
]);
/** Only after minutes: "1m30s". Alone, "90s" are the nineties. */
const SHORT_UNITS: ReadonlyMap<string, number> = new Map([...UNITS, ["s", 1], ["m", 60]]);

const numberWordAt = sequences(NUMBER_WORDS);

const SECONDS: Measure = {
  quantityAt: (tokens, at) => clockAt(tokens, at) ?? lengthAt(tokens, at),
  sameUnit: (bare, _other, tokens, to) => bare * (UNITS.get(tokens[to - 1]?.word ?? "") ?? 1),
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
  const ofSeconds = SHORT_UNITS.get(tokens[rest + 1]?.word ?? "");
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
  const unit = UNITS.get(word) ?? (short && word === "m" ? SHORT_UNITS.get(word) : undefined);
  return unit === undefined ? null : { to: to + 1, value: unit };
}

/**
 * Reads how long the track is to be: "under 90 seconds", "at least 2 minutes", "1:30 long". Other
 * lengths belong to the picture ("30 second ad", ":30 spot") or to the story ("two minutes later").
 */
export function readLength(query: Query, at: number): Reading | null {
  const { tokens } = query;
  const lead = readLead(tokens, at);
  const amount = readAmount(tokens, lead.to, SECONDS);
  if (amount === null || !isLength(amount.span)) return null;
  const end = readEnd(tokens, amount.to);
  const isClock = !amount.hasUnit && tokens[amount.to - 2]?.word === ":";
  if (!amount.hasUnit && !isClock) return null;
  const saysLength = end.isLong || lead.named || (!amount.isBare && end.endsClause);
  const standsAlone =
    !isClock && end.endsClause && startsClause(tokens, at) && !isOfPicture(tokens, at);
  if (!saysLength && !standsAlone) return null;
  const stretch = { from: at, to: end.to };
  return {
    found: [found(query, stretch, "length", amount.span)],
    removed: [stretch],
    to: end.to,
  };
}

/** Whether words nearby speak of a picture, whose length "thirty seconds" then is. */
function isOfPicture(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - NEARBY), at + NEARBY).some(({ word }) => PICTURES.has(word));
}

const NEARBY = 16;
const PICTURES = new Set([
  ...["ad", "ads", "advert", "advertisement", "clip", "commercial", "edit", "film", "footage"],
  ...["intro", "montage", "opener", "promo", "reel", "scene", "shot", "spot", "teaser", "trailer"],
  ...["video", "vlog", "cut", "cutdown", "bumper", "ident", "sequence"],
]);

function isLength({ least, most }: Span): boolean {
  return (most ?? LONGEST) >= SHORTEST && (most ?? least ?? 0) <= LONGEST;
}

function readLead(
  tokens: readonly Token[],
  at: number,
): { readonly named: boolean; readonly to: number } {
  for (const words of LEADS) {
    const to = matchWords(tokens, at, words);
    if (to !== null) return { named: true, to };
  }
  return { named: false, to: at };
}

const LEADS = [
  ...["length", "duration", "runtime"].flatMap((name) => [
    ...[":", "of", "is", "="].map((link) => [name, link]),
    [name],
  ]),
  ["running", "time", "of"],
  ["lasting"],
  ["lasts"],
];

/** Words after the amount that say whose length it is, and whether its clause ends after them. */
function readEnd(
  tokens: readonly Token[],
  at: number,
): { readonly to: number; readonly isLong: boolean; readonly endsClause: boolean } {
  for (const words of ENDS) {
    const to = matchWords(tokens, at, words);
    if (to !== null) return { to, isLong: true, endsClause: true };
  }
  const word = tokens[at]?.word ?? "";
  const isOfMusic = MUSIC.has(word);
  return {
    to: at,
    isLong: isOfMusic,
    endsClause: isOfMusic || isStop(tokens[at]) || CLAUSE_STARTS.has(word),
  };
}

const ENDS = [["long"], ["in", "length"], ["in", "duration"], ["-", "long"]];
const MUSIC = new Set(["track", "tracks", "song", "songs", "piece", "cue"]);
