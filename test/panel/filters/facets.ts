import { LENGTH_BANDS, TEMPO_BANDS, type Facets } from "../../../src/contract/filters.ts";

/** Counts of 100 tracks, some of which nobody knows everything about. */
export const FACETS: Facets = {
  length: { counts: LENGTH_BANDS.map((value, at) => ({ value, count: 10 * at })), unknown: 0 },
  tempo: { counts: TEMPO_BANDS.map((value, at) => ({ value, count: 5 * at })), unknown: 50 },
  keys: {
    counts: [
      { value: { tonic: "C", mode: "major" }, count: 7 },
      { value: { tonic: "C", mode: "minor" }, count: 3 },
      { value: { tonic: "F#", mode: "minor" }, count: 2 },
      { value: { tonic: "D", mode: "dorian" }, count: 1 },
    ],
    unknown: 87,
  },
  energy: { counts: [{ value: "low", count: 60 }], unknown: 40 },
  vocals: { counts: [{ value: "none", count: 90 }], unknown: 10 },
  catalogues: {
    counts: [
      { value: "originals", count: 60 },
      { value: "incompetech", count: 40 },
    ],
    unknown: 0,
  },
  licences: { counts: [{ value: "CC0-1.0", count: 100 }], unknown: 0 },
  playable: 60,
};
