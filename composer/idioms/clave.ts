import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";
import { voicings, type Hands } from "./harmony.ts";

/** Beats by which Cuban players anticipate the harmony. */
const ahead = 0.5;

/** The chord at a beat; past the section's end, the chord that follows it. */
function chordAround(scene: Scene, beat: number): Chord {
  return beat < scene.section.beats - 1e-6 ? chordAt(scene.chords, beat) : scene.following;
}

/**
 * A montuno: the salsa piano's broken chords, which take every chord half a beat early. Signs: o octaves on the top
 * voice, r octaves on the root, i the voices between. Strong sections add an octave above.
 */
export function montuno(levels: Levels<string>, hands: Hands = {}): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    const chords = voicings(scene, { voices: 3, ...hands });
    const [lowest, highest] = scene.instrument.range;
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).flatMap((hit) => {
      const now = chordAt(scene.chords, hit.beat);
      const voicing = chords.get(chordAround(scene, hit.beat + ahead)) ?? chords.get(now) ?? [];
      const chord = voicing === chords.get(now) ? now : chordAround(scene, hit.beat + ahead);
      const top = voicing.at(-1) ?? 72;
      const outer = hit.mark === "r" ? nearest(chord.root, top, lowest + 12, highest - 12) : top;
      const pitches =
        hit.mark === "i"
          ? voicing.slice(0, -1)
          : [outer - 12, outer, ...(scene.energy > 0.6 ? [outer + 12] : [])];
      return pitches.map((pitch): Note => ({
        beat: hit.beat,
        length: hit.length * 0.8,
        pitch,
        velocity: hit.mark === "i" ? 0.62 : 0.76,
      }));
    });
  };
}

/**
 * A tumbao: the bass avoids the one. It plays the fifth on the "and" of two, and on four the root of the next bar,
 * held over the bar line. Only a section's first bar begins on its root.
 */
export function tumbao(): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.sweet;
    const { bars, beats } = scene.section;
    const notes: Note[] = [];
    let last = scene.memory.pitch ?? low + 6;
    const rootOf = (chord: Chord): number => {
      last = nearest(chord.bass, (last + low + 6) / 2, low, high);
      return last;
    };
    for (let bar = 0; bar < bars; bar += 1) {
      const start = bar * scene.beatsPerBar;
      const first = chordAround(scene, start);
      const second = chordAround(scene, start + 2);
      if (bar === 0) notes.push({ beat: start, length: 1.3, pitch: rootOf(first), velocity: 0.8 });
      const moves = second.symbol !== first.symbol;
      const fifth = nearest(pitchClass(first.root + 7), last + 3, low, high);
      const tone = first.tones.includes(pitchClass(fifth)) ? fifth : last;
      const octave = last + 12 <= scene.instrument.range[1] && scene.rng.chance(0.15);
      const middle = moves ? rootOf(second) : octave ? last + 12 : tone;
      notes.push({ beat: start + 1.5, length: 1.35, pitch: middle, velocity: 0.74 });
      const next = rootOf(chordAround(scene, start + scene.beatsPerBar));
      const length = Math.min(2.3, beats - start - 3);
      notes.push({ beat: start + 3, length, pitch: next, velocity: 0.86 });
    }
    scene.memory.pitch = last;
    return notes;
  };
}
