import { chordAt, type Chord } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { voice } from "../lib/voicing.ts";

export interface Hands {
  voices?: number;
  /** Register; by default the middle of the instrument's best range. */
  low?: number;
  high?: number;
  rootless?: boolean;
}

/** The chord's voicing, moved as little as possible from the one before. */
function voiceFor(scene: Scene, chord: Chord, hands: Hands): number[] {
  const [sweetLow, sweetHigh] = scene.instrument.sweet;
  const lowest = scene.instrument.range[0];
  const low = Math.max(lowest, hands.low ?? Math.min(sweetLow, 60));
  const voicing = voice(
    chord,
    {
      voices: hands.voices ?? 4,
      low,
      high: Math.max(low + 14, hands.high ?? sweetHigh),
      ...(hands.rootless === undefined ? {} : { rootless: hands.rootless }),
    },
    scene.memory.voicing,
  );
  scene.memory.voicing = voicing;
  return voicing;
}

/** One voicing per chord of the scene, in order. */
export function voicings(scene: Scene, hands: Hands): Map<Chord, number[]> {
  const found = new Map<Chord, number[]>();
  let last: Chord | undefined;
  let lastVoicing: number[] = [];
  for (const chord of scene.chords) {
    const same = last?.symbol === chord.symbol && last.root === chord.root;
    lastVoicing = same ? lastVoicing : voiceFor(scene, chord, hands);
    found.set(chord, lastVoicing);
    last = chord;
  }
  return found;
}

/** Held chords; common tones are tied over, as string players would play them. */
export function pad(hands: Hands & { velocity?: number } = {}): Idiom {
  return (scene) => {
    const held = new Map<number, Note>();
    const notes: Note[] = [];
    for (const [chord, voicing] of voicings(scene, hands)) {
      for (const pitch of [...held.keys()]) if (!voicing.includes(pitch)) held.delete(pitch);
      for (const pitch of voicing) {
        const tied = held.get(pitch);
        if (tied) tied.length += chord.beats;
        else {
          const note: Note = {
            beat: chord.start,
            length: chord.beats,
            pitch,
            velocity: hands.velocity ?? 0.6,
          };
          held.set(pitch, note);
          notes.push(note);
        }
      }
    }
    return notes;
  };
}

/** Velocity of a sign: capitals are accented, small letters light. */
function weight(mark: string): number {
  if (mark === "X" || mark === "D") return 0.84;
  if (mark === "g" || mark === "m") return 0.4;
  return mark === "U" ? 0.66 : 0.68;
}

/**
 * Chords in a rhythm: stabs, comping, skanks, chops. Signs: X accented, x plain, g ghosted. For levels, see
 * `bassPattern`.
 */
export function comp(levels: Levels<string>, hands: Hands & { legato?: number } = {}): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    const chords = voicings(scene, hands);
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).flatMap((hit) =>
      (chords.get(chordAt(scene.chords, hit.beat)) ?? []).map((pitch): Note => ({
        beat: hit.beat,
        length: hit.length * (hands.legato ?? 0.85),
        pitch,
        velocity: weight(hit.mark),
      })),
    );
  };
}

/**
 * Strummed strings. Signs: D down, U up (fewer strings, from the top), m a damped stroke, d and u softer
 * strokes. The strings of a stroke sound one after the other, as the hand crosses them.
 */
export function strum(levels: Levels<string>, hands: Hands = {}): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    const chords = voicings(scene, { voices: 5, ...hands });
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).flatMap((hit) => {
      const voicing = chords.get(chordAt(scene.chords, hit.beat)) ?? [];
      const down = hit.mark.toUpperCase() === "D" || hit.mark === "m";
      const strings = down ? voicing : [...voicing].reverse().slice(0, 3);
      const soft = hit.mark === "d" || hit.mark === "u" ? 0.72 : 1;
      return strings.map((pitch, i): Note => ({
        beat: hit.beat + i * (down ? 0.022 : 0.016),
        length: hit.mark === "m" ? 0.08 : hit.length * 0.96,
        pitch,
        velocity: weight(hit.mark) * soft * (1 - i * 0.03),
      }));
    });
  };
}

/**
 * Broken chords. Digits pick a voice from the lowest (0) up, wrapping round; "b" takes the chord's bass an
 * octave or so lower. Every note rings until its voice is struck again or the chord changes.
 */
export function arpeggio(levels: Levels<string>, hands: Hands & { ring?: boolean } = {}): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    const chords = voicings(scene, hands);
    const [lowest] = scene.instrument.range;
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).map((hit): Note => {
      const chord = chordAt(scene.chords, hit.beat);
      const voicing = chords.get(chord) ?? [60];
      const bottom = voicing[0] ?? 60;
      let pitch: number;
      if (hit.mark === "b") {
        pitch = bottom - 12 + ((((chord.bass - bottom) % 12) + 12) % 12);
        if (pitch >= bottom) pitch -= 12;
        if (pitch < lowest) pitch += 12;
      } else {
        const index = Number.parseInt(hit.mark, 16);
        const turn = Math.floor(index / voicing.length);
        pitch = (voicing[index % voicing.length] ?? bottom) + 12 * turn;
        if (pitch > scene.instrument.range[1]) pitch -= 12;
      }
      const untilChange = chord.start + chord.beats - hit.beat;
      const strong = hit.beat % 1 === 0;
      return {
        beat: hit.beat,
        length: hands.ring === false ? hit.length * 0.8 : Math.min(untilChange, 3),
        pitch,
        velocity: hit.mark === "b" ? 0.72 : strong ? 0.66 : 0.56,
      };
    });
  };
}

/** Power chords of an electric guitar: root, fifth and octave; "x" rings, "m" is palm-muted. */
export function powerChords(levels: Levels<string>): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).flatMap((hit) => {
      const chord = chordAt(scene.chords, hit.beat);
      const root = 40 + ((((chord.root - 40) % 12) + 12) % 12);
      const muted = hit.mark === "m";
      return (muted ? [root, root + 7] : [root, root + 7, root + 12]).map((pitch): Note => ({
        beat: hit.beat,
        length: muted ? Math.min(0.16, hit.length) : hit.length * 0.95,
        pitch,
        velocity: muted ? 0.62 : weight(hit.mark),
      }));
    });
  };
}
