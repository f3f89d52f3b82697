import type { FacetCount, Facets, FilterName, SearchFilters } from "../../contract/filters.ts";
import { EnergySchema, VocalsSchema } from "../../contract/hearing.ts";
import type { SearchAnswer } from "../../contract/search.ts";
import type { Span } from "../../contract/understanding.ts";
import {
  ENERGY,
  FILTERS,
  HEADINGS,
  VOCALS,
  bandText,
  filterText,
  licenceName,
} from "../words/filters.ts";
import { MODES, TONICS, keyChoice, keyCount, toggleMode, toggleTonic } from "./key-choices.ts";
import { BANDS, bandCount, hasBand, ownSpan, toggleBand, type SpanName } from "./span-choices.ts";
import { toggleValue, without } from "./with-values.ts";

/** Something that can be pressed: a value of a filter. */
export interface FilterChoice {
  readonly text: string;
  /** What it means, where that is not plain. */
  readonly help?: string;
  /** How many tracks there are with it; null if that was not counted. */
  readonly count: number | null;
  readonly isOn: boolean;
  /** The filters once it is pressed. */
  readonly leadsTo: SearchFilters;
}

/** A filter, as it is offered. */
export interface FilterGroup {
  readonly name: FilterName;
  readonly choices: readonly FilterChoice[];
  /** A second row of them. */
  readonly more: readonly FilterChoice[];
  /** For tracks of which this is not known. */
  readonly unknown: number;
  readonly isSet: boolean;
  /** Where a stretch can be written: what stands there. */
  readonly own: OwnSpan | null;
}

/** A stretch that the editor writes. */
export interface OwnSpan {
  readonly name: SpanName;
  /** What is written; null if nothing. */
  readonly span: Span | null;
  /** The filters that it is changed in. */
  readonly within: SearchFilters;
}

/** A filter that is set. */
export interface SetFilter {
  readonly name: FilterName;
  readonly text: string;
}

/** What the panel shows of its filters. */
export interface FiltersView {
  readonly isOpen: boolean;
  readonly filters: SearchFilters;
  readonly groups: readonly FilterGroup[];
  /** In the order of the groups. */
  readonly set: readonly SetFilter[];
  /** How many tracks there are on this machine; null if that was not counted. */
  readonly playable: number | null;
  /** Where the filters have emptied the list: the one to drop, and how many tracks that leaves. */
  readonly emptiedBy: (SetFilter & { readonly leaves: number }) | null;
}

/** Values that have been counted once: they stay where they are, whatever is filtered. */
export interface KnownValues {
  readonly catalogues: readonly string[];
  readonly licences: readonly string[];
}

/** What a search was last answered, with the filters as they are now. */
export function filtersView(
  filters: SearchFilters,
  answer: SearchAnswer | null,
  { isOpen, known }: { readonly isOpen: boolean; readonly known: KnownValues },
): FiltersView {
  const facets = answer?.facets ?? null;
  const set = (Object.keys(HEADINGS) as FilterName[])
    .map((name) => ({ name, text: filterText(filters, name) }))
    .filter(({ text }) => text !== "");
  const emptied = answer?.emptiedBy ?? null;
  const dropped = set.find(({ name }) => name === emptied?.filter);
  return {
    ...{ isOpen, filters, set },
    groups: groupsOf(filters, facets, known).map((group) => ({
      ...group,
      isSet: set.some(({ name }) => name === group.name),
    })),
    playable: facets?.playable ?? null,
    emptiedBy:
      emptied === null || dropped === undefined ? null : { ...dropped, leaves: emptied.leaves },
  };
}

function groupsOf(filters: SearchFilters, facets: Facets | null, known: KnownValues) {
  const group = (
    name: keyof Facets & FilterName,
    choices: readonly FilterChoice[],
    rest: Partial<FilterGroup> = {},
  ) => {
    const facet = facets === null || name === "playable" ? null : facets[name];
    return { name, choices, more: [], unknown: facet?.unknown ?? 0, own: null, ...rest };
  };
  const spans = (name: SpanName) => ({
    own: { name, span: ownSpan(filters, name), within: filters },
  });
  return [
    group("length", bands(filters, facets, "length"), spans("length")),
    group("tempo", bands(filters, facets, "tempo"), {
      ...spans("tempo"),
      more: [octaves(filters)],
    }),
    group("keys", tonics(filters, facets), { more: modes(filters, facets) }),
    group(
      "energy",
      values(filters, facets, "energy", EnergySchema.options, (one) => ENERGY[one]),
    ),
    group(
      "vocals",
      values(filters, facets, "vocals", VocalsSchema.options, (one) => VOCALS[one]),
    ),
    group("catalogues", values(filters, facets, "catalogues", known.catalogues, String)),
    group("licences", values(filters, facets, "licences", known.licences, licenceName)),
  ];
}

const bands = (filters: SearchFilters, facets: Facets | null, name: SpanName): FilterChoice[] =>
  BANDS[name].map((band) => ({
    text: bandText(name, band),
    count: bandCount(facets, name, band),
    isOn: hasBand(filters, name, band),
    leadsTo: toggleBand(filters, name, band),
  }));

function octaves(filters: SearchFilters): FilterChoice {
  const isOn = filters.octaves === true;
  return {
    ...{ text: FILTERS.octaves, help: FILTERS.octavesHelp, count: null, isOn },
    leadsTo: isOn ? without(filters, "octaves") : { ...filters, octaves: true },
  };
}

function tonics(filters: SearchFilters, facets: Facets | null): FilterChoice[] {
  const { tonics, mode } = keyChoice(filters);
  return TONICS.map((tonic) => ({
    text: tonic,
    count: keyCount(facets, (key) => key.tonic === tonic && (mode === null || key.mode === mode)),
    isOn: tonics.includes(tonic),
    leadsTo: toggleTonic(filters, tonic),
  }));
}

function modes(filters: SearchFilters, facets: Facets | null): FilterChoice[] {
  const { tonics, mode: chosen } = keyChoice(filters);
  return MODES.map((mode) => ({
    text: mode,
    count: keyCount(
      facets,
      (key) => key.mode === mode && (tonics.length === 0 || tonics.includes(key.tonic)),
    ),
    isOn: chosen === mode,
    leadsTo: toggleMode(filters, mode),
  }));
}

function values<Name extends "energy" | "vocals" | "catalogues" | "licences">(
  filters: SearchFilters,
  facets: Facets | null,
  name: Name,
  offered: readonly NonNullable<SearchFilters[Name]>[number][],
  write: (value: NonNullable<SearchFilters[Name]>[number]) => string,
): FilterChoice[] {
  const chosen: readonly string[] = filters[name] ?? [];
  const counts: readonly FacetCount<string>[] = facets?.[name].counts ?? [];
  return offered.map((value) => ({
    text: write(value),
    count: facets === null ? null : (counts.find((one) => one.value === value)?.count ?? 0),
    isOn: chosen.includes(value),
    leadsTo: toggleValue(filters, name, value),
  }));
}
