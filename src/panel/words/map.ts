import type { MapKind } from "../../contract/map.ts";
import type { SearchResult } from "../../contract/search.ts";
import { isLocalResult } from "../../contract/search.ts";
import { count } from "./format.ts";

/** What the map says. */
export const MAP = {
  region: "Map",
  canvas: "Tracks as points: what lies close together sounds alike",
  help:
    "Arrow keys go from track to track. Space plays, Enter inserts, Page Up and Page Down zoom, " +
    "0 shows the whole map. While marking, Enter adds a track to the region or takes it away.",
  making: "Drawing the map…",
  empty: "There are no tracks to show yet.",
  mark: "Mark a region",
  markHelp: "Draw around the tracks to search among. Or drag with Shift held down",
  hear: "Hear on hover",
  hearHelp: "Play the best moment of the track under the pointer",
  zoomIn: "Zoom in (Page Up)",
  zoomOut: "Zoom out (Page Down)",
  whole: "Show the whole map (0)",
  description: "Your description",
  legend: "Kinds of music",
  remote: "Not on this machine",
  removeRegion: "Remove the region",
  none: "No tracks are in the region. Draw around some.",
} as const;

/** What each colour stands for. */
export const MAP_KIND_NAMES: Readonly<Record<MapKind, string>> = {
  bright: "Bright",
  calm: "Calm",
  driving: "Driving",
  intense: "Intense",
  dark: "Dark",
};

/** `In the marked region (57)` */
export const markedRegionText = (tracks: number): string =>
  `In the marked region (${tracks.toLocaleString("en")})`;

/** A region with more tracks than a search can be kept to. */
export const tooManyMarkedText = (tracks: number, most: number): string =>
  `The region holds ${count(tracks, "track", "tracks")}. Mark at most ${most.toLocaleString("en")}.`;

/** `3. Dawn by Mara, calm. Not on this machine`: a track as it is announced. */
export function pointText(
  result: SearchResult,
  kind: MapKind,
  rank: number | null,
  isMarked: boolean | null,
): string {
  const place = rank === null ? "" : `${rank}. `;
  const title = `${place}${result.track.title} by ${result.track.artist}`;
  const facts = [MAP_KIND_NAMES[kind].toLowerCase(), ...(isMarked === true ? ["marked"] : [])];
  const where = isLocalResult(result) ? "" : `. ${MAP.remote}`;
  return `${title}, ${facts.join(", ")}${where}`;
}
