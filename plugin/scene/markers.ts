import type { ClipProjectItem, Marker, Sequence } from "@adobe/premierepro";
import type { Selection } from "../../src/contract/selection.ts";
import type { Section } from "../../src/contract/track.ts";
import type { Premiere } from "../premiere.ts";
import type { TextAllowance } from "./text-allowance.ts";

const MARKER_LIMIT = 100;
const NAME_LIMIT = 1000;
const TEXT_LIMIT = 2000;
// `{"name":"","comments":""},`
const FIELD_NAMES = 26;

export type MarkerTexts = Selection["markers"];

/** What is written on a clip's markers. @throws Error they cannot be read */
export async function clipMarkers(premiere: Premiere, clip: ClipProjectItem): Promise<MarkerTexts> {
  return textsOf((await premiere.Markers.getMarkers(clip)).getMarkers());
}

/**
 * What is written on the sequence's own markers, of those that begin within one of the spans.
 * @param spans in seconds from the sequence's beginning
 * @throws Error they cannot be read
 */
export async function markersWithin(
  premiere: Premiere,
  sequence: Sequence,
  spans: readonly Section[],
): Promise<MarkerTexts> {
  if (spans.length === 0) return [];
  const markers = (await premiere.Markers.getMarkers(sequence)).getMarkers();
  const within = markers.filter((marker) => {
    const { seconds } = marker.getStart();
    return spans.some(({ start, end }) => seconds >= start && seconds < end);
  });
  return textsOf(within);
}

/** Only so many: somebody may have marked every beat of an hour. */
function textsOf(markers: readonly Marker[]): MarkerTexts {
  return markers
    .slice(0, MARKER_LIMIT)
    .map((marker) => ({ name: marker.getName(), comments: marker.getComments() }));
}

/** The markers' texts as far as there is room; without empty ones. */
export function fitMarkers(texts: MarkerTexts, room: TextAllowance): MarkerTexts {
  return texts
    .map(({ name, comments }) => {
      room.spend(FIELD_NAMES);
      return { name: room.take(name, NAME_LIMIT), comments: room.take(comments, TEXT_LIMIT) };
    })
    .filter(({ name, comments }) => name !== "" || comments !== "");
}
