import type { Cue } from "../../contract/cue.ts";
import { HostError } from "../../contract/errors.ts";
import { changeAudio, edited } from "./edit.ts";
import { musicClip, spanOf, type Laid } from "./insert.ts";
import { fileToSequence, type AudioClip, type Timeline } from "./model.ts";
import { selectOnly, selectedAudio, selectedVideo } from "./selection.ts";

/**
 * Replaces the selected audio clip with a cue: same track, place, length and volume.
 * @param available length of the whole track in seconds
 * @throws HostError the selection is not one audio clip
 */
export function replaceSelected(timeline: Timeline, cue: Cue, available: number): Laid {
  const old = selectedAudioClip(timeline);
  const length = old.end - old.start;
  const start = Math.max(0, Math.min(cue.source.start, available - length));
  const source = { start, end: Math.min(available, start + length) };
  const id = `music-${timeline.history.length + 1}`;
  const laid = musicClip(id, { ...cue, source }, spanOf(timeline.sequence, source, old.start));
  const by = fileToSequence(old) - fileToSequence(laid);
  const clip = {
    ...laid,
    volume: old.volume,
    envelope: old.envelope.map(({ at, gain }) => ({ at: at + by, gain })),
  };
  const audio = changeAudio(timeline.sequence, (other) => (other === old ? clip : other));
  // The new clip stays selected, so that an editor can audition several tracks in the same place.
  return { timeline: selectOnly(edited(timeline, audio), new Set([id])), id, pushed: 0 };
}

/** @throws HostError no clip, several clips or a video clip is selected */
export function selectedAudioClip(timeline: Timeline): AudioClip {
  const count = timeline.selection.length;
  const [clip] = selectedAudio(timeline);
  const pictures = selectedVideo(timeline).length;
  if (clip !== undefined && count === 1 && pictures === 0) return clip;
  if (count === 0) {
    throw new HostError({
      what: "No clip is selected in the timeline.",
      next: "Select the one piece of music that is to be replaced.",
    });
  }
  throw new HostError({
    what:
      count > 1
        ? `${count} clips are selected in the timeline.`
        : "The selected clip is a picture.",
    next: "Select only the one audio clip that is to be replaced.",
  });
}
