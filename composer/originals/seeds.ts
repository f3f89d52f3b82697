/** The catalogue's first seed. Corpora use lower seeds, so they share no piece with the catalogue. */
const firstSeed = 900_000_000;
export const lastCorpusSeed = firstSeed - 1;

const seedsPerSlot = 1000;

/** The seeds of a slot's first pieces. */
export function seedsOf(slot: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => firstSeed + slot * seedsPerSlot + i);
}

/** The place in the programme to which a seed belongs. */
export function slotOf(seed: number): number {
  return Math.floor((seed - firstSeed) / seedsPerSlot);
}
