import type { Course } from "../course.ts";
import type { CaptionForm } from "./context.ts";
import { joined, withArticle } from "./wording.ts";

const course: Record<Course, readonly string[]> = {
  even: ["level from start to finish", "with no big changes"],
  rise: ["growing all the way to its peak", "that starts small and ends big"],
  "rise with a rest": ["that builds, pauses and builds again", "in two rises"],
  early: ["that gives its best early on", "full at first and thinner later"],
};

/** A few words without a verb, like a label or a note to an editor. */
export const fragmentForms: readonly CaptionForm[] = [
  ({ moods, genre, few }) => `${moods[0]} ${genre} with ${joined(few)}`,
  ({ tempo, genre, moods, facts }) =>
    `${tempo} ${genre}, ${moods[0]} and ${moods[1]}${facts.drums ? "" : ", no drums"}`,
  ({ few, moods, genre }) => `${joined(few)} in ${withArticle(moods[0])} ${genre} track`,
  ({ moods, genre, rng, facts }) => `${moods[0]} ${genre} ${rng.pick(course[facts.course])}`,
  ({ moods, use }) => `something ${moods[0]} and ${moods[1]} for ${use}`,
  ({ genre, use, lead }) => `${genre} for ${use}, above all ${joined(lead.slice(0, 2))}`,
  ({ time, genre, moods, few }) =>
    time === undefined
      ? undefined
      : `${moods[0]} ${genre} in the sound of ${time}, ${few[0] ?? ""}`,
  ({ deeds, genre, moods }) =>
    deeds[0] === undefined ? undefined : `${moods[0]} ${genre}, ${deeds[0]}`,
  ({ deeds, tempo, genre }) =>
    deeds[1] === undefined
      ? undefined
      : `${tempo} ${genre} where ${deeds.slice(0, 2).join(" and ")}`,
  ({ facts, genre, moods }) =>
    facts.drums ? undefined : `${genre} without any drums, ${moods[0]}`,
  ({ facts, genre, few }) => `${genre} at ${facts.bpm} bpm, ${joined(few)}`,
  ({ lead, moods }) =>
    lead[1] === undefined ? undefined : `${lead[0] ?? ""} and ${lead[1]}, ${moods[0]} mood`,
  ({ facts, lead, moods, use }) =>
    facts.tags.includes("solo") ? `just ${lead[0] ?? ""}, ${moods[0]}, for ${use}` : undefined,
  ({ facts, moods, genre }) =>
    facts.tags.includes("sparse") ? `sparse, ${moods[0]} ${genre}, hardly any notes` : undefined,
  ({ facts, moods, genre }) =>
    facts.ending === "hit" ? `${moods[0]} ${genre} with a clean last hit` : undefined,
  ({ moods, genre, tempo }) => `not just ${moods[0]} but ${moods[1]}: ${tempo} ${genre}`,
];
