import { pitchClass } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

/**
 * A climb by semitones through a section's last beats to the tonic on the next section's first beat, quicker and
 * louder as it rises. Notes overlap, so that bows and synths slur them into one line.
 * @param beats length of the climb, which covers an octave, or as much as the instrument's range allows
 */
export function riser({ beats = 8 } = {}): Idiom {
  return (scene) => {
    const { section, instrument, scale } = scene;
    const [low, high] = instrument.sweet;
    const base = low + pitchClass((scale[0] ?? 0) - low);
    const steps = Math.min(12, high - base);
    const span = Math.min(beats, section.beats);
    const start = section.beats - span;
    // The square root makes every step shorter than the one before.
    const beatOf = (i: number): number => start + span * Math.sqrt(i / steps);
    return Array.from({ length: steps }, (_, i): Note => {
      const beat = beatOf(i);
      const length = (beatOf(i + 1) - beat) * 1.1;
      return { beat, length, pitch: base + i, velocity: 0.3 + (0.55 * i) / steps };
    });
  };
}

/** A sound that swells into the next section, such as a reversed cymbal. It starts `beats` before the end. */
export function swellInto({ beats = 3 } = {}): Idiom {
  return ({ section, instrument }) => {
    const length = Math.min(beats, section.beats);
    const pitch = Math.round((instrument.sweet[0] + instrument.sweet[1]) / 2);
    return [{ beat: section.beats - length, length, pitch, velocity: 0.8 }];
  };
}
