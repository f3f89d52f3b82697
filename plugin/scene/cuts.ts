import type { Marker, Sequence, VideoClipTrackItem } from "@adobe/premierepro";
import { CUT_LIMIT, CUT_MARKER_LIMIT, type Cuts } from "../../src/contract/cuts.ts";
import { HostError } from "../../src/contract/errors.ts";
import type { Section } from "../../src/contract/track.ts";
import { visibleCuts } from "../../src/shared/cuts/visible-cuts.ts";
import { ask, openSequence, orElse, type Premiere } from "../premiere.ts";
import { isPicture, selectedTrackItems } from "../timeline/selected.ts";
import { isSeen, placedPictures } from "./pictures.ts";
import { describeSequence } from "./place.ts";
import { spanOf } from "./selected-items.ts";
import { TextAllowance } from "./text-allowance.ts";

const NAME_LIMIT = 200;
// Characters of all names: one message takes four million (`MESSAGE_LIMIT`).
const NAMES_ALLOWANCE = 500_000;

/**
 * See `CutHost.readCuts`. Two calls a clip, side by side, and a few more for those in the part that
 * is read. A transition leaves the edit point of its clips where it was; a nest is one clip.
 */
export async function readCuts(premiere: Premiere): Promise<Cuts> {
  const { sequence } = await openSequence(premiere);
  return ask("Premiere does not say where the picture is cut.", sequence.name, () =>
    cutsOf(premiere, sequence),
  );
}

async function cutsOf(premiere: Premiere, sequence: Sequence): Promise<Cuts> {
  const [settings, place, pictures] = await Promise.all([
    sequence.getSettings(),
    orElse(null, () => describeSequence(sequence)),
    placedPictures(premiere, sequence),
  ]);
  const range = place?.range ?? null;
  if (pictures.length === 0) throw noPicture("The sequence holds no picture.", sequence.name);
  const frameRate = settings.getVideoFrameRate().value;
  const selection = range === null ? await selectedSpan(premiere, sequence) : null;
  const end = pictures.reduce((last, clip) => Math.max(last, clip.end), 0);
  const span = range ?? selection ?? { start: 0, end };

  const within = pictures.filter((clip) => clip.start < span.end && clip.end > span.start);
  const flags = await Promise.all(within.map(isSeen));
  const { cuts, hasPicture } = visibleCuts(
    within.filter((_, n) => flags[n]),
    span,
    1 / frameRate,
  );
  if (!hasPicture) throw noPicture("Nothing is to be seen in this part.", sequence.name);
  const markers = await orElse([], () => markersOf(premiere, sequence, span));
  return {
    of: range !== null ? "range" : selection !== null ? "selection" : "sequence",
    ...{ span, frameRate },
    cuts: cuts.slice(0, CUT_LIMIT),
    markers: named(markers.slice(0, CUT_MARKER_LIMIT)),
    omitted: over(cuts.length, CUT_LIMIT) + over(markers.length, CUT_MARKER_LIMIT),
  };
}

/** From the first of the selected pictures to the end of the last; null if none is selected. */
async function selectedSpan(premiere: Premiere, sequence: Sequence): Promise<Section | null> {
  const selected = await orElse([], () => selectedTrackItems(premiere, sequence));
  const items: VideoClipTrackItem[] = selected.filter(isPicture);
  const spans = (await Promise.all(items.map(spanOf))).filter((span) => span !== null);
  if (spans.length === 0) return null;
  return spans.reduce((whole, { start, end }) => ({
    start: Math.min(whole.start, start),
    end: Math.max(whole.end, end),
  }));
}

interface PlacedMarker {
  readonly marker: Marker;
  readonly at: number;
}

async function markersOf(
  premiere: Premiere,
  sequence: Sequence,
  span: Section,
): Promise<PlacedMarker[]> {
  return (await premiere.Markers.getMarkers(sequence))
    .getMarkers()
    .map((marker) => ({ marker, at: marker.getStart().seconds }))
    .filter(({ at }) => at >= span.start && at < span.end)
    .sort((a, b) => a.at - b.at);
}

function named(markers: readonly PlacedMarker[]): Cuts["markers"] {
  const room = new TextAllowance(NAMES_ALLOWANCE);
  return markers.map(({ marker, at }) => ({ at, name: room.take(marker.getName(), NAME_LIMIT) }));
}

const over = (count: number, limit: number): number => Math.max(0, count - limit);

const noPicture = (what: string, input: string): HostError =>
  new HostError({
    what,
    input,
    next: "Mark in and out around clips of picture, or select some, and try again.",
  });
