import { chordAt, pitchClass, type Chord } from "../lib/harmony.ts";
import { readBar, type Hit } from "../lib/pattern.ts";
import type { Rng } from "../lib/rng.ts";
import type { Note } from "../lib/score.ts";
import type { Idiom, Scene } from "../lib/style.ts";

export interface MelodyOptions {
  /** One-bar rhythms to build motifs from. */
  cells: readonly string[];
  /** Rhythms that close a phrase; they should be long and leave a breath. */
  cadence: readonly string[];
  /** 0 steps only .. 1 as many leaps as steps. */
  leap?: number;
  /** How often a plain note gets a neighbour or grace note when the theme returns. */
  ornament?: number;
  /** Probability of a slide into a long note. */
  scoop?: number;
  /** Sounding share of a note's length. */
  legato?: number;
  /** Octaves above or below the instrument's middle. */
  octave?: number;
  /** Bars in a phrase. */
  phrase?: 2 | 4;
  /** Whether to write a new line every time instead of repeating the theme. */
  improvise?: boolean;
  /** Rhythms for improvising in "solo" sections, which otherwise play the theme. */
  solo?: readonly string[];
  /** Whether to add a second voice a third or sixth below in strong sections. */
  thirds?: boolean;
}

/** A one-bar motif: its rhythm, and the move to each note from the one before, in scale steps. */
interface Motif {
  hits: Hit[];
  moves: number[];
}

function invent(cell: string, beatsPerBar: number, leap: number, rng: Rng): Motif {
  const hits = readBar(cell, beatsPerBar);
  let direction = rng.chance(0.55) ? 1 : -1;
  const moves = hits.map((_, i) => {
    if (i === 0) return 0;
    if (rng.chance(0.35)) direction = -direction;
    if (rng.chance(0.14)) return 0;
    return direction * (rng.chance(leap * 0.5) ? rng.pick([2, 2, 3, 4]) : 1);
  });
  return { hits, moves };
}

const phrasePlans = ["abac", "aabc", "abcc", "aaac"];

interface Theme {
  /** Motif of every bar of one phrase; the last closes it. */
  bars: Motif[];
  /** The answering phrase is the first phrase with this motif as its ending. */
  answer: Motif;
}

function makeTheme(scene: Scene, options: MelodyOptions, rng: Rng): Theme {
  const leap = options.leap ?? 0.3;
  const pool = rng.shuffle(options.cells);
  const motifs = new Map(
    ["a", "b", "c"].map((name, i) => [
      name,
      invent(pool[i % pool.length] ?? "x---", scene.beatsPerBar, leap, rng.fork(name)),
    ]),
  );
  const close = () => invent(rng.pick(options.cadence), scene.beatsPerBar, leap * 0.5, rng);
  const bars: Motif[] = [];
  const plan = rng.pick(phrasePlans);
  const length = options.phrase ?? 4;
  for (let bar = 0; bar < length - 1; bar += 1) {
    const motif = motifs.get(plan[bar] ?? "a");
    if (motif) bars.push(motif);
  }
  bars.push(close());
  return { bars, answer: close() };
}

/** Scale and chord tones, without the scale tones that clash with the chord. */
function usableTones(scale: readonly number[], chord: Chord): Set<number> {
  const foreign = chord.tones.filter((tone) => !scale.includes(tone));
  const kept = scale.filter(
    (tone) => !foreign.some((other) => [1, 11].includes(pitchClass(tone - other))),
  );
  return new Set([...kept, ...chord.tones]);
}

interface Aim {
  wanted: number;
  centre: number;
  low: number;
  high: number;
  strong: boolean;
  long: boolean;
  previous: number;
}

/** The pitch that suits line, chord and register best, by least cost. */
function choosePitch(aim: Aim, scale: readonly number[], chord: Chord, rng: Rng): number {
  let best = aim.previous;
  let bestCost = Infinity;
  for (const tone of usableTones(scale, chord)) {
    for (let pitch = aim.low + pitchClass(tone - aim.low); pitch <= aim.high; pitch += 12) {
      const inChord = chord.tones.includes(tone);
      const step = Math.abs(pitch - aim.previous);
      let cost = Math.abs(pitch - aim.wanted) * 0.6 + Math.abs(pitch - aim.centre) * 0.09;
      if (!inChord) cost += aim.strong ? 3 : step <= 2 ? 0.3 : 2.2;
      // A long note a half step above a chord tone sounds like a mistake.
      if (!inChord && aim.long) {
        cost += chord.tones.some((other) => pitchClass(tone - other) === 1) ? 5 : 1.5;
      }
      if (step > 9) cost += 3 + (step - 9) * 0.6;
      if (step === 0) cost += 0.7;
      cost += rng.next() * 0.25;
      if (cost < bestCost) {
        best = pitch;
        bestCost = cost;
      }
    }
  }
  return best;
}

/** Approximate number of semitones in a number of scale steps. */
function stepsToSemitones(steps: number, scale: readonly number[]): number {
  return (steps * 12) / scale.length;
}

interface Register {
  low: number;
  high: number;
  centre: number;
}

function registerFor(scene: Scene, octave: number): Register {
  const [rangeLow, rangeHigh] = scene.instrument.range;
  const [sweetLow, sweetHigh] = scene.instrument.sweet;
  // A climax lies higher, as far as the instrument's range allows.
  const lift = scene.section.label === "climax" ? 4 : scene.section.label === "break" ? -3 : 0;
  const shift = octave * 12 + lift;
  const low = Math.max(rangeLow, sweetLow + shift);
  const high = Math.min(rangeHigh, sweetHigh + shift);
  return { low: Math.min(low, high - 12), high, centre: (low + high) / 2 };
}

function decorate(note: Note, above: number, rng: Rng): Note[] {
  if (note.length < 0.9) {
    const grace: Note = { ...note, beat: note.beat - 0.08, length: 0.08, pitch: above };
    return note.beat > 0.1 ? [{ ...grace, velocity: note.velocity * 0.7 }, note] : [note];
  }
  // Turns a long note into note, upper neighbour, note.
  const split = rng.chance(0.5) ? 0.5 : 0.25;
  const head = note.length - split * 2;
  return [
    { ...note, length: head },
    {
      ...note,
      beat: note.beat + head,
      length: split,
      pitch: above,
      velocity: note.velocity * 0.85,
    },
    { ...note, beat: note.beat + head + split, length: split, velocity: note.velocity * 0.8 },
  ];
}

/**
 * A tune: motifs that return and answer each other in phrases that rise, fall and breathe. The same theme letter
 * gives the same tune in every section of the piece; only register, ornament and strength change.
 */
export function melody(plan: MelodyOptions): Idiom {
  return (scene) => {
    const { beatsPerBar, section } = scene;
    const options =
      section.label === "solo" && plan.solo
        ? { ...plan, cells: plan.solo, improvise: true, thirds: false }
        : plan;
    const seed = options.improvise ? scene.rng : scene.pieceRng.fork(`theme ${section.theme}`);
    const theme = makeTheme(scene, options, seed);
    const register = registerFor(scene, options.octave ?? 0);
    const span = (register.high - register.low) * 0.42;
    const ornament =
      section.label === "variation" || section.label === "climax" ? (options.ornament ?? 0) : 0;
    const choice = seed.fork("choice");
    const notes: Note[] = [];
    const phraseLength = theme.bars.length;
    let previous = Math.round(register.centre);
    for (let bar = 0; bar < section.bars; bar += 1) {
      const inPhrase = bar % phraseLength;
      const closing = inPhrase === phraseLength - 1 || bar === section.bars - 1;
      const answering = Math.floor(bar / phraseLength) % 2 === 1;
      const motif = closing
        ? answering
          ? theme.answer
          : (theme.bars.at(-1) ?? theme.answer)
        : (theme.bars[inPhrase] ?? theme.answer);
      motif.hits.forEach((hit, i) => {
        const beat = bar * beatsPerBar + hit.beat;
        const chord = chordAt(scene.chords, beat);
        // A phrase is an arch: it rises for about two thirds, then returns home.
        const progress = (inPhrase + hit.beat / beatsPerBar) / phraseLength;
        const arch = Math.sin(Math.PI * Math.min(1, progress * 1.15)) - 0.35;
        const centre = register.centre + arch * span * (answering ? 1.15 : 0.85);
        const moved = previous + stepsToSemitones(motif.moves[i] ?? 0, scene.scale);
        const lastOfPhrase = closing && i === motif.hits.length - 1;
        const tonic = scene.scale[0] ?? 0;
        const home = previous - 6 + pitchClass(tonic - (previous - 6));
        const resolves = lastOfPhrase && answering && chord.tones.includes(tonic);
        const wanted = resolves ? home : i === 0 ? (moved + centre) / 2 : moved;
        const strong = hit.beat % 1 === 0 && (hit.beat % 2 === 0 || hit.length >= 1);
        const pitch = choosePitch(
          {
            wanted,
            centre,
            low: register.low,
            high: register.high,
            strong: strong || lastOfPhrase,
            long: hit.length >= 1,
            previous,
          },
          scene.scale,
          chord,
          choice,
        );
        const note: Note = {
          beat,
          length: hit.length * (options.legato ?? 0.94),
          pitch,
          velocity: 0.62 + 0.16 * arch + (hit.beat === 0 ? 0.07 : 0) + (hit.mark === "X" ? 0.1 : 0),
        };
        if (hit.length >= 0.75 && scene.rng.chance(options.scoop ?? 0)) note.scoop = -1.2;
        const above = [1, 2].find((up) => scene.scale.includes(pitchClass(pitch + up))) ?? 2;
        const reachable = pitch + above <= scene.instrument.range[1];
        if (reachable && scene.rng.chance(ornament))
          notes.push(...decorate(note, pitch + above, scene.rng));
        else notes.push(note);
        previous = pitch;
      });
    }
    if (options.thirds && scene.energy > 0.6) notes.push(...secondVoice(notes, scene));
    scene.memory.pitch = previous;
    return notes;
  };
}

/** Follows a tune in thirds or sixths below, within the scale. */
function secondVoice(tune: readonly Note[], scene: Scene): Note[] {
  return tune.flatMap((note) => {
    const chord = chordAt(scene.chords, note.beat);
    const usable = usableTones(scene.scale, chord);
    const down = [3, 4, 8, 9, 5].find((gap) => usable.has(pitchClass(note.pitch - gap)));
    if (down === undefined || note.pitch - down < scene.instrument.range[0]) return [];
    return [{ ...note, pitch: note.pitch - down, velocity: note.velocity * 0.8 }];
  });
}
