import { wordsOf } from "./plain.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** Scripts that one language, or one above all, is written in. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"], // before Han: Japanese has both
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Devanagari}/gu, "hi"],
  [/\p{Script=Thai}/gu, "th"],
];

/** Stop words that a text must have of a language before it is taken to be written in it. */
const LEAST = 2;
const LEAST_SHARE = 0.12;

/**
 * The language of a text by its script or by its stop words, as a language tag (BCP 47). Null for
 * English, and for what is too short to tell: names, keywords, two or three words.
 */
export function languageOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of SCRIPTS) {
    if ((text.match(script)?.length ?? 0) > letters / (language === "ja" ? 5 : 2)) return language;
  }
  const words = wordsOf(text);
  const counts = Object.entries(STOP_WORDS)
    .map(([language, stops]) => ({ language, hits: words.filter((w) => stops.has(w)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = counts;
  if (first === undefined || first.language === "en") return null;
  const english = counts.find(({ language }) => language === "en")?.hits ?? 0;
  const isPlain =
    first.hits >= LEAST &&
    first.hits >= LEAST_SHARE * words.length &&
    first.hits > english &&
    first.hits > (second?.hits ?? 0);
  return isPlain ? first.language : null;
}
