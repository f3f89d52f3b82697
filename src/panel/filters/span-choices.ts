import {
  LENGTH_BANDS,
  TEMPO_BANDS,
  type Facets,
  type SearchFilters,
} from "../../contract/filters.ts";
import type { Span } from "../../contract/understanding.ts";
import { withValues } from "./with-values.ts";

/** What is filtered by a stretch of numbers. */
export type SpanName = "length" | "tempo";

export const BANDS: Readonly<Record<SpanName, readonly Span[]>> = {
  length: LENGTH_BANDS,
  tempo: TEMPO_BANDS,
};

const isSame = (one: Span, other: Span): boolean =>
  one.least === other.least && one.most === other.most;

const isBand = (name: SpanName, span: Span): boolean =>
  BANDS[name].some((band) => isSame(band, span));

export const hasBand = (filters: SearchFilters, name: SpanName, band: Span): boolean =>
  filters[name]?.some((span) => isSame(span, band)) === true;

/** The filters with a band more, or without it where it is in them. */
export function toggleBand(filters: SearchFilters, name: SpanName, band: Span): SearchFilters {
  const spans = filters[name] ?? [];
  const others = spans.filter((span) => !isSame(span, band));
  return withValues(filters, name, others.length < spans.length ? others : [...spans, { ...band }]);
}

/** The stretch that the editor has written; null if none. */
export const ownSpan = (filters: SearchFilters, name: SpanName): Span | null =>
  filters[name]?.find((span) => !isBand(name, span)) ?? null;

/** The filters with a stretch that the editor has written, in place of the one before. */
export function setOwnSpan(filters: SearchFilters, name: SpanName, own: Span): SearchFilters {
  const bands = (filters[name] ?? []).filter((span) => isBand(name, span));
  const isOpen = own.least === null && own.most === null;
  return withValues(filters, name, isOpen || isBand(name, own) ? bands : [...bands, { ...own }]);
}

/** How many tracks are in a band; null if nothing was counted yet. */
export function bandCount(facets: Facets | null, name: SpanName, band: Span): number | null {
  return facets?.[name].counts.find(({ value }) => isSame(value, band))?.count ?? null;
}

/** Neighbours as one, in ascending order: 80 to 100 and 100 to 120 are 80 to 120. */
export function joined(spans: readonly Span[]): Span[] {
  const ascending = [...spans].sort((a, b) => (a.least ?? -Infinity) - (b.least ?? -Infinity));
  const whole: Span[] = [];
  for (const span of ascending) {
    const last = whole.at(-1);
    const touches = last !== undefined && (span.least ?? -Infinity) <= (last.most ?? Infinity);
    if (!touches) whole.push(span);
    else whole[whole.length - 1] = { least: last.least, most: further(last.most, span.most) };
  }
  return whole;
}

const further = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.max(one, other);
