import { BANDS, CLASSES, FRAME_RATE, type SoundFrames } from "./frames.ts";
import type { Grid } from "./grid.ts";

/** Slots of a beat that are compared one by one. */
const SLOTS_PER_BEAT = 2;
/** At least so many slots in a bar, and at most. */
const LEAST_SLOTS = 4;
const MOST_SLOTS = 16;
/** What is so many decibels softer than the loudest is silence. */
const DEPTH = 60;
/** Bars so unlike in pitch, and in level by so many decibels, have nothing in common. */
const UNLIKE_PITCH = 0.5;
const UNLIKE_LEVEL = 12;
/** From a bar line to the middle of what is compared before and after it, in seconds. */
const BESIDE = 0.06;
/** So much before and after a bar line tells what sounds on, in seconds; not what the attack covers. */
const SOUNDING = 0.35;

/** What bars sound like. */
export interface BarFeatures {
  /** How unlike two bars are, slot by slot: 0 to 1. */
  unlike(a: number, b: number): number;
  /** How much louder bands get, and how much softer, from before bar line `a` to after bar line `b`, in dB. */
  step(a: number, b: number): { readonly rise: number; readonly fall: number };
  /** How much softer bands are soon after bar line `b` than shortly before `a`, attacks aside, in dB. */
  fall(a: number, b: number): number;
  /** Mean level of each bar, in dB. */
  readonly levels: Float32Array;
}

/** Describes each bar by the pitches and levels of its beats' halves. */
export function featuresOf(frames: SoundFrames, { bars, end, beatsPerBar }: Grid): BarFeatures {
  const slots = Math.max(LEAST_SLOTS, Math.min(MOST_SLOTS, SLOTS_PER_BEAT * beatsPerBar));
  const usual = (end - (bars[0] ?? 0)) / bars.length;
  const floor = floorOf(frames);
  const pitches = new Float32Array(bars.length * slots * CLASSES);
  const levels = new Float32Array(bars.length * slots * BANDS);
  bars.forEach((bar, n) => {
    // The last bar rings on; what is alike in it is its beginning.
    const length = (bars[n + 1] ?? Math.min(end, bar + usual)) - bar;
    for (let slot = 0; slot < slots; slot += 1) {
      const at = n * slots + slot;
      const [from, to] = [bar + (slot * length) / slots, bar + ((slot + 1) * length) / slots];
      fillPitches(frames, from, to, pitches.subarray(at * CLASSES, (at + 1) * CLASSES));
      fillLevels(frames, from, to, floor, levels.subarray(at * BANDS, (at + 1) * BANDS));
    }
  });
  const [before, after] = [-BESIDE, BESIDE].map((beside) => {
    const each = new Float32Array(bars.length * BANDS);
    bars.forEach((bar, n) => {
      const at = bar + beside;
      fillLevels(frames, at, at, floor, each.subarray(n * BANDS, (n + 1) * BANDS));
    });
    return each;
  });
  const [sounding, coming] = [-SOUNDING, SOUNDING].map((beside) => {
    const each = new Float32Array(bars.length * BANDS);
    bars.forEach((bar, n) => {
      const [from, to] = beside < 0 ? [bar + beside, bar - BESIDE] : [bar + BESIDE, bar + beside];
      fillSounding(frames, from, to, floor, each.subarray(n * BANDS, (n + 1) * BANDS));
    });
    return each;
  });
  return {
    unlike: (a, b) => unlikeness(pitches, levels, slots, a, b),
    step: (a, b) => stepOf(before ?? levels, after ?? levels, a, b),
    fall: (a, b) => stepOf(sounding ?? levels, coming ?? levels, a, b).fall,
    levels: Float32Array.from(bars, (_, n) => meanOf(levels, n * slots * BANDS, slots * BANDS)),
  };
}

function unlikeness(
  pitches: Float32Array,
  levels: Float32Array,
  slots: number,
  a: number,
  b: number,
): number {
  let [common, difference] = [0, 0];
  for (let i = 0; i < slots * CLASSES; i += 1) {
    common += (pitches[a * slots * CLASSES + i] ?? 0) * (pitches[b * slots * CLASSES + i] ?? 0);
  }
  for (let i = 0; i < slots * BANDS; i += 1) {
    difference += Math.abs(
      (levels[a * slots * BANDS + i] ?? 0) - (levels[b * slots * BANDS + i] ?? 0),
    );
  }
  const pitch = Math.min(1, (1 - common / slots) / UNLIKE_PITCH);
  const level = Math.min(1, difference / (slots * BANDS) / UNLIKE_LEVEL);
  return (pitch + level) / 2;
}

function stepOf(
  before: Float32Array,
  after: Float32Array,
  a: number,
  b: number,
): { rise: number; fall: number } {
  let [rise, fall] = [0, 0];
  for (let band = 0; band < BANDS; band += 1) {
    const step = (after[b * BANDS + band] ?? 0) - (before[a * BANDS + band] ?? 0);
    if (step > 0) rise += step / BANDS;
    else fall -= step / BANDS;
  }
  return { rise, fall };
}

/** The frames whose middle is in a stretch; the nearest, if there is none. */
function framesIn({ count }: SoundFrames, from: number, to: number): [number, number] {
  const within = (frame: number): number => Math.max(0, Math.min(count - 1, frame));
  const first = within(Math.ceil(from * FRAME_RATE));
  const last = within(Math.ceil(to * FRAME_RATE) - 1);
  if (last >= first) return [first, last];
  const nearest = within(Math.round(((from + to) / 2) * FRAME_RATE));
  return [nearest, nearest];
}

/** Strengths of pitch classes as a vector of length 1, or of 0 for silence. */
function fillPitches(sound: SoundFrames, from: number, to: number, into: Float32Array): void {
  const [first, last] = framesIn(sound, from, to);
  for (let frame = first; frame <= last; frame += 1) {
    for (let i = 0; i < CLASSES; i += 1) {
      into[i] = (into[i] ?? 0) + (sound.classes[frame * CLASSES + i] ?? 0);
    }
  }
  // What all pitch classes share is noise.
  const least = into.reduce((a, b) => Math.min(a, b), Infinity);
  into.forEach((value, i) => (into[i] = value - least));
  const length = Math.hypot(...into);
  if (length > 0) into.forEach((value, i) => (into[i] = value / length));
}

function fillLevels(
  sound: SoundFrames,
  from: number,
  to: number,
  floor: number,
  into: Float32Array,
): void {
  const [first, last] = framesIn(sound, from, to);
  for (let band = 0; band < BANDS; band += 1) {
    let sum = 0;
    for (let frame = first; frame <= last; frame += 1) {
      sum += sound.bands[frame * BANDS + band] ?? 0;
    }
    into[band] = Math.max(floor, 10 * Math.log10(sum / (last - first + 1) + 1e-12));
  }
}

/** Mean decibels of each band: those of an attack count no more than those of what sounds on. */
function fillSounding(
  sound: SoundFrames,
  from: number,
  to: number,
  floor: number,
  into: Float32Array,
): void {
  const [first, last] = framesIn(sound, from, to);
  for (let frame = first; frame <= last; frame += 1) {
    for (let band = 0; band < BANDS; band += 1) {
      const power = sound.bands[frame * BANDS + band] ?? 0;
      const level = Math.max(floor, 10 * Math.log10(power + 1e-12));
      into[band] = (into[band] ?? 0) + level / (last - first + 1);
    }
  }
}

/** What counts as silence in a band, in dB. */
function floorOf({ bands }: SoundFrames): number {
  const loudest = bands.reduce((most, power) => Math.max(most, power), 0);
  return 10 * Math.log10(loudest + 1e-12) - DEPTH;
}

function meanOf(values: Float32Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i += 1) sum += values[i] ?? 0;
  return sum / count;
}
