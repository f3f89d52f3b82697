import type { Composition } from "./compose.ts";
import {
  densityOf,
  feelingOf,
  majorness,
  mean,
  measuredArousal,
  paceOf,
  wordsFor,
} from "./feeling.ts";
import { chromaOf } from "./harmony.ts";
import { instrumentsHeard, isDrummed, labelOf, soundingShare, strength } from "./hearing.ts";
import { secondsAt, type Score, type Section } from "./score.ts";
import { spelledAll, withBroader } from "./vocabulary.ts";

/** Facts about one section, read from its notes. */
export interface SectionFacts {
  /** Seconds. */
  start: number;
  end: number;
  label: string;
  /** 0..1 relative to the piece's strongest section, measured from the notes. */
  energy: number;
  /** -1..1, see lib/feeling.ts. */
  valence: number;
  arousal: number;
  /** Notes per second. */
  density: number;
  moods: string[];
  instruments: string[];
  /** Whether drums sound for a tenth of it. */
  drums: boolean;
  tags: string[];
}

/** Ensemble sounds: one of them alone is not a solo. */
const ensembles = new Set([
  "strings",
  "tremolo strings",
  "pizzicato strings",
  "synth strings",
  "choir",
  "brass",
  "pads",
  "percussion",
  "birdsong",
  "ocean waves",
]);

/** A span is sparse below this density (notes per second) and up to this many players, dense from `denseDensity` on. */
const sparse = { density: 3, players: 3 };
const denseDensity = 28;

/** Mood words that a section gets for its strength, besides its style's first. */
const wordsASection = 3;

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** "solo piano" if only one instrument plays in the whole span. */
export function soloTag(score: Score, from: number, to: number): string[] {
  const playing = score.tracks.filter((track) => soundingShare(score, [track], from, to) > 0);
  const [label, ...others] = new Set(playing.map(labelOf));
  if (label === undefined || others.length > 0 || ensembles.has(label)) return [];
  return [`solo ${label}`, "solo"];
}

/** Tags for the fullness of a span. */
export function fullnessTags(density: number, players: number): string[] {
  if (density < sparse.density && players <= sparse.players) return ["sparse"];
  return density >= denseDensity ? ["dense"] : [];
}

/** Whether a span grows: its last third is clearly stronger than its first. */
function grows(score: Score, from: number, to: number): boolean {
  const third = (to - from) / 3;
  return strength(score, to - third, to) > 1.25 * strength(score, from, from + third);
}

/** Every mood word that a piece of its style may get. */
export function paletteOf({ style, moods }: Composition): string[] {
  const { always, calm = [], strong = [] } = style.moods;
  return spelledAll([...always, ...moods, ...calm, ...strong]);
}

interface Span {
  section: Section;
  start: number;
  end: number;
  strength: number;
}

function spansOf(score: Score, seconds: number): Span[] {
  return score.sections.map((section, i) => {
    const next = score.sections[i + 1];
    const start = secondsAt(score, section.start);
    const end = next ? secondsAt(score, next.start) : seconds;
    return { section, start, end, strength: strength(score, start, end) };
  });
}

/** Reads the facts of every section of a piece that lasts `seconds`. */
export function sectionFactsOf(piece: Composition, seconds: number): SectionFacts[] {
  const { score, style, bpm, key } = piece;
  const spans = spansOf(score, seconds);
  const most = Math.max(...spans.map((span) => span.strength), 1e-9);
  const average = mean(spans.map((span) => span.strength / most));
  const palette = paletteOf(piece);
  const first = spelledAll(style.moods.always.slice(0, 1));
  const drummed = score.tracks.filter(isDrummed);
  const pace = paceOf(bpm, style.metre);
  return spans.map(({ section, start, end, strength: own }) => {
    const energy = own / most;
    const moods = [...new Set([...wordsFor(palette, energy - average, wordsASection), ...first])];
    const tonic = chromaOf(key) + section.transpose;
    const arousal = measuredArousal(score, start, end, pace);
    const feeling = feelingOf(moods, arousal, majorness(score, start, end, tonic));
    const density = densityOf(score, start, end);
    const instruments = instrumentsHeard(score, start, end).map(({ label }) => label);
    const drumShare = soundingShare(score, drummed, start, end);
    return {
      start: round(start, 2),
      end: round(end, 2),
      label: section.label,
      energy: round(energy, 2),
      valence: round(feeling.valence, 2),
      arousal: round(feeling.arousal, 2),
      density: round(density, 2),
      moods,
      instruments,
      drums: drumShare >= 0.1,
      tags: [
        ...moods,
        ...withBroader(instruments),
        ...(drumShare > 0 ? [] : ["no drums"]),
        ...soloTag(score, start, end),
        ...fullnessTags(density, instruments.length),
        ...(own === most && most > 1.25 * average * most ? ["climax"] : []),
        ...(section.label !== "ending" && grows(score, start, end) ? ["build"] : []),
        ...(section.label === "break" ? ["breakdown"] : []),
      ],
    };
  });
}
