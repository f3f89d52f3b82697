import { isList, type Part } from "./part.ts";
import { cutAtWord, wordsOf } from "./plain.ts";
import { stopWordsOf } from "./stop-words.ts";
import { REPEATED, SHARE } from "./weights.ts";

/** Longest caption, in UTF-16 units: about what the text tower reads of a query. */
export const CAPTION_LIMIT = 300;
/** Not worth a place. */
const LEAST = 3;
/** A text is said already if so much of its words is. */
const SAME = 0.75;

/** A part's words in the description. */
export interface Segment {
  readonly part: Part;
  /** What joins it to what comes before; empty at the beginning. */
  readonly joint: string;
  readonly text: string;
}

/**
 * The best parts as one text behind `own`: surest and most deliberate first, each thing said once,
 * within `CAPTION_LIMIT` together.
 * @param own the editor's own words, which stand first and stay as they are
 */
export function compose(parts: readonly Part[], own = ""): Segment[] {
  const said = new Said(own);
  const segments: Segment[] = [];
  let before = own.trimEnd();
  let left = CAPTION_LIMIT;
  for (const part of inOrder(parts)) {
    const joint = jointOf(before);
    const text = textOf(part, said, Math.min(SHARE, left - joint.length));
    if (text.length < LEAST) continue;
    said.add(text);
    segments.push({ part, joint, text });
    before = text;
    left -= joint.length + text.length;
    if (left < LEAST) break;
  }
  return segments;
}

/** The description that own words and segments make. */
export const describe = (own: string, segments: readonly Segment[]): string =>
  own.trimEnd() + segments.map(({ joint, text }) => joint + text).join("");

/** Heaviest first; of each kind the first counts most, so that many markers leave room for others. */
function inOrder(parts: readonly Part[]): Part[] {
  const counts = new Map<string, number>();
  return parts
    .map((part) => {
      const nth = counts.get(part.kind) ?? 0;
      counts.set(part.kind, nth + 1);
      return { part, weight: part.weight * REPEATED ** nth };
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ part }) => part);
}

/** What a part says that nobody has said, in at most `limit` characters. */
function textOf(part: Part, said: Said, limit: number): string {
  const known = said.copy();
  let text = "";
  for (const item of part.items) {
    if (known.has(item)) continue;
    known.add(item);
    const longer = text + jointOf(text) + item;
    if (longer.length <= limit) text = longer;
    else if (text === "" || !isList(part)) return cutAtWord(longer, limit);
  }
  return text;
}

/** What stands between a text and what follows it: one sentence is made of all. */
const jointOf = (before: string): string =>
  before === "" ? "" : /[.!?\u2026,;:。！？]$/u.test(before) ? " " : ", ";

/** Which words have been said. */
class Said {
  private readonly words = new Set<string>();

  constructor(text: string) {
    this.add(text);
  }

  copy(): Said {
    const other = new Said("");
    this.words.forEach((word) => other.words.add(word));
    return other;
  }

  add(text: string): void {
    tellingWords(text).forEach((word) => this.words.add(word));
  }

  has(text: string): boolean {
    const words = tellingWords(text);
    if (words.length === 0) return false;
    return words.filter((word) => this.words.has(word)).length >= SAME * words.length;
  }
}

/** The words of a text that say something, without their endings. */
function tellingWords(text: string): string[] {
  const stops = stopWordsOf(null);
  const words = wordsOf(text);
  const telling = words.filter((word) => !stops.has(word));
  return (telling.length === 0 ? words : telling).map((word) =>
    word.replace(/(?<=\p{L}{3})(ies|es|s|ing|ed|'s|’s)$/u, ""),
  );
}
