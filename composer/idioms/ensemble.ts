import { pitchClass } from "../lib/harmony.ts";
import { createRng, type Rng } from "../lib/rng.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

/**
 * The same random numbers for every player of a piece. Each player has a source of their own, so shared material is
 * drawn from a source named after the key and the theme's first chords, which all of them know.
 */
export function sharedChance(scene: Scene): Rng {
  const tonic = pitchClass((scene.scale[0] ?? 0) - scene.section.transpose);
  const opening = scene.chords
    .filter((chord) => chord.start < scene.beatsPerBar * 2 - 1e-6)
    .map((chord) => chord.symbol);
  return createRng(`shared ${tonic} ${scene.section.theme} ${opening.join(" ")}`);
}

export interface Ensemble {
  /** The tune's register in MIDI numbers; every player moves it to an octave of their own. */
  low: number;
  high: number;
  /** Bars by which this player follows the leader in a round. */
  lateBars?: number;
}

/** Several players on one tune: in unison, in octaves or as a round. */
export function together(play: Idiom, { low, high, lateBars = 0 }: Ensemble): Idiom {
  return (scene) => {
    const { instrument, memory, section } = scene;
    const chance = sharedChance(scene);
    const notes = play({
      ...scene,
      instrument: { ...instrument, range: [low - 3, high + 4], sweet: [low, high] },
      pieceRng: chance,
      rng: chance.fork(section.label),
    });
    const own = (instrument.sweet[0] + instrument.sweet[1]) / 2;
    const octaves = 12 * Math.round((own - (low + high) / 2) / 12);
    const at = (pitch: number): number => nearest(pitch, pitch + octaves, ...instrument.range);
    if (memory.pitch !== undefined) memory.pitch = at(memory.pitch);
    const late = lateBars * scene.beatsPerBar;
    return notes
      .map((note): Note => ({ ...note, beat: note.beat + late, pitch: at(note.pitch) }))
      .filter((note) => note.beat < section.beats - 1e-6)
      .map((note) => ({ ...note, length: Math.min(note.length, section.beats - note.beat) }));
  };
}

/**
 * Parallel organum: every note of a tune is doubled at fixed intervals (semitones; -7 is the fifth below). Notes
 * outside the instrument's range are left out.
 */
export function organum(play: Idiom, intervals: readonly number[] = [-7]): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.range;
    return play(scene).flatMap((note) => [
      note,
      ...intervals
        .map((interval): Note => ({
          ...note,
          pitch: note.pitch + interval,
          velocity: note.velocity * 0.86,
        }))
        .filter(({ pitch }) => pitch >= low && pitch <= high),
    ]);
  };
}
