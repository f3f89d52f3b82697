import type { Instrument } from "./instruments.ts";

/** One note. Beats are quarter notes from the start of the piece. */
export interface Note {
  beat: number;
  /** In beats. */
  length: number;
  /** MIDI number, 60 = middle C; on the drum channel the General MIDI percussion key. */
  pitch: number;
  /** 0..1. */
  velocity: number;
  /** Semitones from the pitch to the start of a slide into it; negative is below. */
  scoop?: number;
}

/** A MIDI controller value (0..127) at a beat. */
export interface Control {
  beat: number;
  controller: number;
  value: number;
}

/** A pitch bend in semitones (-2..2) at a beat. */
export interface Bend {
  beat: number;
  semitones: number;
}

/** A part's role in the piece, which decides how it ends and how loud it is. */
export type Role = "melody" | "counter" | "harmony" | "bass" | "drums" | "colour";

/** One player's notes throughout the piece. */
export interface Track {
  /** An editor's word for it: "banjo", "drums". */
  label: string;
  role: Role;
  instrument: Instrument;
  notes: Note[];
  controls: Control[];
  bends: Bend[];
  /** 0 left, 64 centre, 127 right. */
  pan: number;
  /** 0..127. */
  volume: number;
  /** Reverb send 0..127. */
  reverb: number;
}

export type SectionLabel =
  "intro" | "statement" | "variation" | "solo" | "build" | "break" | "climax" | "ending";

/** A section of the form, planned before any note is written. */
export interface Section {
  label: SectionLabel;
  /** The theme and progression that it uses, of the piece's two. */
  theme: "a" | "b";
  bars: number;
  /** First beat. */
  start: number;
  /** Length in beats. */
  beats: number;
  /** How hard it is played and how many players join in, 0..1. */
  energy: number;
  /** Semitones above the home key. */
  transpose: number;
}

export interface TempoMark {
  beat: number;
  bpm: number;
}

/** A finished piece, before it is written as MIDI. */
export interface Score {
  tempo: TempoMark[];
  metre: string;
  sections: Section[];
  tracks: Track[];
  /** Beat at which the last sound has rung out. */
  end: number;
}

/** The time of a beat in seconds from the start. */
export function secondsAt(score: Pick<Score, "tempo">, beat: number): number {
  let seconds = 0;
  score.tempo.forEach((mark, i) => {
    const until = Math.min(beat, score.tempo[i + 1]?.beat ?? Infinity);
    if (until > mark.beat) seconds += ((until - mark.beat) * 60) / mark.bpm;
  });
  return seconds;
}
