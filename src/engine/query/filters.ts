import type { Track } from "../../contract/track.ts";
import type { Key, Span, UnderstoodItem } from "../../contract/understanding.ts";
import { parseKey } from "./key-name.ts";

/** Whether a track fits what was asked for; null if what is known of it does not tell. */
export type Filter = (track: Track) => boolean | null;

/**
 * The filters of a query, one for each kind. Two spans of one kind hold together if they overlap
 * ("over 1 minute, under 2 minutes"), and are alternatives otherwise ("90 bpm or 120 bpm").
 */
export function filtersOf(items: readonly UnderstoodItem[]): Filter[] {
  const tempos = items.flatMap((item) => (item.kind === "tempo" ? [item.label] : []));
  const lengths = items.flatMap((item) => (item.kind === "length" ? [item.label] : []));
  const keys = items.flatMap((item) => (item.kind === "key" ? [item.label] : []));
  return [
    ...spanFilter(tempos, ({ bpm }) => bpm),
    ...spanFilter(lengths, ({ seconds }) => (seconds === 0 ? null : seconds)),
    ...keyFilter(keys),
  ];
}

function spanFilter(spans: readonly Span[], valueOf: (track: Track) => number | null): Filter[] {
  if (spans.length === 0) return [];
  const least = Math.max(...spans.map((span) => span.least ?? -Infinity));
  const most = Math.min(...spans.map((span) => span.most ?? Infinity));
  const wanted: readonly Span[] = least <= most ? [{ least, most }] : spans;
  const fits = (value: number): boolean =>
    wanted.some((span) => value >= (span.least ?? -Infinity) && value <= (span.most ?? Infinity));
  return [
    (track) => {
      const value = valueOf(track);
      return value === null ? null : fits(value);
    },
  ];
}

function keyFilter(keys: readonly Key[]): Filter[] {
  if (keys.length === 0) return [];
  return [
    (track) => {
      const known = track.key === null ? null : parseKey(track.key);
      if (known === null) return null;
      return keys.some(
        ({ tonic, mode }) => tonic === known.tonic && (mode === null || mode === known.mode),
      );
    },
  ];
}

/**
 * Whether tracks must have a voice (true), must have none (false), or may (null). Most catalogues do
 * not say which of their tracks are sung, so those that are not known are left to the ranking.
 */
export function wantsVoice(items: readonly UnderstoodItem[]): boolean | null {
  let wanted: boolean | null = null;
  for (const item of items) {
    if (item.kind === "vocals") wanted = item.label.sung;
    else if (item.kind === "without" && item.label.concept === VOCALS) {
      if (item.label.strength === 1) wanted = false;
    }
  }
  return wanted;
}

/** The concept of music that is sung. */
export const VOCALS = "vocals";
