import { notesBegun } from "./hearing.ts";
import { pitchClass } from "./harmony.ts";
import type { Score } from "./score.ts";
import type { Metre } from "./style.ts";
import { moodOf, type Mood } from "./vocabulary.ts";

/** Where a feeling lies: unpleasant to pleasant, calm to excited, both -1..1 (Russell's circumplex, 1980). */
export interface Feeling {
  valence: number;
  arousal: number;
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** Beats a minute as listeners feel them: dances in three by the bar rather than the beat. */
export function paceOf(bpm: number, metre: Metre): number {
  return metre === "3/4" ? (bpm * 2) / 3 : bpm;
}

/**
 * The word an editor uses for a tempo. A calm piece is not called fast, however many beats a minute it has: a bossa
 * nova at 130 sways.
 */
export function tempoWord(pace: number, arousal: number): string {
  if (pace < 66) return "very slow";
  if (pace < 88) return "slow";
  return pace < 116 || arousal < 0.15 ? "medium tempo" : "fast";
}

/** Notes a second from `from` to `to` seconds, chords counted by their notes. */
export function densityOf(score: Score, from: number, to: number): number {
  return notesBegun(score, from, to).length / (to - from);
}

/**
 * How exciting a span sounds, -1..1: the mean of pace (50 to 170 beats a minute), density (0.7 to 22 notes
 * a second, by octaves) and touch (mean velocity 0.3 to 0.8), each -1..1.
 */
export function measuredArousal(score: Score, from: number, to: number, pace: number): number {
  const notes = notesBegun(score, from, to);
  const density = Math.max(notes.length / (to - from), 0.01);
  const touch = mean(notes.map(({ velocity }) => velocity));
  return mean([
    clamp((pace - 110) / 60),
    clamp(Math.log2(density / 4) / 2.5),
    clamp((touch - 0.55) / 0.25),
  ]);
}

/**
 * Major thirds and sixths above the tonic against minor ones by the time they sound: -1 all minor .. 1 all
 * major. Modes between the two, such as the dorian and the phrygian dominant, come out between.
 */
export function majorness(score: Score, from: number, to: number, tonic: number): number {
  let [major, minor] = [0, 0];
  for (const { pitch, seconds, drum } of notesBegun(score, from, to)) {
    const degree = pitchClass(pitch - tonic);
    if (!drum && (degree === 4 || degree === 9)) major += seconds;
    if (!drum && (degree === 3 || degree === 8)) minor += seconds;
  }
  return major + minor > 0 ? (major - minor) / (major + minor) : 0;
}

function moodsOf(words: readonly string[]): Mood[] {
  return words.flatMap((word) => moodOf(word) ?? []);
}

/**
 * The feeling of a stretch of music. Half of the arousal is what its mood words say and half is measured;
 * the valence is three quarters words and one quarter major or minor, because a style's words say more
 * about its colour than its thirds do.
 */
export function feelingOf(words: readonly string[], arousal: number, major: number): Feeling {
  const moods = moodsOf(words);
  return {
    valence: 0.75 * mean(moods.map((mood) => mood.valence)) + 0.25 * major,
    arousal: 0.5 * mean(moods.map((mood) => mood.arousal)) + 0.5 * arousal,
  };
}

/**
 * The words of a palette that a section earns by its strength: the `count` whose arousal is nearest to the
 * palette's own, raised or lowered by how far the section's energy lies from the piece's mean.
 */
export function wordsFor(palette: readonly string[], aboveMean: number, count: number): string[] {
  const moods = moodsOf(palette);
  const target = mean(moods.map(({ arousal }) => arousal)) + 0.9 * aboveMean;
  return moods
    .map(({ tag, arousal }) => ({ tag, distance: Math.abs(arousal - target) }))
    .sort((a, b) => a.distance - b.distance || a.tag.localeCompare(b.tag))
    .slice(0, count)
    .map(({ tag }) => tag);
}
