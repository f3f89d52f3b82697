import type { Composition } from "./compose.ts";
import { secondsAt, type Score, type Track } from "./score.ts";

/** A labelled instrument has to sound for at least this share of the music. */
const audibleShare = 0.1;

/** A struck drum is heard for about this long. */
const drumSeconds = 0.3;

/** A plucked or struck string, bar or skin has faded after about this long, however long it is written. */
const ringSeconds = 3;

export interface SectionFacts {
  /** Seconds. */
  start: number;
  end: number;
  label: string;
  /** 0..1 against the piece's strongest section, measured from the notes. */
  energy: number;
  moods: string[];
  instruments: string[];
}

/** What is true of a piece, read from the notes that were written. */
export interface PieceFacts {
  seconds: number;
  bpm: number;
  metre: string;
  key: string;
  mode: string;
  genres: string[];
  moods: string[];
  instruments: string[];
  uses: string[];
  era?: string;
  tags: string[];
  sections: SectionFacts[];
}

/** Share of the span [from, to] seconds during which at least one of the tracks sounds. */
export function soundingShare(
  score: Score,
  tracks: readonly Track[],
  from: number,
  to: number,
): number {
  const spans = tracks
    .flatMap((track) =>
      track.notes.map((note): [number, number] => {
        const start = secondsAt(score, note.beat);
        const end = secondsAt(score, note.beat + note.length);
        if (track.instrument.drum) return [start, Math.max(end, start + drumSeconds)];
        return [start, track.instrument.sustains ? end : Math.min(end, start + ringSeconds)];
      }),
    )
    .sort((a, b) => a[0] - b[0]);
  let covered = 0;
  let reached = from;
  for (const [start, end] of spans) {
    const begin = Math.max(start, reached);
    const stop = Math.min(end, to);
    if (stop > begin) {
      covered += stop - begin;
      reached = stop;
    }
  }
  return to > from ? covered / (to - from) : 0;
}

function instrumentsHeard(score: Score, from: number, to: number): string[] {
  const byLabel = new Map<string, Track[]>();
  for (const track of score.tracks) {
    byLabel.set(track.label, [...(byLabel.get(track.label) ?? []), track]);
  }
  return [...byLabel]
    .map(([label, tracks]) => ({ label, share: soundingShare(score, tracks, from, to) }))
    .filter(({ share }) => share >= audibleShare)
    .sort((a, b) => b.share - a.share || a.label.localeCompare(b.label))
    .map(({ label }) => label);
}

/** Loudness times density: the sum of velocities struck per second, and who takes part. */
function strength(score: Score, from: number, to: number): number {
  let sum = 0;
  let playing = 0;
  for (const track of score.tracks) {
    let own = 0;
    for (const note of track.notes) {
      const start = secondsAt(score, note.beat);
      const end = secondsAt(score, note.beat + note.length);
      const heard = Math.min(end, to) - Math.max(start, from);
      if (heard > 0) own += note.velocity ** 2 * (Math.min(heard, 2) + 0.15);
    }
    sum += own;
    if (own > 0) playing += 1;
  }
  return (Math.sqrt(sum / (to - from)) * (2 + playing)) / (2 + score.tracks.length);
}

/** The word an editor uses for a tempo. */
export function tempoWord(bpm: number): string {
  if (bpm < 66) return "very slow";
  if (bpm < 88) return "slow";
  if (bpm < 116) return "mid-tempo";
  if (bpm < 150) return "upbeat";
  return "fast";
}

function sectionFacts(piece: Composition, seconds: number): SectionFacts[] {
  const { score, style } = piece;
  const spans = score.sections.map((section, i) => {
    const next = score.sections[i + 1];
    const start = secondsAt(score, section.start);
    const end = next ? secondsAt(score, next.start) : seconds;
    return { label: section.label, start, end, strength: strength(score, start, end) };
  });
  const most = Math.max(...spans.map((span) => span.strength), 1e-9);
  return spans.map((span) => {
    const energy = span.strength / most;
    const coloured = energy < 0.5 ? style.moods.calm : energy > 0.85 ? style.moods.strong : [];
    return {
      start: Math.round(span.start * 100) / 100,
      end: Math.round(span.end * 100) / 100,
      label: span.label,
      energy: Math.round(energy * 100) / 100,
      moods: [...(coloured ?? []), ...style.moods.always.slice(0, 1)],
      instruments: instrumentsHeard(score, span.start, span.end),
    };
  });
}

/** Reads the facts of a piece. */
export function factsOf(piece: Composition): PieceFacts {
  const { score, style, bpm, key, mode } = piece;
  const seconds = Math.round(secondsAt(score, score.end) * 100) / 100;
  const lastSound = secondsAt(
    score,
    Math.max(...score.tracks.flatMap(({ notes }) => notes.map((note) => note.beat + note.length))),
  );
  const instruments = instrumentsHeard(score, 0, lastSound);
  const sections = sectionFacts(piece, seconds);
  const mean = sections.reduce((sum, { energy }) => sum + energy, 0) / sections.length;
  const coloured = mean > 0.72 ? style.moods.strong : style.moods.calm;
  const moods = [...new Set([...style.moods.always, ...piece.moods, ...(coloured ?? [])])];
  const hasDrums = score.tracks.some(({ instrument }) => instrument.drum);
  const tags = new Set<string>([
    style.name,
    ...style.genres,
    ...moods,
    ...instruments,
    ...style.uses,
    ...(style.era ? [style.era] : []),
    ...style.textures,
    "instrumental",
    tempoWord(bpm),
    ...(hasDrums ? [] : ["no drums"]),
    ...(instruments.length === 1 ? [`solo ${instruments[0] ?? ""}`] : []),
    ...(style.metre === "3/4" ? ["waltz time"] : []),
  ]);
  return {
    seconds,
    bpm,
    metre: style.metre,
    key,
    mode,
    genres: [...style.genres],
    moods,
    instruments,
    uses: [...style.uses],
    ...(style.era ? { era: style.era } : {}),
    tags: [...tags],
    sections,
  };
}
