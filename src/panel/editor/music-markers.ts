import type { MarkRequest } from "../../contract/clip-markers.ts";
import type { Structure, Track } from "../../contract/track.ts";
import { structureOf } from "../../shared/facts.ts";

/** What of the music can be marked. */
export const MARKER_KINDS = ["sections", "bars", "beats"] as const;
export type MarkerKind = (typeof MARKER_KINDS)[number];

type Markers = MarkRequest["markers"];

/** Markers for a track whose structure is stated or heard; empty where nothing of that kind is. */
export function musicMarkers(track: Track, kind: MarkerKind): Markers {
  const structure = structureOf(track);
  if (structure === null) return [];
  const { seconds } = track;
  const markers = MAKE[kind](structure.value);
  // A length of 0 is an unknown one.
  return seconds === 0 ? markers : markers.filter(({ at }) => at < seconds);
}

const MAKE: Record<MarkerKind, (structure: Structure) => Markers> = {
  sections: ({ sections }) => sections.map(({ label, start }) => moment(label, start)),
  bars: ({ bars }) => bars.map((at, bar) => moment(`Bar ${bar + 1}`, at)),
  beats: beatMarkers,
};

/**
 * Beats as musicians count them: `3.1` is the first of the third bar. Within a bar they are spread
 * evenly; the last bar, whose end is not known, is taken to be as long as the one before.
 */
function beatMarkers({ bars, beatsPerBar }: Structure): Markers {
  return bars.flatMap((start, bar) => {
    const before = bars[bar - 1];
    const end = bars[bar + 1] ?? (before === undefined ? null : start + (start - before));
    const beats = end === null ? 1 : beatsPerBar;
    const length = end === null ? 0 : (end - start) / beats;
    return Array.from({ length: beats }, (_, beat) =>
      moment(`${bar + 1}.${beat + 1}`, start + beat * length),
    );
  });
}

const moment = (name: string, at: number): Markers[number] => ({ name, at, seconds: 0 });
