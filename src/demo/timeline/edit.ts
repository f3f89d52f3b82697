import { sequenceSeconds, type AudioClip, type Sequence, type Timeline } from "./model.ts";
import { selectedAudio } from "./selection.ts";

/** The timeline after an edit, which one undo reverts. */
export function edited(timeline: Timeline, changes: Partial<Sequence>): Timeline {
  const { sequence, history } = timeline;
  return within({
    ...timeline,
    sequence: { ...sequence, ...changes },
    history: [...history, sequence],
  });
}

/** Reverts the latest edit; marks, selection and playhead stay, as in Premiere. */
export function undo(timeline: Timeline): Timeline {
  const sequence = timeline.history.at(-1);
  if (sequence === undefined) return timeline;
  return within({ ...timeline, sequence, history: timeline.history.slice(0, -1) });
}

/** Lifts the selected audio clips: their places stay empty. */
export function removeSelectedAudio(timeline: Timeline): Timeline {
  const gone = new Set(selectedAudio(timeline));
  if (gone.size === 0) return timeline;
  const audio = timeline.sequence.audio.map((track) => track.filter((clip) => !gone.has(clip)));
  return edited(timeline, { audio });
}

/** Applies `change` to every audio clip. */
export function changeAudio(
  { audio }: Sequence,
  change: (clip: AudioClip) => AudioClip,
): Pick<Sequence, "audio"> {
  return { audio: audio.map((track) => track.map(change)) };
}

/** Keeps the playhead inside a sequence that may have become shorter. */
function within(timeline: Timeline): Timeline {
  const playhead = Math.min(timeline.playhead, sequenceSeconds(timeline.sequence));
  return { ...timeline, playhead };
}
