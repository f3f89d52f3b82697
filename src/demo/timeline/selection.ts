import type { AudioClip, Timeline, VideoClip } from "./model.ts";

/** Selects one clip; with `add`, adds it to the selection or removes it. */
export function selectClip(timeline: Timeline, id: string, add = false): Timeline {
  const chosen = new Set(add ? timeline.selection : []);
  if (add && chosen.has(id)) chosen.delete(id);
  else chosen.add(id);
  return selectOnly(timeline, chosen);
}

/** Selects exactly the clips with these ids. */
export function selectOnly(timeline: Timeline, ids: ReadonlySet<string>): Timeline {
  const { video, audio } = timeline.sequence;
  const selection = [...video, ...audio.flat()].map((clip) => clip.id).filter((id) => ids.has(id));
  return { ...timeline, selection };
}

export function selectNone(timeline: Timeline): Timeline {
  return timeline.selection.length === 0 ? timeline : { ...timeline, selection: [] };
}

export function selectedVideo({ sequence, selection }: Timeline): VideoClip[] {
  return sequence.video.filter(({ id }) => selection.includes(id));
}

/** Track by track. */
export function selectedAudio({ sequence, selection }: Timeline): AudioClip[] {
  return sequence.audio.flat().filter(({ id }) => selection.includes(id));
}
