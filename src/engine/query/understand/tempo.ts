import { readAmount, type Amount, type Measure } from "./amount.ts";
import { found, type Query, type Reading } from "./reading.ts";
import { matchWords } from "./tokens.ts";

/** Tempos that music has, in beats per minute; other numbers before "bpm" are read as words. */
const SLOWEST = 20;
const FASTEST = 400;

const UNITS = [["bpm"], ["beats", "per", "minute"], ["beats", "a", "minute"]];

/** Numbers with or without "bpm". */
const BPM: Measure = {
  quantityAt: (tokens, at) => {
    const token = tokens[at];
    if (token?.isNumber !== true) return null;
    const ends = UNITS.map((words) => matchWords(tokens, at + 1, words));
    const unit = ends.find((to) => to !== null) ?? null;
    const value = { value: Number(token.word), hasUnit: unit !== null };
    return { to: unit ?? at + 1, value };
  },
  sameUnit: (bare) => bare,
  tolerance: 0.04,
  wideTolerance: 0.08,
};

/** Reads a tempo: "120 bpm", "at around 90 bpm", "80-100 bpm", "tempo: 120", "faster than 120 bpm". */
export function readTempo(query: Query, at: number): Reading | null {
  const { tokens } = query;
  const lead = readLead(query, at);
  const amount = readAmount(tokens, lead.to, BPM);
  if (amount === null || !(amount.hasUnit || lead.named) || !isTempo(amount)) return null;
  const stretch = { from: at, to: amount.to };
  return {
    found: [found(query, stretch, "tempo", amount.span)],
    removed: [stretch],
    to: amount.to,
  };
}

/** Words before the number that go with it, and whether they name the tempo: "at", "tempo:". */
function readLead({ tokens }: Query, at: number): { readonly named: boolean; readonly to: number } {
  const word = (i: number): string => tokens[i]?.word ?? "";
  let to = at;
  if (word(to) === "at" && word(to + 1) !== "least" && word(to + 1) !== "most") to += 1;
  else if (word(to) === "with") to += 1;
  if (word(to) === "a" && NAMES.has(word(to + 1))) to += 1;
  if (!NAMES.has(word(to))) return { named: false, to };
  to += 1;
  if (LINKS.has(word(to))) to += 1;
  return { named: true, to };
}

const NAMES = new Set(["tempo", "bpm"]);
const LINKS = new Set([":", "of", "is", "=", "at"]);

function isTempo({ span: { least, most } }: Amount): boolean {
  return (least ?? FASTEST) >= SLOWEST && (most ?? SLOWEST) <= FASTEST;
}
