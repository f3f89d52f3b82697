// Scripts and symbols that terminals draw two cells wide (roughly as Unicode UAX #11).
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;
const ELLIPSIS = "…";
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function cells(grapheme: string): number {
  return WIDE.test(grapheme) ? 2 : 1;
}

/** The width of `text` in terminal cells. */
export function width(text: string): number {
  let total = 0;
  for (const { segment } of graphemes.segment(text)) total += cells(segment);
  return total;
}

/** `text`, cut with an ellipsis to at most `limit` cells, but never inside a character. */
export function fit(text: string, limit: number): string {
  if (width(text) <= limit) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (used + cells(segment) > limit - 1) break;
    kept += segment;
    used += cells(segment);
  }
  return kept + ELLIPSIS;
}
