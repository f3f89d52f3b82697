import type { ClipProjectItem, Media, TickTime } from "@adobe/premierepro";
import type { Span } from "../timeline/clips.ts";

/**
 * `Media` as hosts really have it: promises on 26.3 (Adobe, Media reference), which the types deny;
 * functions from 26.5 on, whose properties are to go (Adobe's samples).
 */
interface RealMedia {
  readonly start?: Media["start"] | Promise<Media["start"]>;
  readonly duration?: Media["duration"] | Promise<Media["duration"]>;
  getStart?(): TickTime | Promise<TickTime>;
  getDuration?(): TickTime | Promise<TickTime>;
}

export interface MediaTimes {
  /** Time code at which the file begins: zero but for broadcast wave files. */
  readonly start: TickTime;
  readonly duration: TickTime;
}

/**
 * Where a clip's file begins and how long it is, in whichever form this host has it.
 * @throws Error the host has neither form, or the clip has no media
 */
export async function mediaTimes(clip: ClipProjectItem): Promise<MediaTimes> {
  const media: RealMedia = await clip.getMedia();
  const [start, duration] = await Promise.all([
    media.getStart?.() ?? media.start,
    media.getDuration?.() ?? media.duration,
  ]);
  if (start !== undefined && duration !== undefined) return { start, duration };
  throw new Error("This host's Media has neither start and duration nor the functions for them.");
}

/**
 * A time of the file, in seconds from its beginning. Clips count their in and out points from there
 * (Adobe, AudioClipTrackItem), but some builds may count from the file's time code.
 */
export function sinceFileStart(seconds: number, times: MediaTimes): number {
  return isTimeCode(seconds, times) ? seconds - times.start.seconds : seconds;
}

/** Whether a time of the file is its time code: it would lie beyond the end otherwise. */
function isTimeCode(seconds: number, { start, duration }: MediaTimes): boolean {
  return seconds >= duration.seconds && seconds >= start.seconds;
}

// More than rounding, less than a frame.
const SLACK = 0.01;

/** Whether a stretch of the file is given in its time code: it would end beyond it otherwise. */
export function isInTimeCode(stretch: Span, { start, duration }: MediaTimes): boolean {
  return (
    start.seconds > SLACK &&
    stretch.start.seconds >= start.seconds - SLACK &&
    stretch.end.seconds > duration.seconds + SLACK
  );
}
