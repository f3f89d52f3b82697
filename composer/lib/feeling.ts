import { notesBegun } from "./hearing.ts";
import { pitchClass } from "./harmony.ts";
import type { Score } from "./score.ts";
import type { Metre } from "./style.ts";
import { moodOf, type Mood } from "./vocabulary.ts";

/** Valence (unpleasant to pleasant) and arousal (calm to excited), both -1..1 (Russell's circumplex, 1980). */
export interface Feeling {
  valence: number;
  arousal: number;
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));

export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** Beats per minute as listeners feel them: in 3/4, two thirds of the notated tempo. */
export function paceOf(bpm: number, metre: Metre): number {
  return metre === "3/4" ? (bpm * 2) / 3 : bpm;
}

/**
 * A piece's tempo word. The composer knows more than a number, so its rule differs from that of the lab and the
 * command line, which have only beats per minute (`tempo_word`, slow < 80 <= medium < 118 <= fast). It judges 3/4 by
 * its pace, calls nothing calm fast (a bossa nova at 130 sways) and has a word for very slow. The tags of the
 * originals and of the training pieces depend on these limits.
 */
export function tempoWord(pace: number, arousal: number): string {
  if (pace < 66) return "very slow";
  if (pace < 88) return "slow";
  return pace < 116 || arousal < 0.15 ? "medium tempo" : "fast";
}

/** Notes per second from `from` to `to` seconds; every note of a chord counts. */
export function densityOf(score: Score, from: number, to: number): number {
  return notesBegun(score, from, to).length / (to - from);
}

/**
 * How exciting a span sounds, -1..1: the mean of pace (50 to 170 beats per minute), density (0.7 to 22 notes
 * per second, on a log scale) and touch (mean velocity 0.3 to 0.8), each scaled to -1..1.
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
 * Major thirds and sixths above the tonic against minor ones, weighted by duration: -1 all minor .. 1 all major.
 * Modes between the two, such as the dorian and the phrygian dominant, come out in between.
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
 * The feeling of a span of music. Half of the arousal comes from its mood words and half is measured; three
 * quarters of the valence come from the words and one quarter from major or minor, because a style's words say
 * more about its colour than its thirds do.
 */
export function feelingOf(words: readonly string[], arousal: number, major: number): Feeling {
  const moods = moodsOf(words);
  return {
    valence: 0.75 * mean(moods.map((mood) => mood.valence)) + 0.25 * major,
    arousal: 0.5 * mean(moods.map((mood) => mood.arousal)) + 0.5 * arousal,
  };
}

/**
 * The words of a palette that suit a section's strength: the `count` whose arousal is nearest to the palette's
 * own, raised or lowered by the distance of the section's energy from the piece's mean.
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
