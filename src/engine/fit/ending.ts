/** Levels are kept so many times a second. */
const RATE = 20;
/** A track that is nowhere louder than this is silent, in dB. */
const NOTHING = -80;
/** What is so much softer than the loudest is silence, in dB. */
const SILENCE = 60;
/** A decay that is cut off so far below the loud parts is not missed, in dB. */
const UNHEARD = 42;
/** Decibels above it that cost 1. */
const HEARD = 16;
/** Silence at the end costs 1 for so many seconds, and so does a shorter decay. */
const SILENT_SECONDS = 0.9;
const SHORTER_SECONDS = 2.5;
/** Shortest and longest fade of an ending that is cut, in seconds. */
const SHORTEST_FADE = 0.08;
const LONGEST_FADE = 1.5;

/** How a track dies away. */
export interface Ending {
  /** Where it can no longer be heard, in seconds. */
  readonly end: number;
  /** What so many seconds of silence behind the music cost, or (below 0) so much less of the ending. */
  cost(silence: number): number;
  /** The fade with which it then ends, in seconds. */
  fadeOut(silence: number): number;
}

/** Listens to the end of a track. @param samples mono */
export function endingOf(samples: Float32Array, sampleRate: number): Ending {
  const levels = levelsOf(samples, sampleRate);
  const loudest = levels.reduce((most, level) => Math.max(most, level), -Infinity);
  let last = loudest < NOTHING ? -1 : levels.length - 1;
  while (last > 0 && (levels[last] ?? 0) < loudest - SILENCE) last -= 1;
  const end = Math.min(samples.length / sampleRate, (last + 1) / RATE);
  const loud = quantile(levels, 0.9);
  return {
    end,
    cost: (silence) => {
      if (silence >= 0) return silence / SILENT_SECONDS;
      const cut = Math.max(0, Math.floor((end + silence) * RATE));
      const level = Math.max(levels[cut] ?? -Infinity, levels[cut + 1] ?? -Infinity);
      return -silence / SHORTER_SECONDS + Math.max(0, (level - loud + UNHEARD) / HEARD);
    },
    fadeOut: (silence) =>
      silence >= 0 ? 0 : Math.max(SHORTEST_FADE, Math.min(LONGEST_FADE, -2 * silence)),
  };
}

/** In dB, RATE a second. */
function levelsOf(samples: Float32Array, sampleRate: number): Float32Array {
  const count = Math.max(1, Math.ceil((samples.length / sampleRate) * RATE));
  return Float32Array.from({ length: count }, (_, n) => {
    const from = Math.floor((n * sampleRate) / RATE);
    const to = Math.min(samples.length, Math.floor(((n + 1) * sampleRate) / RATE));
    let sum = 0;
    for (let i = from; i < to; i += 1) sum += (samples[i] ?? 0) ** 2;
    return 10 * Math.log10(sum / Math.max(1, to - from) + 1e-12);
  });
}

function quantile(values: Float32Array, share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
}
