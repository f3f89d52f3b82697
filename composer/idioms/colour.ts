import { chordAt, pitchClass } from "../lib/harmony.ts";
import { byEnergy, readPattern, type Levels } from "../lib/pattern.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom } from "../lib/style.ts";
import { voicings } from "./harmony.ts";

/** A guide line: a slow inner voice on thirds and sevenths, as violas and horns play behind a tune. */
export function guideLine({ octave = 0 }: { octave?: number } = {}): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.sweet;
    const centre = (low + high) / 2 + octave * 12;
    let last = scene.memory.pitch ?? Math.round(centre);
    const notes: Note[] = [];
    for (const chord of scene.chords) {
      const guides = [chord.tones[1], chord.tones[3], chord.tones[2]].filter(
        (tone) => tone !== undefined,
      );
      const pitches = guides
        .flatMap((tone) => [0, 12].map((up) => low + pitchClass(tone - low) + up))
        .filter((pitch) => pitch <= scene.instrument.range[1]);
      const from = last;
      const pitch = pitches.sort(
        (a, b) =>
          Math.abs(a - from) +
          Math.abs(a - centre) * 0.3 -
          (Math.abs(b - from) + Math.abs(b - centre) * 0.3),
      )[0];
      if (pitch === undefined) continue;
      const tied = notes.at(-1);
      if (tied?.pitch === pitch) tied.length += chord.beats;
      else notes.push({ beat: chord.start, length: chord.beats, pitch, velocity: 0.6 });
      last = pitch;
    }
    scene.memory.pitch = last;
    return notes;
  };
}

/** Single notes now and then, left to ring: bells, harp harmonics, sparse piano. */
export function sparse({
  everyBeats = 3,
  octave = 0,
  grace = 0.25,
}: { everyBeats?: number; octave?: number; grace?: number } = {}): Idiom {
  return (scene) => {
    const notes: Note[] = [];
    const [low, high] = scene.instrument.sweet;
    let beat = scene.rng.range(0, everyBeats * 0.6);
    let last = scene.memory.pitch ?? (low + high) / 2 + octave * 12;
    while (beat < scene.section.beats - 0.5) {
      const at = Math.round(beat * 2) / 2;
      const chord = chordAt(scene.chords, at);
      const tones = scene.rng.chance(0.7) ? chord.tones : scene.scale;
      const pitches = tones
        .flatMap((tone) => [0, 12, 24].map((up) => low + pitchClass(tone - low) + up))
        .filter((pitch) => pitch <= high + octave * 12 && pitch !== last);
      const from = last;
      const near = pitches.sort((a, b) => Math.abs(a - from) - Math.abs(b - from)).slice(0, 4);
      if (near.length === 0) break;
      const pitch = scene.rng.pick(near);
      const velocity = scene.rng.range(0.4, 0.68);
      notes.push({ beat: at, length: everyBeats * 1.4, pitch, velocity });
      if (scene.rng.chance(grace)) {
        const echo = scene.rng.pick(near);
        notes.push({ beat: at + 0.5, length: everyBeats, pitch: echo, velocity: velocity * 0.7 });
      }
      last = pitch;
      beat += everyBeats * scene.rng.range(0.6, 1.5);
    }
    scene.memory.pitch = last;
    return notes;
  };
}

/** Root and fifth held through the section, joined by the octave where it grows. */
export function drone({ low, fifth = true }: { low?: number; fifth?: boolean } = {}): Idiom {
  return (scene) => {
    const floor = Math.max(low ?? scene.instrument.sweet[0], scene.instrument.range[0]);
    const tonic = floor + pitchClass((scene.scale[0] ?? 0) - floor);
    const pitches = [
      tonic,
      ...(fifth ? [tonic + 7] : []),
      ...(scene.energy > 0.5 ? [tonic + 12] : []),
    ];
    return pitches.map((pitch): Note => ({
      beat: 0,
      length: scene.section.beats,
      pitch,
      velocity: 0.62,
    }));
  };
}

/** A cluster of neighbouring semitones that enter one after another, as strings play in horror films. */
export function cluster({ width = 4 }: { width?: number } = {}): Idiom {
  return (scene) => {
    const [low, high] = scene.instrument.sweet;
    const base = Math.round(low + (high - low) * scene.rng.range(0.3, 0.7));
    const beats = scene.section.beats;
    const notes: Note[] = [];
    for (let i = 0; i < width; i += 1) {
      const start = (beats * i * 0.5) / width;
      const up = scene.rng.chance(0.5) ? i : -i;
      const pitch = Math.max(low, Math.min(high, base + up));
      notes.push({ beat: start, length: beats - start, pitch, velocity: 0.45 + 0.07 * i });
    }
    return notes;
  };
}

/** An ostinato on chord tones: spiccato strings, sequenced synths, pulses. */
export function ostinato(
  levels: Levels<string>,
  { legato = 0.6, low, voices = 3 }: { legato?: number; low?: number; voices?: number } = {},
): Idiom {
  return (scene) => {
    const pattern = byEnergy(levels, scene.energy);
    const chords = voicings(scene, {
      voices,
      ...(low === undefined ? {} : { low, high: low + 19 }),
    });
    return readPattern(pattern, scene.beatsPerBar, scene.section.beats).map((hit): Note => {
      const voicing = chords.get(chordAt(scene.chords, hit.beat)) ?? [60];
      const index = Number.parseInt(hit.mark, 16);
      const pitch =
        (voicing[index % voicing.length] ?? 60) + 12 * Math.floor(index / voicing.length);
      return {
        beat: hit.beat,
        length: hit.length * legato,
        pitch: Math.min(pitch, scene.instrument.range[1]),
        velocity: hit.beat % 1 === 0 ? 0.76 : 0.58,
      };
    });
  };
}

/** A low or high hit on the section's first beat, repeated at an interval of bars. */
export function accents({ everyBars = 2, tone = 0, octave = 0 } = {}): Idiom {
  return (scene) => {
    const [low] = scene.instrument.sweet;
    const notes: Note[] = [];
    for (let bar = 0; bar < scene.section.bars; bar += everyBars) {
      const beat = bar * scene.beatsPerBar;
      const chord = chordAt(scene.chords, beat);
      const wanted = chord.tones[tone % chord.tones.length] ?? chord.root;
      const pitch = low + pitchClass(wanted - low) + 12 * octave;
      notes.push({ beat, length: scene.beatsPerBar * everyBars * 0.9, pitch, velocity: 0.78 });
    }
    return notes;
  };
}

/** A swelling roll through the section's last bars into the next one. */
export function rollInto({ beats = 4, tone = 0 } = {}): Idiom {
  return (scene) => {
    const [low] = scene.instrument.sweet;
    const pitch = low + pitchClass((scene.scale[tone] ?? 0) - low);
    const start = Math.max(0, scene.section.beats - beats);
    const count = Math.round((scene.section.beats - start) * 8);
    return Array.from({ length: count }, (_, i): Note => {
      const grown = i / count;
      return { beat: start + i / 8, length: 0.12, pitch, velocity: 0.25 + 0.6 * grown * grown };
    });
  };
}

/** Long sounds of nature that come and go without regard to the bar. */
export function nature({ everyBeats = 8 }: { everyBeats?: number } = {}): Idiom {
  return (scene) => {
    const notes: Note[] = [];
    let beat = scene.rng.range(0, everyBeats * 0.3);
    const [low, high] = scene.instrument.sweet;
    while (beat < scene.section.beats - 1) {
      const length = Math.min(everyBeats * scene.rng.range(0.9, 1.3), scene.section.beats - beat);
      const velocity = scene.rng.range(0.4, 0.62);
      notes.push({ beat, length, pitch: scene.rng.int(low, high), velocity });
      beat += everyBeats * scene.rng.range(0.8, 1.1);
    }
    return notes;
  };
}
