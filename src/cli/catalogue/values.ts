/** What is wrong with a cell; its message continues a sentence that begins with the column's name. */
export class CellError extends Error {}

const NOTHING = /^(n\/?a|unknown|none|null|\?|[-–—]+)?$/i;
/** Words for music without a category; as tags they would be misleading. */
const EMPTY_WORDS = /^(unclassifiable|unclassified|uncategori[sz]ed|other|misc\.?|miscellaneous)$/i;

/** The text of a cell on one line; null if there is none. */
export function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return text(value.map((each) => text(each) ?? "").join(", "));
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw new CellError("holds an object instead of a text");
  }
  const found = String(value)
    // JSON can hold half of a surrogate pair, which can neither be encoded nor shown.
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
  return found === "" ? null : found;
}

/** The text of a cell; null for the many ways to write "not known". */
export function fact(value: unknown): string | null {
  const found = text(value);
  return found === null || NOTHING.test(found) ? null : found;
}

/** The words of a cell: the elements of an array, or a text split at ; , | and /. */
export function words(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : splitWords(text(value) ?? "");
  return parts.flatMap((part) => {
    const word = fact(part);
    return word === null || EMPTY_WORDS.test(word) ? [] : [word];
  });
}

// "n/a" must not be split into two words.
function splitWords(list: string): string[] {
  return list.replace(/\bn\/a\b/gi, "").split(/[;,|/]/);
}

/** Seconds from "185", "185.4 s", "3:05" or "1:02:03"; 0 means "not known". */
export function seconds(value: unknown): number | null {
  const written = fact(value);
  if (written === null) return null;
  const plain = /^(\d+(?:[.,]\d+)?) ?(?:s|sec|seconds)?$/i.exec(written);
  if (plain !== null) return decimal(plain[1]) || null;
  const clock = /^(?:(?:(\d+):)?([0-5]?\d)|(\d+)):([0-5]\d(?:\.\d+)?)$/.exec(written);
  if (clock === null) throw new CellError(`is not a length (${shown(written)})`);
  const [, hours, minutes, onlyMinutes, rest] = clock;
  return 3600 * decimal(hours) + 60 * decimal(minutes ?? onlyMinutes) + decimal(rest) || null;
}

/** Beats per minute, or the words of a tempo that is given in words; 0 means "not known". */
export function tempo(value: unknown): { bpm: number | null; words: string[] } {
  const written = fact(value);
  if (written === null) return { bpm: null, words: [] };
  const number = /^(\d+(?:[.,]\d+)?) ?(?:bpm)?$/i.exec(written);
  if (number !== null) return { bpm: decimal(number[1]) || null, words: [] };
  if (/^\p{L}[\p{L}\s;,|/-]*$/u.test(written)) return { bpm: null, words: words(written) };
  throw new CellError(`is not a tempo (${shown(written)})`);
}

const VOCALS = /^(yes|y|true|1|vocals?|with vocals|male|female|choir)$/i;
const NO_VOCALS = /^(no|n|false|0|none|instrumental|no vocals|without vocals)$/i;

/** Whether the track has vocals. */
export function vocals(value: unknown): boolean | null {
  const written = text(value);
  if (written !== null && NO_VOCALS.test(written)) return false;
  if (written === null || NOTHING.test(written)) return null;
  if (VOCALS.test(written)) return true;
  throw new CellError(`is neither yes nor no (${shown(written)})`);
}

function decimal(digits: string | undefined): number {
  return Number((digits ?? "0").replace(",", "."));
}

const shown = (written: string): string =>
  written.length <= 40 ? `"${written}"` : `"${written.slice(0, 40)}…"`;
