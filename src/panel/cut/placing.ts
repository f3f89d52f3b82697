import type { LocalResult } from "../../contract/search.ts";
import { bestOffset, type Placed } from "../../shared/hits/best-offset.ts";
import { momentsOf } from "../../shared/hits/moments.ts";
import type { Target } from "./target.ts";

/** Where to begin in a result's track so that it hits; `near`: where it would begin otherwise. */
export type Place = (result: Pick<LocalResult, "track">, near: number) => Placed | null;

/** Prepares to place tracks on the hit points of a target; each is placed once. */
export function createPlacing(target: Target | null): Place {
  if (target === null || target.hits.length === 0) return () => null;
  const { hits, frameRate } = target;
  const known = new WeakMap<object, { readonly near: number; readonly placed: Placed | null }>();
  return (result, near) => {
    const { track } = result;
    const before = known.get(track);
    if (before?.near === near) return before.placed;
    const { seconds } = track;
    const placed = bestOffset({ moments: momentsOf(track), hits, frameRate, seconds, near });
    known.set(track, { near, placed });
    return placed;
  };
}
