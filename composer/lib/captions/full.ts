import type { Course } from "../course.ts";
import type { CaptionForm, Telling } from "./context.ts";
import { capital, isPlural, joined, musicOf, withArticle } from "./wording.ts";

const courses: Record<Course, readonly string[]> = {
  even: [
    "It keeps an even level throughout.",
    "There are no big changes, so it can be cut anywhere.",
    "From beginning to end it stays on one plane.",
  ],
  rise: [
    "It starts low, grows step by step and peaks late.",
    "The opening is thin; more and more joins in until the peak.",
    "Everything moves towards one high point near the end.",
  ],
  "rise with a rest": [
    "It builds, falls back for a moment and then returns at full strength.",
    "After a first rise it pauses, and the second rise goes further.",
    "There is a breakdown before the biggest section.",
  ],
  early: [
    "It opens up early and leaves more room later.",
    "The strongest section comes soon, and then it thins out.",
    "It is at its fullest in the first half.",
  ],
};

/** When instruments play: those that open the piece and those that enter later, read from the sections. */
function entries({ rng, facts, labels, lead }: Telling): string | undefined {
  const atFirst = facts.sections[0]?.instruments ?? [];
  const opening = lead.filter((_, i) => atFirst.includes(labels[i] ?? ""));
  const [late] = rng.shuffle(lead.filter((each) => !opening.includes(each)));
  if (opening.length === 0 || late === undefined) return undefined;
  return rng.pick([
    `It begins with ${joined(opening)}; later ${isPlural(late) ? "come" : "comes"} ${late}.`,
    `At first you hear ${joined(opening)}, and ${late} only later on.`,
  ]);
}

function ending({ facts, rng }: Telling): string {
  if (facts.ending === "hit")
    return rng.pick(["It stops on one clean hit.", "The ending is short."]);
  if (facts.ending === "fade") return rng.pick(["It fades out.", "The end dies away."]);
  return rng.pick(["The last chord rings out.", "It comes to rest on a long chord."]);
}

/** What the players do, unless the first sentence already says so. */
function deedsOf({ deeds }: Telling, opening: string): string | undefined {
  const told = deeds.some((deed) => opening.includes(deed));
  return deeds.length > 1 && !told ? `${capital(joined(deeds.slice(0, 3)))}.` : undefined;
}

/** One or two sentences about its playing or its development. */
function detail(telling: Telling, opening: string): string {
  const { rng, facts, otherUse } = telling;
  const told = [
    rng.pick(courses[facts.course]),
    entries(telling),
    deedsOf(telling, opening),
    ending(telling),
    facts.drums ? undefined : "There are no drums.",
    opening.includes(otherUse) ? undefined : `It would also suit ${otherUse}.`,
  ].filter((sentence) => sentence !== undefined);
  return rng.shuffle(told).slice(0, rng.int(1, 2)).join(" ");
}

/** First sentences; the others are built from the piece's facts. */
const openings: readonly CaptionForm[] = [
  ({ tempo, genre, facts, lead }) =>
    `This is ${withArticle(tempo)} ${genre} instrumental at ${facts.bpm} bpm in ${facts.key} ${facts.mode}, played by ${joined(lead)}.`,
  ({ moods, genre, lead }) =>
    `${capital(withArticle(moods[0]))} and ${moods[1]} ${genre} instrumental with ${joined(lead)}.`,
  ({ lead, moods, use }) =>
    `${capital(joined(lead))} make for something ${moods[0]}, the kind of music that suits ${use}.`,
  ({ genre, moods, use }) =>
    `${capital(musicOf(genre))} for ${use}: the feeling is ${moods[0]}, with ${withArticle(moods[1])} side to it.`,
  ({ time, genre, moods, few }) =>
    time === undefined
      ? undefined
      : `With its ${joined(few)} this ${genre} piece could be from ${time}; it is ${moods[0]} and ${moods[1]}.`,
  ({ deeds, moods, genre }) =>
    deeds[1] === undefined
      ? undefined
      : `In ${withArticle(moods[0])} ${genre} setting ${deeds[0] ?? ""} and ${deeds[1]}.`,
  ({ tempo, moods, genre, few, use }) =>
    `Here is ${withArticle(tempo)}, ${moods[0]} piece of ${musicOf(genre)} with ${joined(few)}, meant for ${use}.`,
  ({ facts, moods, genre, lead }) =>
    facts.tags.includes("solo")
      ? `Nothing but ${lead[0] ?? ""}: ${withArticle(moods[0])} ${genre} solo that feels ${moods[1]}.`
      : undefined,
  ({ moods, use, tempo, lead }) =>
    `If you need ${tempo} music that is ${moods[0]} and ${moods[1]} for ${use}, this has ${joined(lead.slice(0, 3))}.`,
  ({ genre, few, moods }) =>
    `Listen for ${joined(few)} in this ${genre} cue, which sounds ${moods[0]} and also ${moods[1]}.`,
  ({ facts, moods, genre }) =>
    `The piece moves at ${facts.bpm} beats a minute in ${facts.metre} time and is best described as ${moods[0]} ${musicOf(genre)}.`,
  ({ facts, moods, genre }) => {
    const [key] = facts.tags.filter((tag) => tag === "minor key" || tag === "major key");
    return key === undefined
      ? undefined
      : `Written in a ${key}, this ${genre} instrumental comes across as ${moods[0]} and ${moods[1]}.`;
  },
  ({ facts, genre, moods, lead }) =>
    facts.tags.includes("dense")
      ? `There is a lot going on in this ${moods[0]} ${genre} track: ${joined(lead)}, and all of them at work.`
      : undefined,
  ({ facts, genre, moods, few }) =>
    facts.tags.includes("sparse")
      ? `Few notes and much space: ${moods[0]} ${genre} with ${joined(few)}.`
      : undefined,
];

/** A full description of two or three sentences. */
export const fullForms: readonly CaptionForm[] = openings.map((opening) => (telling) => {
  const first = opening(telling);
  return first === undefined ? undefined : `${first} ${detail(telling, first)}`;
});
