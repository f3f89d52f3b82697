import type { Sequence } from "@adobe/premierepro";
import type { Place } from "../../src/contract/place.ts";
import type { Section } from "../../src/contract/track.ts";
import { describeProject } from "./project.ts";
import { activeProject, activeSequence, orElse, type Premiere } from "../premiere.ts";

/** See `EditorHost.readPlace`: seven calls, five of them side by side, whatever the timeline holds. */
export async function readPlace(premiere: Premiere): Promise<Place> {
  const project = await activeProject(premiere);
  const sequence = project === null ? null : await activeSequence(project);
  return {
    project: project === null ? null : await describeProject(project),
    // A sequence may close while it is read: then none is open.
    sequence: sequence === null ? null : await orElse(null, () => describeSequence(sequence)),
  };
}

/** The open sequence; five calls, side by side. */
export async function describeSequence(sequence: Sequence): Promise<Place["sequence"]> {
  const [end, position, audioTracks, marks] = await Promise.all([
    sequence.getEndTime(),
    sequence.getPlayerPosition(),
    sequence.getAudioTrackCount(),
    orElse(null, () => Promise.all([sequence.getInPoint(), sequence.getOutPoint()])),
  ]);
  const seconds = atLeastZero(end.seconds);
  return {
    name: sequence.name.slice(0, 1000),
    seconds,
    playhead: atLeastZero(position.seconds),
    range: marks === null ? null : markedRange(marks[0].seconds, marks[1].seconds, seconds),
    audioTracks,
  };
}

/**
 * In and out point. Premiere answers a large negative time for a point that is not set, and some
 * builds the sequence's own bounds; neither marks anything off.
 */
function markedRange(start: number, end: number, seconds: number): Section | null {
  const isWhole = start <= 0 && end >= seconds;
  return start >= 0 && end > start && !isWhole ? { start, end } : null;
}

function atLeastZero(seconds: number): number {
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
}
