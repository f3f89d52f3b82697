import type { Track } from "../../contract/track.ts";
import type { Key, Span, UnderstoodItem } from "../../contract/understanding.ts";
import { parseKey } from "./understand/wanted.ts";

/**
 * Whether a track fits a filter. What is stated of it says "yes" or "no". What was heard says "yes"
 * too where it is as good as certain, else "likely" or "unlikely": nothing is left out by ear.
 */
export type Fit = "yes" | "likely" | "unknown" | "unlikely" | "no";

/** Whether a track fits what was asked for. */
export type Filter = (track: Track) => Fit;

/**
 * A heard tempo with this probability counts as if it were stated, where it fits: of recordings, nine
 * of ten such tempos are right (docs/results.md).
 */
export const CERTAIN = 0.97;

/**
 * The filters of a query, one for each kind. Two spans of one kind hold together if they overlap
 * ("over 1 minute, under 2 minutes"), and are alternatives otherwise ("90 bpm or 120 bpm").
 */
export function filtersOf(items: readonly UnderstoodItem[]): Filter[] {
  const tempos = items.flatMap((item) => (item.kind === "tempo" ? [item.label] : []));
  const lengths = items.flatMap((item) => (item.kind === "length" ? [item.label] : []));
  const keys = items.flatMap((item) => (item.kind === "key" ? [item.label] : []));
  return [
    ...(tempos.length === 0 ? [] : [tempoFilter(inSpans(tempos))]),
    ...(lengths.length === 0 ? [] : [lengthFilter(inSpans(lengths))]),
    ...(keys.length === 0 ? [] : [keyFilter(keys)]),
  ];
}

function inSpans(spans: readonly Span[]): (value: number) => boolean {
  const least = Math.max(...spans.map((span) => span.least ?? -Infinity));
  const most = Math.min(...spans.map((span) => span.most ?? Infinity));
  const wanted: readonly Span[] = least <= most ? [{ least, most }] : spans;
  return (value) =>
    wanted.some((span) => value >= (span.least ?? -Infinity) && value <= (span.most ?? Infinity));
}

/** A heard tempo may be half or double what a musician would say. */
function tempoFilter(fits: (bpm: number) => boolean): Filter {
  return ({ bpm, heard }) => {
    if (bpm !== null) return stated(fits(bpm));
    if (heard?.tempo === undefined) return "unknown";
    const { bpm: first, confidence, other } = heard.tempo;
    if (fits(first)) return confidence >= CERTAIN ? "yes" : "likely";
    return other !== undefined && fits(other) ? "likely" : "unlikely";
  };
}

function lengthFilter(fits: (seconds: number) => boolean): Filter {
  return ({ seconds }) => (seconds === 0 ? "unknown" : stated(fits(seconds)));
}

function keyFilter(keys: readonly Key[]): Filter {
  const fits = (name: string): boolean | null => {
    const known = parseKey(name);
    return known === null
      ? null
      : keys.some(
          ({ tonic, mode }) => tonic === known.tonic && (mode === null || mode === known.mode),
        );
  };
  return ({ key, heard }) => {
    const isFit = key === null ? null : fits(key);
    if (isFit !== null) return stated(isFit);
    if (heard?.key === undefined) return "unknown";
    return fits(heard.key) === true ? "likely" : "unlikely";
  };
}

const stated = (isFit: boolean): Fit => (isFit ? "yes" : "no");
