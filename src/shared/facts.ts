import type { Structure, Track } from "../contract/track.ts";
import { BAR_DIGITS, PART_DIGITS, unpackTimes } from "./packed-times.ts";

/** A fact of a track: one that somebody states, or else one that was heard. */
export interface Fact<T> {
  readonly value: T;
  readonly isHeard: boolean;
}

/** Beats per minute; null if neither stated nor heard. */
export function tempoOf({ bpm, heard }: Pick<Track, "bpm" | "heard">): Fact<number> | null {
  return factOf(bpm, heard?.tempo?.bpm);
}

/** The name of the key; null if neither stated nor heard. */
export function keyOf({ key, heard }: Pick<Track, "key" | "heard">): Fact<string> | null {
  return factOf(key, heard?.key);
}

/** A heard tempo that is further from the stated one has other beats, and so other bars. */
const SAME_TEMPO = 0.08;

/** Bars and sections; null if neither stated nor heard. */
export function structureOf({
  structure,
  bpm,
  heard,
}: Pick<Track, "structure" | "bpm" | "heard">): Fact<Structure> | null {
  if (structure !== undefined) return { value: structure, isHeard: false };
  const { tempo, parts = "" } = heard ?? {};
  const isInTime =
    bpm === null || tempo === undefined || Math.abs(tempo.bpm / bpm - 1) <= SAME_TEMPO;
  const bars = isInTime ? heard?.bars : undefined;
  if (bars === undefined && parts === "") return null;
  return {
    value: {
      bars: unpackTimes(bars?.starts ?? "", BAR_DIGITS),
      beatsPerBar: bars?.beatsPerBar ?? 1,
      sections: unpackTimes(parts, PART_DIGITS).map((start, n) => ({
        start,
        label: `Part ${n + 1}`,
      })),
    },
    isHeard: true,
  };
}

/** Where sections begin, stated or else heard, in seconds: `structureOf` without bars and labels. */
export const sectionStartsOf = ({
  structure,
  heard,
}: Pick<Track, "structure" | "heard">): number[] =>
  structure?.sections.map(({ start }) => start) ?? unpackTimes(heard?.parts ?? "", PART_DIGITS);

function factOf<T>(stated: T | null, heard: T | undefined): Fact<T> | null {
  if (stated !== null) return { value: stated, isHeard: false };
  return heard === undefined ? null : { value: heard, isHeard: true };
}
