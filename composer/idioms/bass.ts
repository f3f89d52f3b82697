import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

function thirdOf(chord: Chord): number {
  return chord.tones[1] ?? chord.root;
}

function fifthOf(chord: Chord): number {
  const perfect = pitchClass(chord.root + 7);
  return chord.tones.includes(perfect) ? perfect : (chord.tones[2] ?? chord.root);
}

function chordAfter(scene: Scene, beat: number): Chord {
  const now = chordAt(scene.chords, beat);
  return scene.chords.find((chord) => chord.start > now.start + 1e-6) ?? scene.following;
}

/**
 * The root's octave on this instrument: close to the last root, but biased towards the bottom, so that a line
 * neither leaps about nor climbs out of the bass.
 */
function rootPitch(chord: Chord, scene: Scene): number {
  const [low, high] = scene.instrument.sweet;
  const lowest = low + pitchClass(chord.bass - low);
  const last = scene.memory.pitch ?? low + 5;
  const upper = lowest + 12;
  const pull = 4;
  const climbs = upper <= high && Math.abs(upper - last) + pull < Math.abs(lowest - last);
  const root = climbs ? upper : lowest;
  scene.memory.pitch = root;
  return root;
}

function pitchFor(mark: string, root: number, chord: Chord, scene: Scene, beat: number): number {
  const [low, high] = scene.instrument.range;
  switch (mark.toUpperCase()) {
    case "8":
      return root + 12 <= high ? root + 12 : root;
    case "5":
      return nearest(fifthOf(chord), root + 7 <= high ? root + 4 : root - 4, low, high);
    case "3":
      return nearest(thirdOf(chord), root + 3, low, high);
    case "7": {
      const seventh = chord.tones[3] ?? pitchClass(chord.root + 10);
      return nearest(seventh, root + 9, low, high);
    }
    case "A": {
      // A half step below (or above) the next root leads into the chord.
      const next = nearest(chordAfter(scene, beat).bass, root, low, high);
      return next - 1 >= low ? next - 1 : next + 1;
    }
    default:
      return root;
  }
}

/**
 * Bass from patterns. Signs: R root, 5 fifth, 8 octave, 3 third, 7 seventh, A half step into the next chord;
 * small letters are soft ghost notes. With several levels, the section's energy chooses one.
 */
export function bassPattern(
  levels: Levels<string>,
  { legato = 0.92 }: { legato?: number } = {},
): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).map((hit): Note => {
      const chord = chordAt(scene.chords, hit.beat);
      const root = rootPitch(chord, scene);
      const ghost = hit.mark === "r" || hit.mark === "x";
      return {
        beat: hit.beat,
        length: hit.length * (ghost ? 0.45 : legato),
        pitch: pitchFor(hit.mark, root, chord, scene, hit.beat),
        velocity: ghost ? 0.42 : hit.beat % scene.beatsPerBar === 0 ? 0.86 : 0.75,
      };
    });
  };
}

/** A walking bass: four to the bar, chord tones on the strong beats, a half or whole step into every new chord. */
export function walkingBass(): Idiom {
  return (scene) => {
    const notes: Note[] = [];
    const [low, high] = scene.instrument.sweet;
    let last = scene.memory.pitch ?? low + 7;
    for (let beat = 0; beat < scene.section.beats; beat += 1) {
      const chord = chordAt(scene.chords, beat);
      const next = chordAfter(scene, beat);
      const beforeChange = beat + 1 >= chord.start + chord.beats - 1e-6;
      let pitch: number;
      if (Math.abs(beat - chord.start) < 1e-6) pitch = nearest(chord.bass, last, low, high);
      else if (beforeChange) {
        const goal = nearest(next.bass, last, low, high);
        pitch = goal + (last > goal ? 1 : -1) * (scene.rng.chance(0.7) ? 1 : 2);
      } else {
        const tones = [thirdOf(chord), fifthOf(chord), chord.root];
        const choices = tones
          .map((tone) => nearest(tone, last + scene.rng.pick([-3, 3, 4]), low, high))
          .filter((choice) => choice !== last);
        pitch = scene.rng.pick(choices.length > 0 ? choices : [last]);
      }
      notes.push({ beat, length: 0.9, pitch, velocity: beat % 2 === 1 ? 0.84 : 0.76 });
      // A skip before the beat keeps the line moving.
      if (scene.rng.chance(0.12)) {
        notes.push({ beat: beat + 0.5, length: 0.3, pitch, velocity: 0.45 });
      }
      last = pitch;
    }
    scene.memory.pitch = last;
    return notes;
  };
}

/** The root held under the harmony, with its octave on request: for strings and drones. */
export function pedalBass({ octave = false }: { octave?: boolean } = {}): Idiom {
  return (scene) => {
    const notes: Note[] = [];
    for (const chord of scene.chords) {
      const root = rootPitch(chord, scene);
      const previous = notes.at(-1);
      if (previous?.pitch === root) previous.length += chord.beats;
      else notes.push({ beat: chord.start, length: chord.beats, pitch: root, velocity: 0.7 });
      if (octave && root + 12 <= scene.instrument.range[1]) {
        notes.push({ beat: chord.start, length: chord.beats, pitch: root + 12, velocity: 0.5 });
      }
    }
    return notes;
  };
}
