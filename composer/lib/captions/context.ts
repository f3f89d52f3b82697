import type { Composition } from "../compose.ts";
import { filedUnder, type PieceFacts } from "../facts.ts";
import { labelOf } from "../hearing.ts";
import { createRng, type Rng } from "../rng.ts";
import type { Role, Score, Track } from "../score.ts";
import type { Style } from "../style.ts";
import { tagOf } from "../vocabulary.ts";
import { acts, timeOf, written } from "./wording.ts";

/** The facts that a caption may mention, in words that fit into a sentence; drawn again for each caption. */
export interface Telling {
  rng: Rng;
  facts: PieceFacts;
  genre: string;
  /** Two moods, never synonyms. */
  moods: readonly [string, string];
  /** The tags of `lead`, in its order. */
  labels: readonly string[];
  /** Up to five instruments, most noticeable first; and two or three of them in any order. */
  lead: readonly string[];
  few: readonly string[];
  tempo: string;
  /** "the 1980s", if the music has the sound of a decade or century. */
  time: string | undefined;
  /** Reads after "for": "chases", "nature documentaries". */
  use: string;
  otherUse: string;
  scene: string;
  /** What the players do: "the flute carries the tune". */
  deeds: readonly string[];
}

/** A caption in one register; undefined if it would mention something that the piece lacks. */
export type CaptionForm = (telling: Telling) => string | undefined;

/** Only for a bass that walks. */
const walksUnderneath = "walks underneath";

/** Verbs for a second player of the tune. */
const turns = [
  ["has a turn with the tune", "have a turn with the tune"],
  ["takes over at times", "take over at times"],
] as const;

/** Verbs for each role, in the singular and the plural. */
const deedsOf: Record<Role, readonly (readonly [string, string])[]> = {
  melody: [
    ["carries the tune", "carry the tune"],
    ["takes the lead", "take the lead"],
    ["has the melody", "have the melody"],
    ["plays the theme", "play the theme"],
  ],
  counter: [
    ["answers", "answer"],
    ["plays a second line", "play a second line"],
  ],
  harmony: [
    ["plays the chords", "play the chords"],
    ["fills in the harmony", "fill in the harmony"],
    ["accompanies", "accompany"],
  ],
  bass: [
    ["lays the foundation", "lay the foundation"],
    ["holds the bottom", "hold the bottom"],
    [walksUnderneath, "walk underneath"],
  ],
  drums: [
    ["keeps time", "keep time"],
    ["sets the beat", "set the beat"],
    ["marks the rhythm", "mark the rhythm"],
  ],
  colour: [
    ["adds colour", "add colour"],
    ["comes and goes", "come and go"],
    ["hovers in the background", "hover in the background"],
  ],
};

function phraseOf(word: string): string {
  return written(tagOf(word)?.phrase ?? word);
}

/** The mood itself, or sometimes a synonym. */
function wordFor(mood: string, rng: Rng): string {
  const synonyms = tagOf(mood)?.synonyms ?? [];
  return synonyms.length > 0 && rng.chance(0.3) ? rng.pick(synonyms) : mood;
}

/** How noticeable each role is. */
const salience: Record<Role, number> = {
  melody: 2,
  counter: 1.4,
  harmony: 1.2,
  drums: 0.8,
  colour: 0.8,
  bass: 0.7,
};

/** The labelled players, most noticeable first, each label with its leading part. */
function playersOf({ tracks }: Score, { instrumentShares }: PieceFacts): Map<string, Track> {
  const ranked = tracks
    .map((track) => {
      const label = labelOf(track);
      return { label, track, weight: (instrumentShares[label] ?? 0) * salience[track.role] };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.label.localeCompare(b.label));
  const players = new Map<string, Track>();
  for (const { label, track } of ranked) if (!players.has(label)) players.set(label, track);
  return players;
}

/** What the players do. Only one leads, and the choir is left out. */
function deedsFor(players: ReadonlyMap<string, Track>, rng: Rng): string[] {
  const spent = new Set<string>();
  return [...players].flatMap(([label, track]) => {
    const leads = track.role === "melody" && ![...deedsOf.melody].some(([verb]) => spent.has(verb));
    const verbs = track.role === "melody" && !leads ? turns : deedsOf[track.role];
    const free = verbs.filter(
      ([verb]) => !spent.has(verb) && (verb !== walksUnderneath || walks(track)),
    );
    if (free.length === 0 || label === "choir") return [];
    const [singular, plural] = rng.pick(free);
    spent.add(singular);
    return [acts(phraseOf(label), singular, plural)];
  });
}

/** A walking bass moves on every beat and hardly ever repeats a note. */
function walks({ notes }: Track): boolean {
  const steps = notes.slice(1).map((note, i) => ({
    gap: note.beat - (notes[i]?.beat ?? 0),
    interval: Math.abs(note.pitch - (notes[i]?.pitch ?? 0)),
  }));
  const walking = steps.filter(({ gap, interval }) => gap > 0.7 && gap < 1.3 && interval > 0);
  return walking.length > 0.6 * steps.length;
}

/** Draws the facts that a caption of the piece may mention, for one register. */
export function tellingOf(piece: Composition, facts: PieceFacts, register: string): Telling {
  const { style, seed, score } = piece;
  const rng = createRng(`captions ${style.name} ${seed} ${register}`);
  const [first = "", second = first] = rng.shuffle(facts.moods);
  const players = playersOf(score, facts);
  const labels = [...players.keys()].slice(0, 5);
  const lead = labels.map(phraseOf);
  const uses = rng.shuffle(facts.uses).map(phraseOf);
  const [use = "", otherUse = use] = uses;
  return {
    rng,
    facts,
    genre: genreFor(style, [first, second], rng),
    moods: [wordFor(first, rng), wordFor(second, rng)],
    labels,
    lead,
    few: rng.shuffle(lead).slice(0, rng.int(2, 3)),
    tempo: tempoOf(facts),
    time: facts.era === undefined ? undefined : timeOf(facts.era),
    use,
    otherUse,
    scene: rng.pick(style.scenes),
    deeds: deedsFor(players, rng),
  };
}

/** The style's name or a genre of it that does not repeat a mood ("funky funk"). */
function genreFor(style: Style, moods: readonly string[], rng: Rng): string {
  const genres = filedUnder(style).filter((word) => tagOf(word)?.kind === "genre");
  const all = [style.name, ...genres.map((word) => tagOf(word)?.phrase ?? word)].map(written);
  const fresh = all.filter(
    (genre) => !moods.some((mood) => genre.includes(mood) || mood.includes(genre)),
  );
  return rng.pick(fresh.length > 0 ? fresh : all);
}

function tempoOf({ tags }: PieceFacts): string {
  return phraseOf(tags.find((tag) => tagOf(tag)?.kind === "tempo") ?? "");
}
