import { HostError, asNeedledropError } from "../../contract/errors.ts";
import type { Frame, Frames, FramesRequest } from "../../contract/frames.ts";
import { toFrame, type Timeline, type VideoClip } from "../timeline/model.ts";
import { selectedVideo } from "../timeline/selection.ts";
import type { Tab } from "./tab.ts";

/**
 * See `EditorHost.framesOf`.
 * @throws HostError no video clip is selected, or none can be drawn
 */
export async function framesOf(
  timeline: Timeline,
  { count, size }: FramesRequest,
  draw: Tab["draw"],
): Promise<Frames> {
  const clips = selectedVideo(timeline);
  if (clips.length === 0) throw nothingSelected();
  const height = Math.round((size * 9) / 16);
  const frames: Frame[] = [];
  const notes: string[] = [];
  for (const { clip, at } of moments(clips, count)) {
    try {
      const data = await draw(clip.scenery, size, height);
      const { frameRate } = timeline.sequence;
      frames.push({ at: toFrame(at, frameRate), clip: clip.name, type: "image/jpeg", data });
    } catch (error) {
      notes.push(`There is no picture of “${clip.name}”: ${asNeedledropError(error).what}`);
    }
  }
  if (frames.length > 0) return { frames, notes };
  throw new HostError({
    what: "The browser drew no picture of the selected clips.",
    input: notes.join(" "),
    next: "Try again, or use another browser.",
  });
}

/** `count` moments spread over the clips, each in the middle of one of its clip's equal parts. */
function moments(
  clips: readonly VideoClip[],
  count: number,
): { readonly clip: VideoClip; readonly at: number }[] {
  const turns = Array.from({ length: count }, (_, i) =>
    Math.floor(((i + 0.5) * clips.length) / count),
  );
  return clips.flatMap((clip, index) => {
    const parts = turns.filter((turn) => turn === index).length;
    const part = (clip.end - clip.start) / parts;
    return Array.from({ length: parts }, (_, i) => ({ clip, at: clip.start + part * (i + 0.5) }));
  });
}

const nothingSelected = (): HostError =>
  new HostError({
    what: "No video clips are selected.",
    next: "Select clips in the timeline and try again.",
  });
