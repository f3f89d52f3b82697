import type { Span } from "../../../contract/understanding.ts";
import type { Match } from "./sequences.ts";
import { sequences } from "./sequences.ts";
import type { Token } from "./tokens.ts";
import { AFTER, BEFORE, type Relation } from "./words/amounts.ts";

/** An amount that a query names. */
export interface Amount {
  readonly span: Span;
  /** Whether one number stands alone, without "under", "to" or the like. */
  readonly isBare: boolean;
  /** Whether it names its unit. */
  readonly hasUnit: boolean;
  readonly to: number;
}

/** A number and what it measures, in the unit of the span. */
export interface Quantity {
  readonly value: number;
  readonly hasUnit: boolean;
}

/** How an amount is read: where numbers are found, and how far a mere number may be off. */
export interface Measure {
  /** A number, with its unit if it has one; the unit of a range's first number is that of its last. */
  readonly quantityAt: (tokens: readonly Token[], at: number) => Match<Quantity> | null;
  /** The unit for a number that has none, from the unit of the other end of a range. */
  readonly sameUnit: (
    bare: number,
    other: Quantity,
    tokens: readonly Token[],
    to: number,
  ) => number;
  /** Relative tolerance of "120". */
  readonly tolerance: number;
  /** Relative tolerance of "about 120". */
  readonly wideTolerance: number;
}

const beforeAt = sequences(BEFORE);
const afterAt = sequences(AFTER);
const DASHES = new Set(["-", "\u2013", "\u2014", "to"]);

/** Reads "120", "around 90", "80-100", "between 1 and 2", "under 90", "120 or faster" with units. */
export function readAmount(tokens: readonly Token[], at: number, measure: Measure): Amount | null {
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
    : measure.sameUnit(first.value.value, last.value, tokens, last.to);
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
