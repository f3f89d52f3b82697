import { chordAt, pitchClass } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

const closedHat = 42;
const openHat = 46;
const slotsPerPhrase = 32;

/**
 * Hi-hats in quavers, with rolls of semiquavers, triplets, demisemiquavers or sextuplets in some slots. A piece
 * always rolls in the same slots, so that its beat is recognisable; more energy gives more rolls.
 */
export function hatRolls(): Idiom {
  return (scene) => {
    const plan = Array.from({ length: slotsPerPhrase }, (_, slot) => {
      const rng = scene.pieceRng.fork(`slot ${slot}`);
      // Rolls are more likely before the clap and before the bar line, where they drive forward.
      const pulls = slot % 4 === 3 ? 0.5 : slot % 8 === 2 ? 0.75 : 1;
      return {
        need: rng.next() * pulls,
        strokes: rng.pick([2, 3, 3, 4, 4, 6]),
        up: rng.chance(0.6),
      };
    });
    const density = 0.12 + 0.3 * scene.energy;
    const notes: Note[] = [];
    for (let slot = 0; slot * 0.5 < scene.section.beats - 1e-6; slot += 1) {
      const beat = slot * 0.5;
      const { need, strokes, up } = plan[slot % slotsPerPhrase] ?? {
        need: 1,
        strokes: 1,
        up: true,
      };
      const count = need < density ? strokes : 1;
      for (let i = 0; i < count; i += 1) {
        const grown = up ? i / count : 1 - i / count;
        const single = slot % 2 === 0 ? 0.74 : 0.56;
        const velocity = count === 1 ? single : 0.42 + 0.36 * grown;
        notes.push({ beat: beat + (i * 0.5) / count, length: 0.1, pitch: closedHat, velocity });
      }
      if (slot % slotsPerPhrase === slotsPerPhrase - 1 && scene.energy > 0.6)
        notes.push({ beat, length: 0.4, pitch: openHat, velocity: 0.6 });
    }
    return notes;
  };
}

/** Beats and semitones of one step of a glide, limited by the range of a pitch bend. */
const glideBeats = 0.18;
const glideSemitones = 2;

/** A glide between two pitches in bent steps; the last step is held for the remaining length. */
function glide(from: number, to: number, beat: number, length: number): Note[] {
  const direction = Math.sign(to - from);
  const steps = Math.ceil(Math.abs(to - from) / glideSemitones);
  return Array.from({ length: steps }, (_, i): Note => {
    const before = from + direction * glideSemitones * i;
    const last = i === steps - 1;
    const pitch = last ? to : before + direction * glideSemitones;
    const start = beat + i * glideBeats;
    return {
      beat: start,
      length: last ? Math.max(glideBeats, beat + length - start) : glideBeats,
      pitch,
      velocity: 0.8,
      scoop: before - pitch,
    };
  });
}

/**
 * An 808: the drum machine's long kick played as a bass. Signs: R root, F fifth below or above, 8 octave, U glide
 * from the root up to the octave, D glide from the octave down to the root.
 */
export function sub808(levels: Levels<string>): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.sweet;
    const pattern = byEnergy(levels, scene.energy);
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).flatMap((hit): Note[] => {
      const chord = chordAt(scene.chords, hit.beat);
      const root = nearest(chord.bass, low + 5, low, high);
      const octave = Math.min(root + 12, scene.instrument.range[1]);
      if (hit.mark === "U") {
        const wait = Math.max(0, hit.length - 8 * glideBeats);
        const held: Note = { beat: hit.beat, length: wait, pitch: root, velocity: 0.9 };
        return [
          ...(wait > 0 ? [held] : []),
          ...glide(root, octave, hit.beat + wait, hit.length - wait),
        ];
      }
      if (hit.mark === "D") return glide(octave, root, hit.beat, hit.length);
      const fifth = nearest(pitchClass(chord.root + 7), root, low, high);
      const pitch = hit.mark === "F" ? fifth : hit.mark === "8" ? octave : root;
      return [{ beat: hit.beat, length: hit.length * 0.97, pitch, velocity: 0.9 }];
    });
  };
}
