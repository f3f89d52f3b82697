/**
 * A text in one line of plain words: without control characters, marks of direction and markup, and
 * without the stop at its end.
 */
export function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu, (signs) => (signs === "\u200d" ? signs : " "))
    .replace(/[<>{}|\\^~`]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:_-]+|[\s.,;:_-]+$/g, "");
}

/** The words of a text, in lower case. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKC")
    .match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu) ?? [];

/** What is left of `text` within `limit` characters, cut after a clause or else after a word. */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit) + 1);
  const clause = Math.max(...[". ", ", ", "; ", "! ", "? "].map((stop) => cut.lastIndexOf(stop)));
  const space = cut.lastIndexOf(" ");
  const at = clause > limit * 0.6 ? clause : space > 0 ? space : limit;
  return withoutDangling(cut.slice(0, at)).replace(/[\s.,;:]+$|[\uD800-\uDBFF]$/g, "");
}

/** "Flight over a forest at" ends without "at". */
function withoutDangling(text: string): string {
  const words = text.split(" ");
  const dangles = (): boolean => DANGLING.has((words.at(-1) ?? "").toLowerCase());
  while (words.length > 1 && dangles()) words.pop();
  return words.join(" ");
}

const DANGLING = new Set(
  `a an and as at but by for from her his in into is it its of on or over past so that the their to
   under up was who with`.split(/\s+/),
);
