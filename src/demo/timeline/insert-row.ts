import type { Cue, TargetTrack } from "../../contract/cue.ts";
import { HostError } from "../../contract/errors.ts";
import type { FittedPassage } from "../../contract/fit.ts";
import { rowGap } from "../../shared/row-gap.ts";
import { chooseTrack } from "./choose-track.ts";
import { edited } from "./edit.ts";
import { musicClip, spanOf } from "./insert.ts";
import { toFrame, type AudioClip, type Timeline } from "./model.ts";

/** A timeline after a row was laid. */
export interface LaidRow {
  readonly timeline: Timeline;
  /** Ids of the new clips, in order. */
  readonly ids: readonly string[];
}

/**
 * Lays passages of a track as clips in a row and overwrites nothing.
 * @param at where the row begins, in seconds from the beginning of the sequence
 * @throws HostError clips would lie on each other, or the track does not exist or is not free
 */
export function insertRow(
  timeline: Timeline,
  cue: Cue,
  passages: readonly FittedPassage[],
  at: number,
  track: TargetTrack,
): LaidRow {
  const { sequence } = timeline;
  const { frameRate } = sequence;
  if (rowGap(passages, 1 / frameRate) === "overlap") throw overlapping(cue.title);
  const start = toFrame(at, frameRate);
  const edit = timeline.history.length + 1;
  const clips = passages.map((passage, index): AudioClip => {
    const { source } = passage;
    const span = spanOf(sequence, source, start + passage.at);
    return musicClip(`music-${edit}-${index + 1}`, { ...cue, source }, span);
  });
  const whole = { start, end: clips.at(-1)?.end ?? start };
  const wish = { track, ripple: false, title: cue.title };
  const index = chooseTrack(sequence.audio, whole, wish);
  const tracks = index < sequence.audio.length ? sequence.audio : [...sequence.audio, []];
  const audio = tracks.map((there, i) =>
    i === index ? [...there, ...clips].sort((a, b) => a.start - b.start) : there,
  );
  return { timeline: edited(timeline, { audio }), ids: clips.map(({ id }) => id) };
}

const overlapping = (input: string): HostError =>
  new HostError({
    what: "Clips of the row would lie on each other, so nothing was laid.",
    input,
    next: "Fit the track again.",
  });
