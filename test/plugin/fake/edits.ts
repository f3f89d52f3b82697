import type { ClipNode, SequenceNode } from "./state.ts";

/** What edits do to tracks. All of them change a track's array in place, so that it stays itself. */

/** Lays `clip` over what is there. */
export function overwrite(track: ClipNode[], clip: ClipNode): void {
  const kept = track.flatMap((old) => without(old, clip.start, clip.end));
  replace(track, inOrder([...kept, clip]));
}

/** Moves everything from `at` on later by `length`, and cuts what lies across. */
export function shift(track: ClipNode[], at: number, length: number): void {
  const moved = track.flatMap((old) => {
    if (old.end <= at) return [old];
    if (old.start >= at) return [{ ...old, start: old.start + length, end: old.end + length }];
    const sourceStart = old.sourceStart + at - old.start;
    const tail = { ...old, start: at + length, end: old.end + length, sourceStart };
    return [{ ...old, end: at }, tail];
  });
  replace(track, moved);
}

export function remove(track: ClipNode[], clips: readonly ClipNode[]): void {
  replace(
    track,
    track.filter((clip) => !clips.includes(clip)),
  );
}

/** Returns what brings the sequence back to how it is now. */
export function snapshot(sequence: SequenceNode): () => void {
  const restores = (["video", "audio"] as const).map((kind) => {
    const tracks = sequence[kind].map((track) => ({ track, clips: [...track] }));
    return () => {
      replace(
        sequence[kind],
        tracks.map(({ track }) => track),
      );
      tracks.forEach(({ track, clips }) => replace(track, clips));
    };
  });
  return () => restores.forEach((restore) => restore());
}

/** What is left of a clip outside [start, end): the very same node where nothing is taken. */
function without(old: ClipNode, start: number, end: number): ClipNode[] {
  if (old.end <= start || old.start >= end) return [old];
  const head = { ...old, end: start };
  const tail = { ...old, start: end, sourceStart: old.sourceStart + end - old.start };
  return [head, tail].filter((part) => part.end > part.start);
}

function inOrder(clips: readonly ClipNode[]): ClipNode[] {
  return [...clips].sort((a, b) => a.start - b.start);
}

function replace<T>(all: T[], now: readonly T[]): void {
  all.splice(0, all.length, ...now);
}
