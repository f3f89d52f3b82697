import type { MarkReport, MarkRequest } from "../../contract/clip-markers.ts";
import { HostError } from "../../contract/errors.ts";
import { edited } from "./edit.ts";
import type { AudioClip, Sequence, Timeline, TrackMarker } from "./model.ts";

/**
 * Sets markers on a track, unless it already has markers of that name.
 * @throws HostError the track was never inserted
 */
export function addTrackMarkers(
  timeline: Timeline,
  { trackId, title, markers }: MarkRequest,
): { timeline: Timeline; report: MarkReport } {
  const { sequence } = timeline;
  const isLaid = sequence.audio.flat().some(({ tag }) => tag?.trackId === trackId);
  if (!isLaid) throw notInProject(title);
  const present = sequence.trackMarkers[trackId] ?? [];
  const isNew = (marker: TrackMarker): boolean =>
    !present.some(
      ({ name, at }) => name === marker.name && Math.abs(at - marker.at) * sequence.frameRate < 0.5,
    );
  const added = markers.filter(isNew);
  const report = { added: added.length, present: markers.length - added.length };
  if (added.length === 0) return { timeline, report: { ...report, undoSteps: 0 } };
  const all = [...present, ...added].sort((a, b) => a.at - b.at);
  const trackMarkers = { ...sequence.trackMarkers, [trackId]: all };
  return { timeline: edited(timeline, { trackMarkers }), report: { ...report, undoSteps: 1 } };
}

/** The markers that every clip of the track shows; `at` is a time in the file. */
export function markersOf(sequence: Sequence, { tag }: AudioClip): readonly TrackMarker[] {
  return tag === null ? [] : (sequence.trackMarkers[tag.trackId] ?? []);
}

const notInProject = (title: string): HostError =>
  new HostError({
    what: "The project does not hold this track, so it cannot be marked.",
    input: title,
    next: "Insert the track first, then mark it.",
  });
