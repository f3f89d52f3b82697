import type { FilterName, SearchFilters } from "../../contract/filters.ts";
import type { Energy, Vocals } from "../../contract/hearing.ts";
import type { Span } from "../../contract/understanding.ts";
import { clockTime } from "../../shared/clock-time.ts";
import { keyChoice } from "../filters/key-choices.ts";
import { joined, type SpanName } from "../filters/span-choices.ts";
import { count, exactLength } from "./format.ts";

/** Everything the panel says about filters. */
export const FILTERS = {
  title: "Filters",
  help: "Filter by length, tempo, key and more",
  reset: "Reset all",
  resetHelp: "Take all filters off",
  playable: "On this machine only",
  playableHelp: "Hide tracks you would have to download first",
  from: "From",
  to: "to",
  octaves: "Half and double too",
  octavesHelp: "A tempo of 90 then finds 45 and 180, too",
  noLocalResults: "No matching tracks on this machine",
  noLocalResultsNext: "“On this machine only” hides tracks you would have to download first.",
  showAll: "Show all tracks",
  toCome: "Known after the first search.",
  fieldHelp: {
    length: "Length as minutes:seconds, or in seconds",
    tempo: "Beats per minute",
  },
} as const;

export const HEADINGS: Readonly<Record<FilterName, string>> = {
  length: "Length",
  fits: "Fits",
  tempo: "Tempo",
  keys: "Key",
  energy: "Energy",
  vocals: "Vocals",
  catalogues: "Source",
  licences: "Licence",
  playable: "On this machine",
  tracks: "Chosen tracks",
};

export const ENERGY: Readonly<Record<Energy, string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
};

export const VOCALS: Readonly<Record<Vocals, string>> = {
  none: "None",
  some: "Some",
  sung: "Sung",
  choir: "Choir",
};

const VOCALS_CHIPS: Readonly<Record<Vocals, string>> = {
  none: "no vocals",
  some: "some vocals",
  sung: "sung",
  choir: "choir",
};

/** `12 left out: not known`, or as a warning of that: `12 not known`. */
export const unknownText = (unknown: number, isSet: boolean): string =>
  unknown === 0 ? "" : isSet ? `${unknown} left out: not known` : `${unknown} not known`;

/** `under 1 min`, `1–2 min`, `0:45–1:30`. */
export function lengthsText({ least, most }: Span): string {
  const isWhole = [least, most].every((end) => end === null || end % 60 === 0);
  const write = (seconds: number): string => (isWhole ? String(seconds / 60) : clockTime(seconds));
  return spanText({ least, most }, write) + (isWhole ? " min" : "");
}

/** `under 80`, `80–100`. */
export const temposText = (span: Span): string => spanText(span, String);

export const bandText = (name: SpanName, band: Span): string =>
  name === "length" ? lengthsText(band) : temposText(band);

function spanText({ least, most }: Span, write: (value: number) => string): string {
  if (least === null) return most === null ? "any" : `under ${write(most)}`;
  return most === null ? `over ${write(least)}` : `${write(least)}–${write(most)}`;
}

/** What a filter that is set asks for, short enough for a chip; empty if it is not set. */
export function filterText(filters: SearchFilters, name: FilterName): string {
  const { length = [], tempo = [], energy = [], vocals = [] } = filters;
  const { catalogues = [], licences = [], tracks = [] } = filters;
  const texts: Readonly<Record<FilterName, () => string>> = {
    length: () => either(joined(length).map(lengthsText)),
    fits: () => fitsText(filters.fits?.seconds ?? 0),
    tempo: () => `${either(joined(tempo).map(temposText))} BPM${octavesText(filters)}`,
    keys: () => keysText(filters),
    energy: () => `${either(energy)} energy`,
    vocals: () => either(vocals.map((one) => VOCALS_CHIPS[one])),
    catalogues: () => either(catalogues),
    licences: () => either(licences.map(licenceName)),
    playable: () => "on this machine only",
    tracks: () => `among ${count(tracks.length, "chosen track", "chosen tracks")}`,
  };
  return isSet(filters, name) ? texts[name]() : "";
}

const isSet = (filters: SearchFilters, name: FilterName): boolean => {
  const value = filters[name];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
};

/** `fits 0:30` */
export const fitsText = (seconds: number): string => `fits ${exactLength(seconds)}`;

const octavesText = ({ octaves }: SearchFilters): string =>
  octaves === true ? ", half or double" : "";

function keysText(filters: SearchFilters): string {
  const { tonics, mode } = keyChoice(filters);
  if (tonics.length === 0) return `${mode ?? "any"} keys`;
  return mode === null ? `key of ${either(tonics)}` : `${either(tonics)} ${mode}`;
}

/** Ids of licences are what people who clear music look for. */
export const licenceName = (id: string): string =>
  id === "unknown" ? "Licence unknown" : id === "" ? "Other licence" : id;

/** `low, medium or high`. */
const either = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;

/** `Drop “sung”: 42 tracks are left`. */
export const dropText = (filter: string, leaves: number): string =>
  `Drop “${filter}”: ${count(leaves, "track is", "tracks are")} left`;

/** `1–2 min, 312 tracks`: a choice as a screen reader says it. */
export const choiceLabel = (text: string, tracks: number | null): string =>
  tracks === null ? text : `${text}, ${count(tracks, "track", "tracks")}`;

/** Why there are no results, if not for the words. */
export const nothingFitsText = (filters: readonly string[]): string =>
  `No track fits ${filters.length === 1 ? "this" : "all of this"}: ${filters.join(", ")}.`;

/** What the button says: how many filters are set. */
export const filtersButtonText = (set: number): string =>
  set === 0 ? FILTERS.title : `${FILTERS.title} · ${set}`;
