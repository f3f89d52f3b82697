/**
 * Room for a number of characters: every text that is taken uses some of it up, and what no longer
 * fits is cut. So the most important text goes first, and a message never grows too large.
 */
export class TextAllowance {
  private left: number;

  /** @param characters how many there may be in all */
  constructor(characters: number) {
    this.left = characters;
  }

  /** The text, cut to `limit` and to what is left. */
  take(text: string, limit: number): string {
    const taken = cutText(text, Math.min(limit, this.left));
    this.left -= taken.length;
    return taken;
  }

  /** Uses up `characters` that are no text, such as the names of fields. */
  spend(characters: number): void {
    this.left = Math.max(0, this.left - characters);
  }
}

/**
 * The text cut to `limit`, without control characters and halves of pairs: JSON spells each of
 * those with six characters.
 */
export function cutText(text: string, limit: number): string {
  return text
    .slice(0, limit)
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, " ")
    .trim();
}
