import type { Composition } from "./compose.ts";
import { tempoWord, type PieceFacts } from "./facts.ts";
import { createRng } from "./rng.ts";

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

function article(next: string): string {
  return /^[aeiou8]/i.test(next) ? "an" : "a";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How the piece moves, in words, from its strongest and quietest sections. */
function course({ sections }: PieceFacts): string {
  const peak = sections.reduce((best, section) => (section.energy > best.energy ? section : best));
  const place = sections.indexOf(peak) / Math.max(1, sections.length - 1);
  const first = sections[0]?.energy ?? 0;
  if (peak.energy - first < 0.25) return "keeps an even level throughout";
  if (place > 0.55) return "starts quietly and builds to a full climax before it comes to rest";
  return "opens up early, then leaves room and closes softly";
}

/**
 * The same piece as different people would describe it: key words, a fragment, a short sentence, a full
 * description, and the scene it is for.
 */
export function captionsOf(piece: Composition, facts: PieceFacts): string[] {
  const rng = createRng(`captions ${piece.style.name} ${piece.seed}`);
  const { style } = piece;
  const moods = rng.shuffle(facts.moods);
  const first = moods[0] ?? "";
  const second = moods[1] ?? first;
  const lead = facts.instruments.slice(0, 5);
  const few = rng.shuffle(lead).slice(0, rng.int(2, 3));
  const genre = rng.pick([style.name, ...style.genres.slice(0, 2)]);
  const tempo = tempoWord(facts.bpm);
  const use = rng.pick(style.uses);
  const scene = rng.pick(style.scenes);
  const noDrums = facts.tags.includes("no drums") ? ", no drums" : "";
  const keyWords = rng.shuffle([genre, first, second, ...few, use, tempo]).join(", ");
  const fragment = rng.pick([
    `${first} ${genre} with ${joined(few)}`,
    `${tempo} ${genre}, ${first} and ${second}${noDrums}`,
    `${joined(few)} in ${article(first)} ${first} ${genre} track`,
  ]);
  const brief = rng.pick([
    `${capital(article(first))} ${first}, ${second} ${genre} piece with ${joined(few)}.`,
    `${capital(joined(few))} play ${article(first)} ${first} ${genre} tune.`,
    `${capital(tempo)} ${genre} music for ${use}, ${first} and ${second}.`,
  ]);
  const full = rng.pick([
    `This is ${article(tempo)} ${tempo} ${genre} instrumental at ${facts.bpm} bpm in ${facts.key} ${facts.mode}. It features ${joined(lead)}, feels ${first} and ${second}, and ${course(facts)}.`,
    `${capital(article(first))} ${first} ${genre} instrumental with ${joined(lead)}${noDrums}. The music is ${joined([second, ...style.textures.slice(0, 2)])}; it ${course(facts)} and would suit ${use}.`,
  ]);
  const forScene = rng.pick([
    `Music for ${scene}.`,
    `${capital(scene)}: something ${first} and ${second}.`,
    `${scene}, with ${joined(few)}`,
  ]);
  return [keyWords, fragment, brief, full, forScene];
}
