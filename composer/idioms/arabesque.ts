import { chordAt, pitchClass } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";

/** The scale without semitones: of two neighbours, the tone of the tonic chord is kept. */
function gapped(scale: readonly number[]): number[] {
  const triad = [scale[0], scale[2], scale[4]];
  const dropped = scale.flatMap((tone, i) => {
    const above = scale[(i + 1) % scale.length] ?? tone;
    return pitchClass(above - tone) === 1 ? [triad.includes(tone) ? above : tone] : [];
  });
  return scale.filter((tone) => !dropped.includes(tone));
}

/** Every pitch of the gapped scale in the instrument's best range, from low to high. */
function ladder(scene: Scene): number[] {
  const [low, high] = scene.instrument.sweet;
  const tones = gapped(scene.scale);
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((pitch) =>
    tones.includes(pitchClass(pitch)),
  );
}

/**
 * Free runs on a gapped scale, like a lark's song: they gather speed as they climb, hold a long note with a turn,
 * and fall back. They ignore the bar, with silences between them.
 * @param everyBeats sets the length of the silences, from a third to two thirds of it
 */
export function arabesque({ everyBeats = 9 } = {}): Idiom {
  return (scene) => {
    const { rng, section } = scene;
    const rungs = ladder(scene);
    const notes: Note[] = [];
    let beat = rng.range(0.5, 2);
    while (beat < section.beats - 3.5) {
      const climb = rng.int(4, 7);
      let at = rng.int(0, Math.max(0, rungs.length - climb - 2));
      let step = 0.5;
      for (let i = 0; i < climb; i += 1) {
        notes.push({ beat, length: step * 1.05, pitch: rungs[at] ?? 72, velocity: 0.4 + 0.04 * i });
        beat += step;
        step = Math.max(0.16, step * 0.8);
        at += i % 3 === 2 && rng.chance(0.5) ? -1 : 1;
      }
      const tones = chordAt(scene.chords, beat).tones;
      const peak = rungs[Math.min(at, rungs.length - 1)] ?? 72;
      const [low, high] = [rungs[0] ?? 60, rungs.at(-1) ?? 84];
      const held = tones
        .map((tone) => nearest(tone, peak, low, high))
        .reduce((best, next) => (Math.abs(next - peak) < Math.abs(best - peak) ? next : best));
      const length = Math.min(rng.range(1.5, 3), section.beats - beat);
      notes.push({ beat, length, pitch: held, velocity: 0.66 });
      beat += length;
      const falling = rungs.filter((pitch) => pitch < held).slice(-rng.int(2, 4));
      for (const pitch of falling.reverse()) {
        if (beat > section.beats - 0.4) break;
        notes.push({ beat, length: 0.36, pitch, velocity: 0.46 });
        beat += 0.34;
      }
      beat += everyBeats * rng.range(0.35, 0.7);
    }
    return notes;
  };
}
