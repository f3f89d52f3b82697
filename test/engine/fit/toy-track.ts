import type { Structure } from "../../../src/contract/track.ts";
import type { WholeAudio } from "../../../src/engine/fit/whole-audio.ts";
import { audioOf } from "./memory-sink.ts";

/** Two seconds of four beats. */
export const BAR = 2;
/** Chords of four bars, in semitones above A. */
const CHORDS = [
  [0, 4, 7],
  [5, 9, 12],
  [7, 11, 14],
  [0, 4, 7],
] as const;
/** Sections in bars, and how loud they are. */
const SECTIONS = [
  { label: "intro", bars: 4, loud: 0.3 },
  { label: "verse", bars: 8, loud: 0.6 },
  { label: "chorus", bars: 8, loud: 1 },
  { label: "verse", bars: 8, loud: 0.6 },
  { label: "chorus", bars: 8, loud: 1 },
] as const;
const BARS = SECTIONS.reduce((sum, { bars }) => sum + bars, 0);
/** Seconds that the last chord rings. */
const RING = 3;

/** A song of 36 bars, with chords, a drum on each beat, and a chord at the end that rings. */
export function toyTrack({ channels = 2, sampleRate = 8000 } = {}): {
  audio: WholeAudio;
  structure: Structure;
} {
  const starts = SECTIONS.map((_, n) =>
    SECTIONS.slice(0, n).reduce((sum, { bars }) => sum + bars * BAR, 0),
  );
  const sectionAt = (at: number): number => starts.filter((start) => start <= at).length - 1;
  const sample = (at: number, channel: number): number => {
    const isEnd = at >= BARS * BAR;
    const bar = Math.floor(at / BAR);
    const beat = at % (BAR / 4);
    const loud = SECTIONS[sectionAt(Math.min(at, BARS * BAR - 0.01))]?.loud ?? 1;
    const decay = isEnd ? Math.exp(-2 * (at - BARS * BAR)) : Math.exp(-1.5 * (at % BAR));
    const chord = (CHORDS[isEnd ? 0 : bar % 4] ?? CHORDS[0]).reduce(
      (sum: number, semitones) => sum + Math.sin(2 * Math.PI * 220 * 2 ** (semitones / 12) * at),
      0,
    );
    // Noise by formula: a drum.
    const drum = isEnd ? 0 : Math.exp(-60 * beat) * Math.sin(9e4 * (beat + 0.01) ** 2);
    return loud * (0.15 * decay * chord + 0.25 * drum) * (channel === 0 ? 1 : 0.9);
  };
  return {
    audio: audioOf(BARS * BAR + RING, sample, { channels, sampleRate }),
    structure: {
      bars: Array.from({ length: BARS + 1 }, (_, n) => n * BAR),
      beatsPerBar: 4,
      sections: SECTIONS.map(({ label }, n) => ({ start: starts[n] ?? 0, label })),
    },
  };
}
