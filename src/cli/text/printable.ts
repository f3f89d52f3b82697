// C0 and C1 controls would control the terminal, bidirectional marks would reorder a line, and line
// and paragraph separators would break it.
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** `text` on one line, with every character that a terminal would act on written as an escape. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return `\\u${code}`;
  });
}
