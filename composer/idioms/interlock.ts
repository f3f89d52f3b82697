import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

export interface InterlockOptions {
  /** Even steps in a bar: 12 in 12/8. */
  steps: number;
  /** The low hand plays every so many steps, the high hand every so many from its offset on. */
  low: number;
  high: number;
  offset: number;
  /** Octaves from the instrument's comfortable middle. */
  octave?: number;
}

/** Steps of a chord's ladder that the high hand sings through in one cycle of two bars. */
function tuneOf(scene: Scene, length: number): number[] {
  const rng = scene.pieceRng.fork(`cycle ${scene.section.theme}`);
  let rung = rng.int(2, 5);
  return Array.from({ length }, () => {
    rung = Math.max(0, Math.min(7, rung + rng.pick([-2, -1, -1, 0, 1, 1, 2])));
    return rung;
  });
}

/** Pitches of the chord and the scale's tones that do not rub against it, upwards from a floor. */
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
 * Two hands of a thumb piano or xylophone that share one pulse: the low hand walks in its own metre, the high
 * hand in another, so that threes lie across twos. Every piece has its own cycle, which changes slowly: one note
 * each time round.
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
