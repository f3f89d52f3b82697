import { written } from "./wording.ts";
import type { CaptionForm } from "./context.ts";

/** Keywords as typed into a search field: no grammar, any order. */
export const keywordForms: readonly CaptionForm[] = [
  ({ rng, genre, moods, few, use, tempo }) =>
    rng.shuffle([genre, ...moods, ...few, use, tempo]).join(", "),
  ({ genre, moods }) => `${moods[0]} ${moods[1]} ${genre}`,
  ({ genre, moods, few }) => [`${moods[0]} ${genre}`, ...few].join(", "),
  ({ use, moods, lead }) => `${use}, ${moods[0]}, ${lead[0] ?? ""}`,
  ({ genre, lead }) => [genre, ...lead.slice(0, 4)].join(", "),
  ({ rng, facts, genre, moods }) =>
    facts.era === undefined ? undefined : rng.shuffle([facts.era, genre, ...moods]).join(", "),
  ({ facts, genre, moods }) =>
    facts.drums ? undefined : `${genre}, ${moods[0]}, ${moods[1]}, no drums`,
  ({ tempo, genre, few }) => `${few.join(", ")}, ${tempo} ${genre}`,
  ({ use, genre, tempo }) => `${use}, ${genre}, ${tempo}, instrumental`,
  ({ rng, facts, few }) => rng.shuffle([...facts.moods.slice(0, 3), ...few.slice(0, 1)]).join(", "),
  ({ facts, genre, moods }) => `${facts.bpm} bpm, ${genre}, ${moods[0]}`,
  ({ facts, moods, few }) => {
    const [key] = facts.tags.filter((tag) => tag === "minor key" || tag === "major key");
    return key === undefined ? undefined : [key, moods[0], ...few].join(", ");
  },
  ({ facts, moods, genre }) =>
    facts.tags.includes("building") ? `building, ${moods[0]}, ${genre}` : undefined,
  ({ facts, moods, use }) => {
    const solo = facts.tags.find((tag) => tag.startsWith("solo "));
    return solo === undefined ? undefined : `${solo}, ${moods[0]}, ${use}`;
  },
  ({ few, moods }) => `${few.join(" + ")}, ${moods[0]}`,
  ({ use, otherUse, moods }) => [...new Set([use, otherUse]), moods[0]].join(", "),
  ({ rng, facts }) => rng.shuffle(facts.tags).slice(0, rng.int(3, 6)).map(written).join(", "),
  ({ genre, few, use }) => `${genre} / ${few[0] ?? ""} / ${use}`,
];
