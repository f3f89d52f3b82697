/** What is wrong with a cell, as the end of a sentence that begins with the column's name. */
export class CellError extends Error {}

const NOTHING = /^(n\/?a|unknown|none|null|\?|[-–—]+)?$/i;
/** Said of music that fits no drawer; as a word to find it by it would only mislead. */
const EMPTY_WORDS = /^(unclassifiable|unclassified|uncategori[sz]ed|other|misc\.?|miscellaneous)$/i;

/** The text of a cell, on one line, or null where it holds none. */
export function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return text(value.map((each) => text(each) ?? "").join(", "));
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw new CellError("holds an object instead of a text");
  }
  const found = String(value)
    // Half a character, which JSON can hold, can neither be encoded nor shown.
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
  return found === "" ? null : found;
}

/** A text that is a fact: the many ways to say "not known" are null. */
export function fact(value: unknown): string | null {
  const found = text(value);
  return found === null || NOTHING.test(found) ? null : found;
}

/** The words of a cell. An array is a list already; a text is split at ; , | and /. */
export function words(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : splitWords(text(value) ?? "");
  return parts.flatMap((part) => {
    const word = fact(part);
    return word === null || EMPTY_WORDS.test(word) ? [] : [word];
  });
}

// "n/a" must not fall apart into two words.
function splitWords(list: string): string[] {
  return list.replace(/\bn\/a\b/gi, "").split(/[;,|/]/);
}

/** Seconds from "185", "185.4 s", "3:05", "1:02:03"; 0 is not a length. */
export function seconds(value: unknown): number | null {
  const written = fact(value);
  if (written === null) return null;
  const plain = /^(\d+(?:[.,]\d+)?) ?(?:s|sec|seconds)?$/i.exec(written);
  if (plain !== null) return decimal(plain[1]) || null;
  const clock = /^(?:(?:(\d+):)?([0-5]?\d)|(\d+)):([0-5]\d(?:\.\d+)?)$/.exec(written);
  if (clock === null) throw new CellError(`is no length (${shown(written)})`);
  const [, hours, minutes, onlyMinutes, rest] = clock;
  return 3600 * decimal(hours) + 60 * decimal(minutes ?? onlyMinutes) + decimal(rest) || null;
}

/** Beats a minute, or the words of a tempo that is given in words; 0 is no tempo. */
export function tempo(value: unknown): { bpm: number | null; words: string[] } {
  const written = fact(value);
  if (written === null) return { bpm: null, words: [] };
  const number = /^(\d+(?:[.,]\d+)?) ?(?:bpm)?$/i.exec(written);
  if (number !== null) return { bpm: decimal(number[1]) || null, words: [] };
  if (/^\p{L}[\p{L}\s;,|/-]*$/u.test(written)) return { bpm: null, words: words(written) };
  throw new CellError(`is no tempo (${shown(written)})`);
}

const VOCALS = /^(yes|y|true|1|vocals?|with vocals|male|female|choir)$/i;
const NO_VOCALS = /^(no|n|false|0|none|instrumental|no vocals|without vocals)$/i;

/** Whether somebody sings. */
export function vocals(value: unknown): boolean | null {
  const written = text(value);
  if (written !== null && NO_VOCALS.test(written)) return false;
  if (written === null || NOTHING.test(written)) return null;
  if (VOCALS.test(written)) return true;
  throw new CellError(`says neither yes nor no (${shown(written)})`);
}

function decimal(digits: string | undefined): number {
  return Number((digits ?? "0").replace(",", "."));
}

const shown = (written: string): string =>
  written.length <= 40 ? `"${written}"` : `"${written.slice(0, 40)}…"`;
