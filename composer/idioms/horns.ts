import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";

/** Least distance of the second voice in semitones; anything closer than a minor third blurs the tune. */
const clearOfLead = 3;

/** The highest chord tone that is at least `gap` semitones below a pitch. */
function toneBelow(chord: Chord, pitch: number, gap: number): number {
  const distances = chord.tones.map((tone) => gap + pitchClass(pitch - gap - tone));
  return pitch - Math.min(...distances);
}

/** A tune with a horn section under it: close chord tones below every note, in the same rhythm. */
export function hornSection(tune: Idiom, { voices = 3 }: { voices?: number } = {}): Idiom {
  return (scene) =>
    tune(scene).flatMap((lead) => {
      const chord = chordAt(scene.chords, lead.beat);
      const stack: Note[] = [lead];
      for (let voice = 1; voice < voices; voice += 1) {
        const above = stack.at(-1) ?? lead;
        const pitch = toneBelow(chord, above.pitch, voice === 1 ? clearOfLead : 2);
        if (pitch < scene.instrument.range[0]) break;
        stack.push({ ...lead, pitch, velocity: above.velocity * 0.92 });
      }
      return stack;
    });
}
