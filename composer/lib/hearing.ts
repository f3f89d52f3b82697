import { secondsAt, type Score, type Track } from "./score.ts";
import { spelled } from "./vocabulary.ts";

/** A labelled instrument sounds for at least this share of the music. */
export const audibleShare = 0.1;

/** Seconds for which a struck drum sounds. */
const drumSeconds = 0.3;

/** Seconds after which a plucked or struck string, bar or skin has faded, however long its note is. */
const ringSeconds = 3;

/** Drums that General MIDI treats as pitched instruments. */
const pitchedDrums = new Set(["timpani", "taiko drums"]);

/** The vocabulary's word for a track's instrument: "electric bass" and "picked bass" are bass guitars. */
export function labelOf(track: Track): string {
  return spelled(track.label);
}

/** Whether an editor would call this track drums. */
export function isDrummed(track: Track): boolean {
  return track.instrument.drum || pitchedDrums.has(labelOf(track));
}

/** Share of the span [from, to], in seconds, in which at least one of the tracks sounds. */
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

/** The labels that sound in a span of seconds, each with its share of the span, longest first. */
export function instrumentsHeard(
  score: Score,
  from: number,
  to: number,
): { label: string; share: number }[] {
  const byLabel = new Map<string, Track[]>();
  for (const track of score.tracks) {
    const label = labelOf(track);
    byLabel.set(label, [...(byLabel.get(label) ?? []), track]);
  }
  return [...byLabel]
    .map(([label, tracks]) => ({ label, share: soundingShare(score, tracks, from, to) }))
    .filter(({ share }) => share >= audibleShare)
    .sort((a, b) => b.share - a.share || a.label.localeCompare(b.label));
}

/** Loudness times density: the sum of velocities struck per second, and the number of players. */
export function strength(score: Score, from: number, to: number): number {
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

/** Strength in `count` equal windows up to `seconds`, 0..1 relative to the strongest. */
export function energyCurve(score: Score, seconds: number, count: number): number[] {
  const step = seconds / count;
  const values = Array.from({ length: count }, (_, i) => strength(score, i * step, (i + 1) * step));
  const most = Math.max(...values, 1e-9);
  return values.map((value) => value / most);
}

/** Notes that begin in a span of seconds, with their written lengths. */
export function notesBegun(
  score: Score,
  from: number,
  to: number,
): { pitch: number; velocity: number; seconds: number; drum: boolean }[] {
  return score.tracks.flatMap(({ notes, instrument }) =>
    notes.flatMap(({ beat, length, pitch, velocity }) => {
      const start = secondsAt(score, beat);
      if (start < from || start >= to) return [];
      const seconds = secondsAt(score, beat + length) - start;
      return [{ pitch, velocity, seconds, drum: instrument.drum }];
    }),
  );
}
