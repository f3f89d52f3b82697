import { ChordType, Interval, Note as Pitch, Scale } from "tonal";

/** A chord for a stretch of time. Pitch classes are 0..11 with C = 0. */
export interface Chord {
  /** As written in the style: "IIm7". */
  symbol: string;
  root: number;
  /** The pitch class in the bass, which differs from the root in "I/III". */
  bass: number;
  /** Pitch classes, root first. */
  tones: number[];
  /** First beat, relative to the progression's start. */
  start: number;
  beats: number;
}

const degrees: Record<string, number> = { I: 0, II: 2, III: 4, IV: 5, V: 7, VI: 9, VII: 11 };
const numeral = "([b#]?)(VII|VI|IV|V|III|II|I)";
const chordText = new RegExp(`^${numeral}([^/]*)(?:/${numeral})?$`);

export function pitchClass(value: number): number {
  return ((value % 12) + 12) % 12;
}

/** Pitch class of a note name such as "F#". Throws a RangeError if it is not a note. */
export function chromaOf(name: string): number {
  const { chroma } = Pitch.get(name);
  if (!Number.isInteger(chroma)) throw new RangeError(`"${name}" is not a note`);
  return chroma;
}

/** Pitch classes of a scale by its English name ("dorian", "major pentatonic"), tonic first. */
export function scaleTones(tonic: number, name: string): number[] {
  const { intervals } = Scale.get(name);
  if (intervals.length === 0) throw new RangeError(`No scale is called "${name}"`);
  return intervals.map((interval) => pitchClass(tonic + Interval.semitones(interval)));
}

function degree(accidental: string | undefined, roman: string | undefined): number {
  const shift = accidental === "b" ? -1 : accidental === "#" ? 1 : 0;
  return (degrees[roman ?? "I"] ?? 0) + shift;
}

/** Reads one chord in roman numerals counted from the major scale: "IIm7", "bVII", "I/III". */
export function readChord(symbol: string, tonic: number): Omit<Chord, "start" | "beats"> {
  const match = chordText.exec(symbol);
  const intervals = match ? ChordType.get(match[3] === "" ? "M" : (match[3] ?? "M")).intervals : [];
  if (!match || intervals.length === 0) throw new RangeError(`"${symbol}" is not a chord`);
  const root = pitchClass(tonic + degree(match[1], match[2]));
  const bass = match[5] ? pitchClass(tonic + degree(match[4], match[5])) : root;
  return {
    symbol,
    root,
    bass,
    tones: intervals.map((interval) => pitchClass(root + Interval.semitones(interval))),
  };
}

/**
 * Reads a progression in musicians' notation: bars between "|", the chords of a bar share it evenly, "%" repeats
 * the last chord. Starts and lengths are in beats, starts from the progression's beginning.
 */
export function readProgression(text: string, tonic: number, beatsPerBar: number): Chord[] {
  const chords: Chord[] = [];
  text.split("|").forEach((bar, barIndex) => {
    const symbols = bar.trim().split(/\s+/);
    const beats = beatsPerBar / symbols.length;
    symbols.forEach((symbol, i) => {
      const last = chords.at(-1);
      const start = barIndex * beatsPerBar + i * beats;
      if (symbol === "%" && last) chords.push({ ...last, start, beats });
      else chords.push({ ...readChord(symbol, tonic), start, beats });
    });
  });
  return chords;
}

/** Repeats a progression, cutting the last round, until it fills the given number of beats. */
export function fillBeats(progression: readonly Chord[], beats: number): Chord[] {
  const last = progression.at(-1);
  if (!last) throw new RangeError("A progression needs a chord");
  const round = last.start + last.beats;
  const filled: Chord[] = [];
  for (let offset = 0; offset < beats; offset += round) {
    for (const chord of progression) {
      const start = chord.start + offset;
      if (start < beats - 1e-6) {
        filled.push({ ...chord, start, beats: Math.min(chord.beats, beats - start) });
      }
    }
  }
  return filled;
}

/** The chord that sounds at a beat; the nearest chord before the first and after the last. */
export function chordAt(chords: readonly Chord[], beat: number): Chord {
  let found = chords[0];
  for (const chord of chords) if (chord.start <= beat + 1e-6) found = chord;
  if (!found) throw new RangeError("No chord sounds: the progression is empty");
  return found;
}
