import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

const snare = 38;

/** Strokes per beat in the four quarters of a build. */
const strokes = [1, 2, 4, 8];

/** The snare roll before a drop: strokes double with every quarter of the section and grow louder. */
export function snareBuild(): Idiom {
  return ({ section }) => {
    const notes: Note[] = [];
    let beat = 0;
    while (beat < section.beats - 1e-6) {
      const progress = beat / section.beats;
      notes.push({ beat, length: 0.12, pitch: snare, velocity: 0.35 + 0.55 * progress });
      beat += 1 / (strokes[Math.floor(progress * strokes.length)] ?? 8);
    }
    return notes;
  };
}

/** Plays the second half of the section an octave higher, and grows louder throughout. */
export function climb(play: Idiom): Idiom {
  return (scene) =>
    play(scene).map((note) => {
      const progress = note.beat / scene.section.beats;
      const lifted = note.pitch + 12;
      return {
        ...note,
        pitch: progress >= 0.5 && lifted <= scene.instrument.range[1] ? lifted : note.pitch,
        velocity: note.velocity * (0.6 + 0.4 * progress),
      };
    });
}
