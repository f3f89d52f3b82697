import { DIGITS } from "./digits.ts";

/** Values of a curve: as many as a row of the panel can show. */
export const ENERGY_VALUES = 32;
const LOUDEST = 0;
const SOFTEST = LOUDEST - (DIGITS.length - 1);

/**
 * Codes the loudness of stretches of a track, in one character each: whole LUFS from -63 to 0.
 * @param lufs of equal stretches; -Infinity for silence
 */
export function packEnergy(lufs: readonly number[]): string {
  return lufs
    .map((value) => {
      const kept = Math.round(Math.max(SOFTEST, Math.min(LOUDEST, value)));
      return DIGITS.charAt(kept - SOFTEST);
    })
    .join("");
}

/** The loudness of each stretch, in LUFS. */
export function unpackEnergy(packed: string): number[] {
  return Array.from(packed, (digit) => Math.max(0, DIGITS.indexOf(digit)) + SOFTEST);
}
