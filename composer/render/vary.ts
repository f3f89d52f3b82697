import { createRng } from "../lib/rng.ts";

/** A General MIDI sound, as requested by a file. */
export interface ProgramChange {
  /** Zero-based; 9 holds the drums. */
  channel: number;
  /** Zero-based program, on the drum channel the kit. */
  program: number;
  bank: number;
}

/**
 * Replacements with the same label, so that labels stay true. A bright piano is a piano, but a picked bass has its
 * own label, so some replacements go one way only.
 */
const alike: Readonly<Record<number, number>> = {
  0: 1, // piano: grand, bright
  4: 5, // electric piano: tines, FM
  16: 17, // organ: drawbar, percussive
  33: 34, // electric bass: fingers, pick
  38: 39, // synth bass
  48: 49, // strings: fast, slow
  50: 51, // synth strings
  62: 63, // synth brass
  81: 80, // synth lead: saw, square
};

/** Kits with the same label: standard and room. */
const alikeKits: Readonly<Record<number, number>> = { 0: 8, 8: 0 };

/** The program to play: for half of the ids, another one with the same label; always the same for an id. */
export function variedProgram(id: string, { channel, program, bank }: ProgramChange): number {
  const other = (channel === 9 ? alikeKits : alike)[program];
  // Sounds of other banks have their own labels (a ukulele is a variation of the nylon guitar).
  if (other === undefined || bank !== 0) return program;
  return createRng(`vary ${id} ${channel}`).chance(0.5) ? other : program;
}
