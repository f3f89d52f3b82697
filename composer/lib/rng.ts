/** A source of random numbers, always the same for the same name. */
export interface Rng {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  range(low: number, high: number): number;
  /** Whole number in [low, high]. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One item of the list. Throws a RangeError if it is empty. */
  pick<T>(list: readonly T[]): T;
  /** Normally distributed with mean 0 and standard deviation 1, clipped at three deviations. */
  gauss(): number;
  shuffle<T>(list: readonly T[]): T[];
  /**
   * An independent source with its own name. Draws from it do not affect this one, so a new decision in one
   * part of a piece leaves every other part unchanged.
   */
  fork(name: string): Rng;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32, seeded with a name: small, fast and good enough for music. */
export function createRng(name: string): Rng {
  let state = hash(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  // FNV hashes of short names are alike, so the first outputs would be too; a few steps mix them.
  next();
  next();
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    range: (low, high) => low + next() * (high - low),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => {
      const item = list[int(0, list.length - 1)];
      if (item === undefined) throw new RangeError(`Nothing to pick from (${name})`);
      return item;
    },
    gauss: () => {
      const value = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(-3, Math.min(3, value));
    },
    shuffle: <T>(list: readonly T[]): T[] => {
      const order = list.map((item) => ({ item, rank: next() }));
      return order.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
    },
    fork: (child) => createRng(`${name}/${child}`),
  };
}
