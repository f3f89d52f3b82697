/**
 * How often each word was right: (right + 1) / (said + 2), so that few cases promise little. Light,
 * colour and moods of 145 photographs with written moods, motion of rendered shots with known speeds
 * (`npm run measure:light`). Words that no photograph shows by itself, since they need motion, have
 * the 1 / 2 of no case at all.
 */
export const RELIABILITY: Readonly<Record<string, number>> = {
  daylight: 12 / 15,
  overcast: 3 / 5,
  "golden hour": 2 / 4,
  "blue hour": 2 / 4,
  "at night": 3 / 4,
  dark: 11 / 12,
  bright: 11 / 13,
  warm: 22 / 24,
  cold: 6 / 7,
  colourful: 31 / 32,
  "black and white": 14 / 15,
  "static shot": 21 / 23,
  "slow movement": 41 / 42,
  movement: 59 / 60,
  "fast movement": 21 / 22,
  "moving camera": 100 / 101,
  calm: 65 / 104,
  mysterious: 12 / 20,
  sombre: 7 / 13,
};

/** For words that were not measured. */
export const UNMEASURED = 1 / 2;

/**
 * Confidence from which on a word is said: the least, in steps of 0.05, that has four of five words
 * right on one half of the photographs, as stills and as pans (`npm run measure:sight`). A word that
 * was not measured must be entirely plain.
 */
export const SURE = 1 / 2;
