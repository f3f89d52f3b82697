import type { FilterName, SearchFilters } from "../../contract/filters.ts";

/** Filters whose values are alternatives. */
export type ListName = Exclude<FilterName, "playable" | "fits">;

/** The filters without some of them. */
export function without(filters: SearchFilters, ...names: (keyof SearchFilters)[]): SearchFilters {
  const left = Object.entries(filters).filter(([name]) => !names.some((one) => one === name));
  return Object.fromEntries(left);
}

/** The filters with these values of one of them; with none, that filter is gone. */
export const withValues = <Name extends ListName>(
  filters: SearchFilters,
  name: Name,
  values: NonNullable<SearchFilters[Name]>,
): SearchFilters => (values.length === 0 ? without(filters, name) : { ...filters, [name]: values });

/** The filters with a value more, or without it where it is among them. */
export function toggleValue<Name extends "energy" | "vocals" | "catalogues" | "licences">(
  filters: SearchFilters,
  name: Name,
  value: NonNullable<SearchFilters[Name]>[number],
): SearchFilters {
  const values: readonly string[] = filters[name] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  // Of one kind with what it is made of.
  return withValues(filters, name, next as NonNullable<SearchFilters[Name]>);
}
