/** Helpers that turn tags into running text. */

const proper =
  /\b(african|afro|american|arabic|asian|balkan|brazilian|celtic|chinese|christmas|cuban|east(?= asian)|english|french|halloween|hawaiian|indian|irish|italian|japanese|latin|middle(?= eastern)|eastern|mexican|paris|persian|scottish|spanish|turkish|victorian|viennese|western(?= european))\b/g;

/** Matches words that begin with a vowel sound. */
const vowel = /^(?!(?:uni|use|uke|ukulele|eu|one))(?:[aeiou]|8|11|18|hon|hour|heir|r&b)/i;

const pluralLabel = /[^s]s$|timpani$/;
const singularLabel = /(bass|brass|celesta|percussion)$/;

/** "piano, cello and harp". */
export function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "an uneasy", "a ukulele". */
export function withArticle(next: string): string {
  return `${vowel.test(next) ? "an" : "a"} ${next}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Capitalises names of peoples and festivals, and R&B. */
export function written(text: string): string {
  return text.replaceAll(proper, capital).replaceAll(/\br&b\b/g, "R&B");
}

/** Whether an instrument's name is plural: "drums", "tubular bells", "congas". */
export function isPlural(label: string): boolean {
  return pluralLabel.test(label) && !singularLabel.test(label);
}

/** An instrument and a verb that agrees with it: "the strings carry", "the piano carries". */
export function acts(label: string, singular: string, plural: string): string {
  return `the ${label} ${isPlural(label) ? plural : singular}`;
}

/** "the 1980s" or "the 19th century"; undefined for other eras. */
export function timeOf(era: string): string | undefined {
  if (/^\d{4}s$/.test(era)) return `the ${era}`;
  return /century$/.test(era) ? `the ${era}` : undefined;
}

/** "jazz music", but "chamber music" and not "chamber music music". */
export function musicOf(genre: string): string {
  return genre.endsWith("music") ? genre : `${genre} music`;
}
