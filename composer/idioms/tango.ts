import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

/** Length in beats of the drag into a downbeat. */
const dragBeats = 0.45;

/**
 * An arrastre: three rising semitones dragged into the first beat of every second bar, as double basses and left
 * hands play them to sharpen the marcato.
 */
export function arrastre(play: Idiom): Idiom {
  return (scene) =>
    play(scene).flatMap((note): Note[] => {
      const bar = note.beat / scene.beatsPerBar;
      const drags = note.beat > 0 && Math.abs(bar % 2) < 1e-6;
      if (!drags || note.pitch - 3 < scene.instrument.range[0]) return [note];
      const drag = [3, 2, 1].map((below, i): Note => ({
        beat: note.beat - (dragBeats * below) / 3,
        length: dragBeats / 3,
        pitch: note.pitch - below,
        velocity: note.velocity * (0.45 + 0.12 * i),
      }));
      return [...drag, note];
    });
}

/**
 * A tango's ending ("chan, chan"): in the bar before the last chord all players stop after the first half, strike
 * the dominant once on three, and are silent until the tonic.
 */
export function chanChan(play: Idiom): Idiom {
  return (scene) => {
    const notes = play(scene);
    if (scene.section.label !== "ending") return notes;
    const stroke = scene.section.beats - scene.beatsPerBar / 2;
    const before = notes.filter((note) => note.beat < stroke - 0.3);
    const struck = notes.filter((note) => Math.abs(note.beat - stroke) < 1e-6);
    return [
      ...before.map((note) => ({ ...note, length: Math.min(note.length, stroke - note.beat) })),
      ...struck.map((note) => ({ ...note, length: 0.4, velocity: 0.9 })),
    ];
  };
}
