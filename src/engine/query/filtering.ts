import { TEMPO_BANDS, LENGTH_BANDS } from "../../contract/filters.ts";
import type { FilterName, SearchFilters } from "../../contract/filters.ts";
import type { Key, Span } from "../../contract/understanding.ts";
import type { Column, TrackColumns } from "./columns.ts";
import { hasStretch } from "./stretches.ts";

/** All filters; the number of a name is that of its bit in `failing`. */
export const FILTER_NAMES = [
  ...(["length", "fits", "tempo", "keys", "energy", "vocals"] as const),
  ...(["catalogues", "licences", "playable", "tracks"] as const),
] as const satisfies readonly FilterName[];

/** The bit of a track that a request does not admit, whatever the filters. */
export const NOT_ADMITTED = 1 << FILTER_NAMES.length;

/** The bit of a filter. */
export const bitOf = (name: FilterName): number => 1 << FILTER_NAMES.indexOf(name);

/**
 * [tracks]: the bits of the filters that a track does not pass; 0 for one that passes all.
 * @param numberOf number of the track with an id
 */
export function failing(
  columns: TrackColumns,
  filters: SearchFilters,
  numberOf: (id: string) => number | undefined,
): Uint16Array {
  const fails = new Uint16Array(columns.offered.length);
  for (const name of FILTER_NAMES) {
    const passes = passing(name, filters, columns, numberOf);
    if (passes === null) continue;
    const bit = bitOf(name);
    for (let t = 0; t < fails.length; t += 1) if (!passes(t)) fails[t] = (fails[t] ?? 0) | bit;
  }
  return fails;
}

/** Whether a track passes. */
type Pass = (track: number) => boolean;

/** What passes a filter; null if it is not set. An empty list is no filter, but for `tracks`. */
function passing(
  name: FilterName,
  filters: SearchFilters,
  columns: TrackColumns,
  numberOf: (id: string) => number | undefined,
): Pass | null {
  switch (name) {
    case "length":
      return within(columns.seconds, filters.length, withinSpan);
    case "fits": {
      const { fits } = filters;
      return fits === undefined ? null : (t) => hasStretch(columns.borders, t, fits);
    }
    case "tempo":
      return within(columns.bpm, filters.tempo, filters.octaves === true ? inOctaves : withinSpan);
    case "keys":
      return among(columns.keys, filters.keys, admits);
    case "energy":
      return among(columns.energy, filters.energy, isSame);
    case "vocals":
      return among(columns.vocals, filters.vocals, isSame);
    case "catalogues":
      return among(columns.catalogues, filters.catalogues, isSame);
    case "licences":
      return among(columns.licences, filters.licences, isSame);
    case "playable":
      return filters.playable === true ? (t) => columns.local[t] === 1 : null;
    case "tracks": {
      if (filters.tracks === undefined) return null;
      const those = new Set(filters.tracks.map(numberOf));
      return (t) => those.has(t);
    }
  }
}

type InSpan = (value: number, span: Span) => boolean;

const withinSpan: InSpan = (value, { least, most }) =>
  value >= (least ?? -Infinity) && value <= (most ?? Infinity);

/** Whether a tempo, its half or its double lies within a span. */
const inOctaves: InSpan = (bpm, span) =>
  withinSpan(bpm, span) || withinSpan(bpm / 2, span) || withinSpan(bpm * 2, span);

/** Values of 0 are not known. */
function within(
  values: Float64Array,
  spans: readonly Span[] | undefined,
  isIn: InSpan,
): Pass | null {
  if (spans === undefined || spans.length === 0) return null;
  return (t) => {
    const value = values[t] ?? 0;
    return value > 0 && spans.some((span) => isIn(value, span));
  };
}

const isSame = (value: string, wanted: string): boolean => value === wanted;

/** Whether a key is one that was asked for. */
const admits = (key: Key, { tonic, mode }: Key): boolean =>
  key.tonic === tonic && (mode === null || key.mode === mode);

function among<V>(
  { values, of }: Column<V>,
  wanted: readonly V[] | undefined,
  isWanted: (value: V, wanted: V) => boolean,
): Pass | null {
  if (wanted === undefined || wanted.length === 0) return null;
  const passes = values.map((value) => wanted.some((each) => isWanted(value, each)));
  return (t) => passes[(of[t] ?? 0) - 1] === true;
}

/** In which of a few bands, which may overlap, each value lies: [tracks], a bit for each band. */
export interface BandColumn {
  readonly bands: readonly Span[];
  /** 0 if the value is not known. */
  readonly of: Uint8Array;
}

function bandsOf(values: Float64Array, bands: readonly Span[], isIn: InSpan): BandColumn {
  const of = new Uint8Array(values.length);
  values.forEach((value, t) => {
    if (value <= 0) return;
    bands.forEach((band, b) => {
      if (isIn(value, band)) of[t] = (of[t] ?? 0) | (1 << b);
    });
  });
  return { bands, of };
}

/** The bands of `LENGTH_BANDS`, and those of `TEMPO_BANDS` with and without half and double. */
export interface Bands {
  readonly length: BandColumn;
  readonly tempo: BandColumn;
  readonly octaves: BandColumn;
}

/** Puts lengths and tempos into the bands that are counted. */
export const prepareBands = ({ seconds, bpm }: TrackColumns): Bands => ({
  length: bandsOf(seconds, LENGTH_BANDS, withinSpan),
  tempo: bandsOf(bpm, TEMPO_BANDS, withinSpan),
  octaves: bandsOf(bpm, TEMPO_BANDS, inOctaves),
});
