import { HostError, asNeedledropError } from "../../contract/errors.ts";
import type { Frame, Frames, FramesRequest } from "../../contract/frames.ts";
import { framePairs, frameTimes, type FilmedClip } from "../../shared/frame-times.ts";
import type { Timeline, VideoClip } from "../timeline/model.ts";
import { selectedVideo } from "../timeline/selection.ts";
import type { Tab } from "./tab.ts";

/**
 * See `EditorHost.framesOf`.
 * @throws HostError no video clip is selected, or none can be drawn
 */
export async function framesOf(
  timeline: Timeline,
  request: FramesRequest,
  draw: Tab["draw"],
): Promise<Frames> {
  const clips = selectedVideo(timeline);
  if (clips.length === 0) throw nothingSelected();
  const { frameRate } = timeline.sequence;
  const height = Math.round((request.size * 9) / 16);
  const frames: Frame[] = [];
  const notes: string[] = [];
  for (const time of times(clips, request)) {
    const at = Math.floor(time * frameRate + 1e-6) / frameRate;
    const shown = clips.find(({ start, end }) => start <= at && at < end);
    if (shown === undefined) continue;
    const { name, scenery, sourceStart, start } = shown;
    try {
      const data = await draw(scenery, sourceStart + at - start, request.size, height);
      frames.push({ at, clip: name, type: "image/jpeg", data });
    } catch (error) {
      notes.push(`There is no picture of “${name}”: ${asNeedledropError(error).what}`);
    }
  }
  if (frames.length > 0) return { frames, notes };
  throw new HostError({
    what: "The browser drew no picture of the selected clips.",
    input: notes.join(" "),
    next: "Try again, or use another browser.",
  });
}

/** When to take a picture, ascending, in seconds of the sequence. */
function times(clips: readonly VideoClip[], { count, pairs = false }: FramesRequest): number[] {
  const filmed: readonly FilmedClip[] = clips;
  return pairs
    ? framePairs(filmed, count).flatMap(({ at, then }) => (then === null ? at : [at, then]))
    : frameTimes(filmed, count).map(({ at }) => at);
}

const nothingSelected = (): HostError =>
  new HostError({
    what: "No video clips are selected.",
    next: "Select clips in the timeline and try again.",
  });
