import type { SceneClip, Selection } from "../../contract/selection.ts";

/** Longest caption: about what the text tower reads of a query. */
export const CAPTION_LIMIT = 300;
const EXCERPT_LIMIT = 120;

export type SceneCaption =
  | { readonly kind: "caption"; readonly text: string }
  | { readonly kind: "nothing-selected" }
  | { readonly kind: "no-words" };

/**
 * What an editor has written about the selected clips, as one short text to search with.
 * Deliberate words come first (markers, descriptions, notes, keywords), then places and file names,
 * then what is said in the clips; each thing is said once.
 */
export function captionScene({ clips, markers }: Selection): SceneCaption {
  if (clips.length === 0) return { kind: "nothing-selected" };
  const written = distinct([
    ...markerPhrases(markers),
    ...clips.flatMap((clip) => markerPhrases(clip.markers)),
    ...clips.flatMap(({ description, logNote, comment }) => [description, logNote, comment]),
  ]);
  const keywords = distinct(
    clips.flatMap((clip) => clip.keywords),
    written,
  );
  const others = distinct(
    [
      ...clips.map((clip) => clip.location),
      ...clips.map((clip) => wordsOfFileName(clip.name)),
      ...clips.map((clip) => cutAtWord(tidy(clip.transcript), EXCERPT_LIMIT)),
    ],
    [...written, ...keywords],
  );
  const phrases = [...written, keywords.join(", "), ...others].filter((phrase) => phrase !== "");
  const text = cutAtWord(phrases.join(". "), CAPTION_LIMIT);
  return text === "" ? { kind: "no-words" } : { kind: "caption", text };
}

const markerPhrases = (markers: SceneClip["markers"]): string[] =>
  markers.flatMap(({ name, comments }) => [name, comments]);

/** One line, single spaces, no full stop at the end (they are joined with full stops). */
const tidy = (text: string): string => text.replace(/\s+/g, " ").replace(/^[\s.]+|[\s.]+$/g, "");

/** Tidied, without what an earlier phrase or one of `said` says already, whatever its case. */
function distinct(phrases: readonly string[], said: readonly string[] = []): string[] {
  const kept: string[] = [];
  for (const phrase of phrases.map(tidy)) {
    const isSaid = [...said, ...kept].some((earlier) =>
      earlier.toLowerCase().includes(phrase.toLowerCase()),
    );
    if (phrase !== "" && !isSaid) kept.push(phrase);
  }
  return kept;
}

/** A slate's words mean nothing with their number, and something without: "day 2", "day at sea". */
const NUMBERED =
  /\b(take|tk|scene|sc|shot|cam|camera|roll|reel|day|clip|part|sequence|v) ?\d+[a-z]?\b/gi;
/** What cameras and transcoders put into names. */
const CAMERA_WORD = /^(dscf?|dscn|img|mvi|mov|vid|dji|gopr|pxl|clip|proxy|uhd|hd)$/i;
const NUMBER_SAID = /^\d+(s|st|nd|rd|th)$/i; // "1950s", "2nd"

const isCode = (word: string): boolean =>
  CAMERA_WORD.test(word) || (/\d/.test(word) && !NUMBER_SAID.test(word));

/** The words in a clip's name: `A001_C002_harbour-at-dawn_tk3.mov` becomes `harbour at dawn`. */
export function wordsOfFileName(name: string): string {
  return name
    .replace(/\.[a-z\d]{2,5}$/i, "")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/[\s_\-–.,()[\]{}#+]+/g, " ")
    .replace(NUMBERED, " ")
    .split(" ")
    .filter((word) => word !== "" && !isCode(word))
    .join(" ");
}

function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit + 1);
  const space = cut.lastIndexOf(" ");
  return (space > 0 ? cut.slice(0, space) : cut.slice(0, limit)).replace(/[\s.,;:]+$/, "");
}
