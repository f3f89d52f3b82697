import { pitchClass } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";

/** The lowest tonic at or above a pitch. */
function tonicFrom(scene: Scene, low: number): number {
  return low + pitchClass((scene.scale[0] ?? 0) - low);
}

/** The tanpura's drone: four strings (fifth, tonic, tonic, low tonic) plucked in turn and left to ring. */
export function tanpura({ low = 45 }: { low?: number } = {}): Idiom {
  return (scene) => {
    const tonic = tonicFrom(scene, low);
    const strings = [tonic + 7, tonic + 12, tonic + 12, tonic];
    const gaps = [0, 1.1, 2, 2.9];
    const notes: Note[] = [];
    for (let beat = 0; beat < scene.section.beats - 1e-6; beat += 4) {
      strings.forEach((pitch, i) => {
        const at = beat + (gaps[i] ?? 0);
        if (at >= scene.section.beats) return;
        notes.push({ beat: at, length: 4, pitch, velocity: i === 3 ? 0.58 : 0.46 });
      });
    }
    return notes;
  };
}

/**
 * An alap: slow phrases without a beat. Each climbs one step further up the scale than the one before, stays there,
 * and returns to the tonic.
 */
export function alap({ octave = 0 }: { octave?: number } = {}): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.range;
    const tonic = tonicFrom(scene, scene.instrument.sweet[0]) + 12 * octave;
    const steps = scene.scale.map((tone) => pitchClass(tone - (scene.scale[0] ?? 0)));
    const pitchOf = (step: number): number => {
      const turn = Math.floor(step / steps.length);
      return tonic + 12 * turn + (steps[step - turn * steps.length] ?? 0);
    };
    const notes: Note[] = [];
    let reach = 2;
    let beat = 0.5;
    const end = scene.section.beats - 0.5;
    while (beat < end - 1) {
      const start = scene.rng.pick([-1, 0, 0, 1]);
      const path: number[] = [start];
      for (let step = start; step < reach;) path.push((step += scene.rng.pick([1, 1, 2])));
      for (let step = path.at(-1) ?? 0; step > 0;) path.push((step -= scene.rng.pick([1, 2, 2])));
      if (path.at(-1) !== 0) path.push(0);
      const peak = path.indexOf(Math.max(...path));
      for (const [i, step] of path.entries()) {
        const rest = i === peak || i === path.length - 1;
        const length = rest ? scene.rng.range(0.9, 1.7) : scene.rng.range(0.25, 0.6);
        const pitch = pitchOf(step);
        if (beat + length > scene.section.beats || pitch < low || pitch > high) continue;
        const note: Note = { beat, length, pitch, velocity: rest ? 0.72 : 0.56 };
        if (rest && i > 0) note.scoop = -1.6;
        notes.push(note);
        beat += length;
      }
      beat += scene.rng.range(0.2, 0.7);
      reach += scene.rng.pick([1, 1, 2]);
    }
    scene.memory.pitch = tonic;
    return notes;
  };
}

/** The sitar's high drone strings, struck between the notes of the tune. Signs: x plain, X accented. */
export function droneStrokes(levels: Levels<string>): Idiom {
  return (scene) => {
    const [, high] = scene.instrument.sweet;
    const pitch = tonicFrom(scene, high - 12);
    const pattern = byEnergy(levels, scene.energy);
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).map((hit): Note => ({
      beat: hit.beat,
      length: hit.length,
      pitch,
      velocity: hit.mark === "X" ? 0.68 : 0.46,
    }));
  };
}

/** Two octaves of the scale swept upwards at the start of a section, and again at an interval of bars. */
export function sweep({ everyBars = 4 }: { everyBars?: number } = {}): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.sweet;
    const pitches: number[] = [];
    for (let pitch = tonicFrom(scene, low); pitch <= high; pitch += 1) {
      if (scene.scale.includes(pitch % 12)) pitches.push(pitch);
    }
    const notes: Note[] = [];
    for (let bar = 0; bar < scene.section.bars; bar += everyBars) {
      pitches.forEach((pitch, i) => {
        const beat = bar * scene.beatsPerBar + i * 0.09;
        notes.push({ beat, length: 3, pitch, velocity: 0.34 + (0.3 * i) / pitches.length });
      });
    }
    return notes;
  };
}
