import type { CaptionForm } from "./context.ts";
import { capital, isPlural, joined, musicOf, withArticle } from "./wording.ts";

function plays(few: readonly string[]): string {
  const [only = ""] = few;
  return few.length > 1 || isPlural(only) ? "play" : "plays";
}

/** One short sentence. */
export const briefForms: readonly CaptionForm[] = [
  ({ moods, genre, few }) =>
    `${capital(withArticle(moods[0]))}, ${moods[1]} ${genre} piece with ${joined(few)}.`,
  ({ few, moods, genre }) =>
    `${capital(joined(few))} ${plays(few)} ${withArticle(moods[0])} ${genre} piece.`,
  ({ tempo, genre, use, moods }) =>
    `${capital(tempo)} ${musicOf(genre)} for ${use}, ${moods[0]} and ${moods[1]}.`,
  ({ moods, use }) => `The mood is ${moods[0]} and ${moods[1]}, right for ${use}.`,
  ({ deeds, moods }) =>
    deeds[1] === undefined
      ? undefined
      : `${capital(deeds[0] ?? "")} while ${deeds[1]}, and it all feels ${moods[0]}.`,
  ({ deeds, genre, moods }) =>
    deeds[0] === undefined
      ? undefined
      : `In this ${moods[0]} ${genre} track ${deeds.slice(0, 2).join(" and ")}.`,
  ({ time, moods, genre }) =>
    time === undefined
      ? undefined
      : `It could come from ${time}: ${moods[0]} ${genre}, instrumental.`,
  ({ facts, moods, genre }) =>
    facts.course.startsWith("rise")
      ? `${capital(withArticle(genre))} piece that begins small and grows, ${moods[0]} in mood.`
      : undefined,
  ({ facts, moods, genre }) =>
    facts.course === "even"
      ? `${capital(withArticle(moods[0]))} ${genre} bed that stays at one level.`
      : undefined,
  ({ facts, genre, lead }) =>
    facts.drums
      ? undefined
      : `No drums here, only ${musicOf(genre)} for ${joined(lead.slice(0, 3))}.`,
  ({ use, otherUse, moods }) =>
    use === otherUse ? undefined : `${capital(moods[0])} music that suits ${use} or ${otherUse}.`,
  ({ lead, moods, genre }) =>
    lead[0] === undefined
      ? undefined
      : `${capital(lead[0])} ${isPlural(lead[0]) ? "stand" : "stands"} out in this ${moods[0]} ${genre} recording.`,
  ({ facts, moods, tempo }) =>
    `An instrumental at ${facts.bpm} beats a minute, ${tempo} and ${moods[0]}.`,
  ({ moods, few }) => `I hear ${joined(few)}, and it sounds ${moods[0]} and ${moods[1]}.`,
  ({ genre, use, few }) => `Try this ${genre} cue for ${use}; it has ${joined(few)} in it.`,
  ({ facts, moods }) =>
    facts.tags.includes("waltz time")
      ? `${capital(withArticle(moods[0]))} piece in three-four time, ${moods[1]} too.`
      : undefined,
];
