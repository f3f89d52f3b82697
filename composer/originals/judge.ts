import type { Composition } from "../lib/compose.ts";
import { factsOf } from "../lib/facts.ts";
import { soundingShare } from "../lib/hearing.ts";
import { secondsAt, type Track } from "../lib/score.ts";

/** Share of a track's bars that repeat an earlier bar note for note. */
export function repetition(track: Track, beatsPerBar: number): number {
  const bars = new Map<number, string[]>();
  for (const note of track.notes) {
    const bar = Math.floor((note.beat + 0.1) / beatsPerBar);
    const place = Math.round((note.beat - bar * beatsPerBar) * 4);
    bars.set(bar, [...(bars.get(bar) ?? []), `${place}:${note.pitch}`]);
  }
  const seen = new Set<string>();
  let repeated = 0;
  for (const notes of bars.values()) {
    const print = notes.sort().join(" ");
    if (seen.has(print)) repeated += 1;
    seen.add(print);
  }
  return bars.size > 0 ? repeated / bars.size : 0;
}

/** Distance between the lowest and highest note of a track, in semitones. */
function compass(track: Track): number {
  const pitches = track.notes.map((note) => note.pitch);
  return Math.max(...pitches) - Math.min(...pitches);
}

/**
 * A piece's score before it is rendered, about 0..1. It rewards sections that differ, a late peak, a leading voice
 * that moves, plays much of the time and does not only repeat itself, and a larger ensemble.
 */
export function promise(piece: Composition): number {
  const { score } = piece;
  const facts = factsOf(piece);
  const energies = facts.sections.map((section) => section.energy);
  const contrast = Math.max(...energies) - Math.min(...energies);
  const peak = energies.indexOf(Math.max(...energies)) / Math.max(1, energies.length - 1);
  const pitched = score.tracks.filter((track) => !track.instrument.drum);
  const leaders = pitched.filter((track) => track.role === "melody");
  const end = secondsAt(score, score.end);
  const heard = soundingShare(score, leaders, 0, end);
  const beatsPerBar = (score.sections[0]?.beats ?? 4) / (score.sections[0]?.bars ?? 1);
  const same = leaders.map((track) => repetition(track, beatsPerBar));
  const repeats = same.length > 0 ? same.reduce((sum, value) => sum + value, 0) / same.length : 0.5;
  const wide = leaders.length > 0 ? Math.max(...leaders.map(compass)) : 12;
  const gap = 1 - soundingShare(score, score.tracks, 0, secondsAt(score, score.end) - 4);
  return (
    0.3 * Math.min(1, contrast / 0.7) +
    0.15 * (peak > 0.4 && peak < 0.95 ? 1 : 0.4) +
    0.2 * Math.min(1, heard / 0.5) +
    0.15 * (1 - Math.abs(repeats - 0.35)) +
    0.1 * Math.min(1, wide / 16) +
    0.1 * Math.min(1, facts.instruments.length / 5) -
    0.5 * Math.max(0, gap - 0.05)
  );
}
