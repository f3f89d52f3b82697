import type { LocalResult } from "../../contract/search.ts";

/** Less music than this is no place to listen to. */
const LEAST_LEFT = 1;

/**
 * The place in a track that lies as far from its `start` as `offset` says; its beginning where
 * that lies before it, and null where the track is over by then.
 * @param start where the track begins to play: its passage, or its best moment
 * @param offset seconds from there, negative before it
 */
export function placeIn({ track }: LocalResult, start: number, offset: number): number | null {
  const place = Math.max(0, start + offset);
  // A length of 0 is an unknown one.
  const isOver = track.seconds > 0 && place > track.seconds - LEAST_LEFT;
  return isOver ? null : place;
}
