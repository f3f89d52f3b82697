import type { CaptionForm } from "./context.ts";
import { capital, joined } from "./wording.ts";

/** A film-maker's request: the picture first. */
export const sceneForms: readonly CaptionForm[] = [
  ({ scene }) => `Music for ${scene}.`,
  ({ scene, moods }) => `${capital(scene)}: something ${moods[0]} and ${moods[1]}.`,
  ({ scene, few }) => `${scene}, with ${joined(few)}`,
  ({ scene, genre }) => `${scene}, ${genre}`,
  ({ scene, tempo, moods }) => `${capital(scene)}. I want it ${tempo} and ${moods[0]}.`,
  ({ scene, use, moods }) => `For ${use}, say ${scene}, and it should feel ${moods[0]}.`,
  ({ scene, moods, genre }) => `${moods[0]} ${genre} under a shot of ${scene}`,
  ({ scene }) => scene,
  ({ scene, facts }) => (facts.drums ? undefined : `${capital(scene)}, but please without drums.`),
  ({ scene, facts }) =>
    facts.course.startsWith("rise") ? `${scene}, building up slowly to a climax` : undefined,
  ({ scene, time }) => (time === undefined ? undefined : `${scene}, sounds like ${time}`),
  ({ use, moods, few }) => `We cut ${use} and look for ${moods[0]} music with ${joined(few)}.`,
  ({ use, moods }) => `music for ${use} that is ${moods[0]} and ${moods[1]}`,
  ({ scene, facts }) =>
    facts.course === "even" ? `${scene}, steady and out of the way` : undefined,
  ({ use, genre, tempo }) => `${tempo} ${genre} for ${use}`,
];
