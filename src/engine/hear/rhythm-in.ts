import { barsOf } from "./bar-path.ts";
import { FRAME_RATE, INTERVALS, pathOf, SHORTEST, type BeatPath } from "./beat-path.ts";
import type { Activations } from "./beat-net.ts";
import { preferenceOf } from "./interval-preference.ts";
import type { Rhythm } from "./rhythm.ts";

/** Fewest beats that are a rhythm. */
const LEAST_BEATS = 8;
/** Mean probability at the beats below which there is none. */
const LEAST_PROBABILITY = 0.1;
/** Nats a bar below which bars are not plain enough. */
const LEAST_PLAINNESS = 0.25;
/** A tempo is the mean over so many beats, and of those the median. */
const SPAN = 8;
/** Intervals within this share count as one tempo. */
const NEAR = 0.12;
/** Log odds of a tempo against its half or double, for each nat a second that it is better. */
const PER_NAT_A_SECOND = 1;
/** Probability of the half or the double from which it is worth stating. */
const PLAUSIBLE = 0.15;

/** The rhythm that explains what the net heard; null if there is none. */
export function rhythmIn({ beat, downbeat }: Activations): Rhythm | null {
  const probabilities = beat.map((p) => Math.min(1 - 1e-4, Math.max(1e-4, p)));
  const preference = preferenceOf(probabilities);
  const path = pathOf(probabilities, preference);
  const { beats: frames } = path;
  const atBeats = loudestAt(frames, probabilities);
  const mean = atBeats.reduce((sum, p) => sum + p, 0) / Math.max(1, atBeats.length);
  if (frames.length < LEAST_BEATS || mean < LEAST_PROBABILITY) return null;

  const beats = frames.map((frame) => frame / FRAME_RATE);
  const bpm = tempoOf(beats);
  const [half, double] = [0.5, 2].map((ratio) => {
    const other = pathOf(probabilities, onlyNear(preference, bpm * ratio));
    return { bpm: bpm * ratio, odds: oddsOf(other, path, beat.length / FRAME_RATE) };
  });
  const others = [half, double].filter((one) => one !== undefined);
  const sum = others.reduce((total, { odds }) => total + odds, 1);
  const [other] = others.sort((a, b) => b.odds - a.odds);

  const bars = barsOf(atBeats, loudestAt(frames, downbeat));
  const isPlain = bars !== null && bars.plainness >= LEAST_PLAINNESS;
  return {
    bpm,
    confidence: 1 / sum,
    otherBpm: other !== undefined && other.odds / sum >= PLAUSIBLE ? other.bpm : null,
    beats,
    bars: isPlain ? beats.filter((_, i) => bars.isDownbeat[i]) : [],
    beatsPerBar: isPlain ? bars.beatsPerBar : null,
  };
}

/** The tempo that lasts longest, in beats per minute. */
function tempoOf(beats: readonly number[]): number {
  const span = Math.min(SPAN, beats.length - 1);
  const intervals = beats
    .slice(span)
    .map((beat, i) => (beat - (beats[i] ?? 0)) / span)
    .sort((a, b) => a - b);
  return 60 / (intervals[Math.floor(intervals.length / 2)] ?? 1);
}

/** The largest of the probabilities within a frame of each place. */
function loudestAt(frames: readonly number[], probabilities: Float32Array): Float32Array {
  return Float32Array.from(frames, (frame) =>
    Math.max(
      probabilities[frame - 1] ?? 0,
      probabilities[frame] ?? 0,
      probabilities[frame + 1] ?? 0,
    ),
  );
}

/** A preference that admits one tempo alone. */
function onlyNear(preference: Float32Array, bpm: number): Float32Array {
  const wanted = (60 * FRAME_RATE) / bpm;
  return Float32Array.from({ length: INTERVALS }, (_, i) =>
    Math.abs((SHORTEST + i) / wanted - 1) <= NEAR ? (preference[i] ?? 0) : -Infinity,
  );
}

function oddsOf(other: BeatPath, path: BeatPath, seconds: number): number {
  if (other.beats.length < 2) return 0;
  return Math.exp((PER_NAT_A_SECOND * (other.score - path.score)) / seconds);
}
