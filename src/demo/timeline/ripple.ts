import type { Section } from "../../contract/track.ts";
import { toFrame, type Sequence } from "./model.ts";

/**
 * Makes room for `span` on every track: later clips move by its length, and a clip across its start
 * is cut in two, of which the second part moves.
 * @param edit number of the edit, for the ids of second parts
 * @returns `pushed`: how many audio clips moved or were cut
 */
export function pushLater(
  sequence: Sequence,
  span: Section,
  edit: number,
): { sequence: Sequence; pushed: number } {
  const isPushed = (clip: Section): boolean => clip.end > span.start;
  const later = (at: number): number => toFrame(at + span.end - span.start, sequence.frameRate);
  const push = <C extends Piece>(clip: C): C[] => {
    if (!isPushed(clip)) return [clip];
    const end = later(clip.end);
    if (clip.start >= span.start) return [{ ...clip, start: later(clip.start), end }];
    const sourceStart = clip.sourceStart + span.start - clip.start;
    const rest = { ...clip, id: `${clip.id}-${edit}`, start: span.end, end, sourceStart };
    return [{ ...clip, end: span.start }, rest];
  };
  return {
    sequence: {
      ...sequence,
      video: sequence.video.flatMap(push),
      audio: sequence.audio.map((track) => track.flatMap(push)),
    },
    pushed: sequence.audio.flat().filter(isPushed).length,
  };
}

interface Piece extends Section {
  readonly id: string;
  readonly sourceStart: number;
}
