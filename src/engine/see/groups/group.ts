import { CLASSES } from "../eye-net.ts";

/** Classes of ImageNet that make one scene word likely. */
export interface Group {
  readonly word: string;
  readonly kind: "place" | "subject";
  /** Least probability of all its classes together at which the word is said. */
  readonly least: number;
  /** Places in the net's output. */
  readonly classes: ReadonlySet<number>;
}

/** How plain a word must be unless its row says otherwise; see docs/decisions/pictures.md. */
const LEAST = 0.35;

/**
 * A row of a table of groups.
 * @param classes names of ImageNet's classes (WordNet's synsets), each with its number or a range of
 *   numbers: "seashore 978, dogs 151-268"
 */
export function group(
  kind: Group["kind"],
  word: string,
  classes: string,
  least: number = LEAST,
): Group {
  return { word, kind, least, classes: new Set(classes.split(/,\s*/).flatMap(numbersIn)) };
}

function numbersIn(entry: string): number[] {
  const [, from = "", to = from] = /^[\p{L}'. -]+ (\d+)(?:-(\d+))?$/u.exec(entry.trim()) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (from === "" || first > last || last >= CLASSES) {
    throw new Error(`"${entry}" is no class with its number.`);
  }
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}
