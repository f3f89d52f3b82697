import { pitchClass, type Chord } from "../lib/harmony.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";
import { nearest } from "../lib/voicing.ts";
import { sharedChance } from "./ensemble.ts";

/** Ranges of bass, tenor, alto and soprano, MIDI numbers. */
const ranges = [
  [43, 60],
  [48, 67],
  [55, 72],
  [60, 78],
] as const;

/** Pitches from bass to soprano. */
export type Parts = readonly [bass: number, tenor: number, alto: number, soprano: number];

const voiceNames = ["bass", "tenor", "alto", "soprano"] as const;
export type VoiceName = (typeof voiceNames)[number];

function pitchesOf(tones: readonly number[], voice: 0 | 1 | 2 | 3): number[] {
  const [low, high] = ranges[voice];
  const pitches: number[] = [];
  for (let pitch = low; pitch <= high; pitch += 1) {
    if (tones.includes(pitch % 12)) pitches.push(pitch);
  }
  return pitches;
}

/** Every correct way to set one chord for four voices. */
export function settingsOf(chord: Chord, leading: number): Parts[] {
  const [root, third, fifth, seventh] = chord.tones;
  const needed = [root, third, seventh].filter((tone) => tone !== undefined);
  const single = [leading, ...(seventh === undefined ? [] : [seventh])];
  const found: Parts[] = [];
  for (const bass of pitchesOf([chord.bass], 0)) {
    for (const tenor of pitchesOf(chord.tones, 1)) {
      if (tenor < bass) continue;
      for (const alto of pitchesOf(chord.tones, 2)) {
        if (alto <= tenor || alto - tenor > 12) continue;
        for (const soprano of pitchesOf(chord.tones, 3)) {
          if (soprano <= alto || soprano - alto > 12) continue;
          const parts = [bass, tenor, alto, soprano] as const;
          const count = (tone: number): number =>
            parts.filter((pitch) => pitch % 12 === tone).length;
          if (needed.some((tone) => count(tone) === 0)) continue;
          if (single.some((tone) => count(tone) > 1)) continue;
          // The fifth may be left out, or doubled once.
          if (fifth !== undefined && count(fifth) > 2) continue;
          found.push(parts);
        }
      }
    }
  }
  return found;
}

/** Cost of moving from one setting to the next by the rules of voice leading; 0 is perfect. */
export function stepCost(from: Parts, to: Parts, before: Chord, leading: number): number {
  let cost = 0;
  const seventh = before.tones[3];
  from.forEach((pitch, i) => {
    const now = to[i] ?? pitch;
    const move = now - pitch;
    const size = Math.abs(move);
    if (i === 3) cost += size === 0 ? 1.6 : size <= 2 ? 0 : size <= 4 ? 0.7 : size <= 7 ? 2.2 : 9;
    else if (i === 0) cost += size === 6 || size > 9 ? 4 : size * 0.15;
    else cost += size <= 2 ? size * 0.3 : size * 0.9;
    const voice = pitch % 12;
    if (voice === leading && before.tones.includes(voice) && now % 12 !== voice && move !== 1) {
      cost += i === 3 ? 8 : 3;
    }
    if (voice === seventh && !(move <= 0 && move >= -2)) cost += 6;
    for (let j = i + 1; j < 4; j += 1) {
      const gap = pitchClass((from[j] ?? 0) - pitch);
      const then = pitchClass((to[j] ?? 0) - now);
      // In parallel fifths and octaves, two voices merge into one.
      if (move !== 0 && (to[j] ?? 0) !== (from[j] ?? 0) && gap === then && (gap === 7 || gap === 0))
        cost += 40;
    }
    if (now > (from[i + 1] ?? Infinity) || now < (from[i - 1] ?? -Infinity)) cost += 5;
  });
  return cost;
}

/** Joins repeated chords into one. */
function merged(chords: readonly Chord[]): Chord[] {
  const out: Chord[] = [];
  for (const chord of chords) {
    const last = out.at(-1);
    if (last?.symbol === chord.symbol)
      out[out.length - 1] = { ...last, beats: last.beats + chord.beats };
    else out.push({ ...chord });
  }
  return out;
}

interface Path {
  cost: number;
  parts: Parts;
  from?: Path;
}

/** The cheapest path through all chords of a section (Viterbi). */
function setChorale(scene: Scene, chords: readonly Chord[]): Parts[] {
  const leading = pitchClass((scene.scale[0] ?? 0) + 11);
  const phrase = scene.beatsPerBar * 4;
  const chance = sharedChance(scene);
  let paths: Path[] = [];
  chords.forEach((chord, i) => {
    const before = chords[i - 1];
    const inPhrase = (chord.start % phrase) / phrase;
    const line = 67 + 7 * Math.sin(Math.PI * Math.min(1, inPhrase * 1.2));
    // Random preferences shape the tune: each soprano pitch has its own cost, the same at every return.
    const fancy = chance.fork(String(chord.start % (phrase * 2)));
    const liking = Array.from({ length: 12 }, () => fancy.range(0, 3.5));
    paths = settingsOf(chord, leading).map((parts): Path => {
      const soprano = parts[3];
      const degree = pitchClass(soprano - scene.section.transpose);
      const own = Math.abs(soprano - line) * 0.35 + (liking[degree] ?? 0);
      if (!before) return { cost: own, parts };
      let best: Path | undefined;
      let least = Infinity;
      for (const path of paths) {
        const cost = path.cost + stepCost(path.parts, parts, before, leading);
        if (cost < least) [best, least] = [path, cost];
      }
      return { cost: least + own, parts, ...(best ? { from: best } : {}) };
    });
    if (paths.length === 0) throw new RangeError(`Four voices cannot sing "${chord.symbol}"`);
  });
  let path: Path | undefined = paths.reduce<Path | undefined>(
    (best, each) => (best && best.cost <= each.cost ? best : each),
    undefined,
  );
  const way: Parts[] = [];
  for (; path; path = path.from) way.unshift(path.parts);
  return way;
}

/** The scale tone between two pitches a third apart, if there is one. */
function passingTone(from: number, to: number, scale: readonly number[]): number | undefined {
  const size = Math.abs(to - from);
  if (size < 3 || size > 4) return undefined;
  return [1, 2]
    .map((steps) => from + Math.sign(to - from) * steps)
    .find((tone) => scale.includes(tone % 12) && Math.abs(to - tone) <= 2);
}

/** One voice's notes; passing quavers of the scale fill its thirds. */
function singLine(
  name: VoiceName,
  line: readonly number[],
  chords: readonly Chord[],
  scale: readonly number[],
): Note[] {
  const notes: Note[] = [];
  const velocity = { bass: 0.68, tenor: 0.6, alto: 0.6, soprano: 0.74 }[name];
  let tied: Note | undefined;
  line.forEach((pitch, i) => {
    const chord = chords[i];
    if (!chord) return;
    const { start: beat, beats } = chord;
    // The lower voices hold common tones; the tune repeats them.
    if (tied?.pitch === pitch && name !== "soprano") tied.length = beat + beats - tied.beat;
    else {
      tied = { beat, length: beats * (beats >= 2 ? 0.9 : 0.97), pitch, velocity };
      notes.push(tied);
    }
    const between = beats === 1 ? passingTone(pitch, line[i + 1] ?? pitch, scale) : undefined;
    if (between !== undefined) {
      tied.length = beat + 0.5 - tied.beat;
      notes.push({ beat: beat + 0.5, length: 0.47, pitch: between, velocity: velocity * 0.9 });
    }
    // All voices breathe at the end of a phrase.
    if (between !== undefined || beats >= 2) tied = undefined;
  });
  return notes;
}

export interface ChoraleOptions {
  voices?: readonly VoiceName[];
  /** Octaves up or down, for pedals and descants. */
  octave?: number;
  /** From this energy on, passing quavers fill thirds. */
  passing?: number;
}

/**
 * Four-part hymn writing: a chord on every note, and a line for each voice. The rhythm is the progression's own (a
 * repeated chord is held). All players of a piece get the same setting, so that organ and choir agree.
 */
export function chorale({
  voices = voiceNames,
  octave = 0,
  passing = 2,
}: ChoraleOptions = {}): Idiom {
  return (scene) => {
    const chords = merged(scene.chords);
    const settings = setChorale(scene, chords);
    const [lowest, highest] = scene.instrument.range;
    // Notes outside the instrument's range are played an octave nearer.
    const at = (pitch: number): number => nearest(pitch, pitch + 12 * octave, lowest, highest);
    scene.memory.voicing = settings.at(-1)?.map(at) ?? [];
    return voices.flatMap((name) => {
      const line = settings.map((setting) => setting[voiceNames.indexOf(name)] ?? 60);
      const fills = scene.energy >= passing;
      return singLine(name, line, chords, fills ? scene.scale : []).map((note) => ({
        ...note,
        pitch: at(note.pitch),
      }));
    });
  };
}
