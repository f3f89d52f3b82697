/** Lower case, without accents: "Café" is "cafe". The same everywhere, whatever the language. */
export const foldAccents = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** Folded words with one blank between them, and none around: "Don't!" is "don t". */
export const foldWords = (text: string): string =>
  foldAccents(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
