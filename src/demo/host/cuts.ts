import { CUT_LIMIT, CUT_MARKER_LIMIT, type Cuts } from "../../contract/cuts.ts";
import { HostError } from "../../contract/errors.ts";
import type { Section } from "../../contract/track.ts";
import { visibleCuts } from "../../shared/cuts/visible-cuts.ts";
import { markedRange } from "../timeline/marks.ts";
import type { Timeline } from "../timeline/model.ts";
import { selectedVideo } from "../timeline/selection.ts";

/**
 * See `CutHost.readCuts`. The one picture track may hold clips over clips: later ones are on top.
 * @throws HostError nothing is to be seen
 */
export function cutsOf(timeline: Timeline): Cuts {
  const { sequence } = timeline;
  const { frameRate, video } = sequence;
  const range = markedRange(timeline);
  const selection = hull(selectedVideo(timeline));
  const span = range ?? selection ?? hull(video);
  if (span === null) throw noPicture("The sequence holds no picture.", sequence.name);
  const clips = video.map(({ start, end }, level) => ({ start, end, level }));
  const { cuts, hasPicture } = visibleCuts(clips, span, 1 / frameRate);
  if (!hasPicture) throw noPicture("Nothing is to be seen in this part.", sequence.name);
  const markers = sequence.markers
    .filter(({ at }) => at >= span.start && at < span.end)
    .sort((a, b) => a.at - b.at);
  return {
    of: range !== null ? "range" : selection !== null ? "selection" : "sequence",
    ...{ span, frameRate },
    cuts: cuts.slice(0, CUT_LIMIT),
    markers: markers.slice(0, CUT_MARKER_LIMIT).map(({ at, name }) => ({ at, name })),
    omitted: Math.max(0, cuts.length - CUT_LIMIT) + Math.max(0, markers.length - CUT_MARKER_LIMIT),
  };
}

/** From the first beginning to the last end; null where there is nothing. */
const hull = (clips: readonly Section[]): Section | null =>
  clips.reduce<Section | null>(
    (whole, { start, end }) => ({
      start: Math.min(whole?.start ?? start, start),
      end: Math.max(whole?.end ?? end, end),
    }),
    null,
  );

const noPicture = (what: string, input: string): HostError =>
  new HostError({
    what,
    input,
    next: "Mark in and out around clips of picture, or select some, and try again.",
  });
