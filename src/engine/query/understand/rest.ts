import { render, type Query, type Stretch } from "./reading.ts";
import { isStop } from "./tokens.ts";

/** Words that join clauses, and are left over when one of the clauses is taken out. */
const JOINING = new Set([
  "-",
  "and",
  "but",
  "or",
  "with",
  "yet",
  "plus",
  "also",
  "just",
  "please",
  "so",
]);
/** Words that say something of what comes next, and nothing if that is taken out: "which is". */
const LEADING = new Set(["that", "which", "is", "it", "it's", "that's", "be", "should"]);

/**
 * The text that is left of a query when stretches are taken out of it, without the commas and "and"s
 * that joined them to it.
 * @param removed in ascending order, without overlap
 */
export function textWithout(query: Query, removed: readonly Stretch[]): string {
  const { text, tokens } = query;
  const isAsWritten = tokens.every(({ spelled }) => spelled === undefined);
  if (removed.length === 0 && isAsWritten) return text.trim();
  const isJoint = (i: number): boolean => isStop(tokens[i]) || JOINING.has(tokens[i]?.word ?? "");

  const isLeading = (i: number): boolean => LEADING.has(tokens[i]?.word ?? "");

  const kept = complement(removed, tokens.length);
  let rest = "";
  let parted = false;
  kept.forEach(({ from, to }, i) => {
    let first = from;
    let end = to;
    while (i > 0 && first < end && isJoint(first)) first += 1;
    while (i < kept.length - 1 && end > first && (isJoint(end - 1) || isLeading(end - 1))) end -= 1;
    parted ||= first > from;
    if (first < end) {
      if (rest !== "") rest += parted ? ", " : " ";
      rest += render(query, first, end);
      parted = false;
    }
    parted ||= end < to;
  });
  return rest.trim();
}

/** The stretches before, between and after others; the first and last may be empty. */
function complement(removed: readonly Stretch[], length: number): Stretch[] {
  const starts = [0, ...removed.map(({ to }) => to)];
  const ends = [...removed.map(({ from }) => from), length];
  return starts.map((from, i) => ({ from, to: ends[i] ?? length }));
}

/** Whether a text holds anything to read. */
export const isReadable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
