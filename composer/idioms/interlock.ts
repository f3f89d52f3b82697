import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

export interface InterlockOptions {
  /** Even steps in a bar: 12 in 12/8. */
  steps: number;
  /** Steps from one note to the next: in the low hand, and in the high hand from its offset on. */
  low: number;
  high: number;
  offset: number;
  /** Octaves from the middle of the instrument's best range. */
  octave?: number;
}

/** Steps on the chord's ladder of pitches that the high hand plays in one cycle of two bars. */
function tuneOf(scene: Scene, length: number): number[] {
  const rng = scene.pieceRng.fork(`cycle ${scene.section.theme}`);
  let rung = rng.int(2, 5);
  return Array.from({ length }, () => {
    rung = Math.max(0, Math.min(7, rung + rng.pick([-2, -1, -1, 0, 1, 1, 2])));
    return rung;
  });
}

/** Chord tones, and scale tones that do not clash with them, upwards from a lowest pitch. */
function ladder(scene: Scene, chord: Chord, floor: number, top: number): number[] {
  const soft = scene.scale.filter((tone) =>
    chord.tones.every((other) => ![1, 11].includes(pitchClass(tone - other))),
  );
  const tones = new Set([...chord.tones, ...soft]);
  const pitches: number[] = [];
  for (let pitch = floor; pitch <= top; pitch += 1) {
    if (tones.has(pitchClass(pitch))) pitches.push(pitch);
  }
  return pitches;
}

/**
 * Two hands of a thumb piano or xylophone on one pulse. Each hand has its own metre, so that threes cross twos.
 * Every piece has its own cycle, which changes slowly: by one note each time round.
 */
export function interlock({ steps, low, high, offset, octave = 0 }: InterlockOptions): Idiom {
  return (scene) => {
    const step = scene.beatsPerBar / steps;
    const cycle = steps * 2;
    const tune = tuneOf(scene, cycle);
    const leave = scene.pieceRng.fork("rests");
    const rests = tune.map(() => leave.next());
    const [rangeLow, rangeHigh] = scene.instrument.range;
    const [sweetLow, sweetHigh] = scene.instrument.sweet;
    const floor = Math.max(rangeLow, sweetLow + 12 * octave);
    const top = Math.min(rangeHigh, sweetHigh + 12 * octave);
    const middle = floor + Math.round((top - floor) * 0.35);
    const notes: Note[] = [];
    for (let i = 0; i * step < scene.section.beats - 1e-6; i += 1) {
      const at = i % cycle;
      if (i > 0 && at === 0) tune[scene.rng.int(0, cycle - 1)] = scene.rng.int(1, 6);
      const beat = i * step;
      const chord = chordAt(scene.chords, beat);
      if (i % low === 0) {
        const tone = chord.tones[[0, 2, 1, 2][(i / low) % 4] ?? 0] ?? chord.root;
        const pitch = nearest(tone, floor + 5, floor, middle + 5);
        notes.push({ beat, length: step * low * 0.9, pitch, velocity: 0.7 });
      }
      // Calm sections leave more of the high hand's notes out, always the same ones first.
      if (i % high === offset && (rests[at] ?? 0) < 0.6 + 0.4 * scene.energy) {
        const rungs = ladder(scene, chord, middle, top);
        const pitch = rungs[Math.min(tune[at] ?? 0, rungs.length - 1)] ?? middle;
        const accent = i % (steps / 4) === 0 ? 0.1 : 0;
        notes.push({ beat, length: step * high * 0.9, pitch, velocity: 0.62 + accent });
      }
    }
    return notes;
  };
}
