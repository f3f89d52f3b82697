import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FIT_TOLERANCE } from "../../src/contract/filters.ts";
import type { Track } from "../../src/contract/track.ts";
import { readIndex } from "../../src/engine/index/reader.ts";
import { bordersOf, hasStretch } from "../../src/engine/query/stretches.ts";
import { bestOffset, isOn } from "../../src/shared/hits/best-offset.ts";
import { landingsOf } from "../../src/shared/hits/landings.ts";
import { momentsOf } from "../../src/shared/hits/moments.ts";
import { ROOT } from "../build/inputs.ts";
import { randomNumbers, RATE } from "./edits.ts";

/** Seconds of the part that has hit points, and how many times they are drawn for each track. */
const PART = 30;
const DRAWS = 30;
/** A section change that is within so many seconds of a hit point could have been there. */
const REACH = 4;

export async function originals(): Promise<readonly Track[]> {
  const file = await readFile(join(ROOT, "catalogue/originals/index.ndx"));
  return readIndex(new Uint8Array(file), null).tracks;
}

/** Hit points at random, for so many of them at a time. */
export interface HitRow {
  readonly hits: number;
  /** Share of hit points with a section change within two frames where the music began anywhere. */
  readonly before: number;
  /** The same where it begins so that they hit. */
  readonly after: number;
  /** The same, of hit points that had a section change within four seconds before. */
  readonly ofReachable: number;
  /** Share of draws in which all of them hit. */
  readonly all: number;
}

export function hitRow(tracks: readonly Track[], hits: number): HitRow {
  const random = randomNumbers(hits);
  const sums = { points: 0, before: 0, after: 0, reachable: 0, reached: 0, draws: 0, all: 0 };
  for (const track of tracks) {
    const moments = momentsOf(track);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const wanted = Array.from({ length: hits }, () => Math.ceil(random() * PART * RATE) / RATE);
      wanted.sort((a, b) => a - b);
      const near = Math.round(random() * Math.max(0, track.seconds - PART) * RATE) / RATE;
      const { seconds } = track;
      const before = landingsOf(moments, wanted, near, RATE);
      const placed = bestOffset({ moments, hits: wanted, frameRate: RATE, seconds, near });
      const after = placed?.landings ?? before;
      const reachable = before.map(({ frames }) => Math.abs(frames ?? Infinity) <= REACH * RATE);
      sums.draws += 1;
      sums.points += hits;
      sums.before += before.filter(isOn).length;
      sums.after += after.filter(isOn).length;
      sums.reachable += reachable.filter(Boolean).length;
      sums.reached += after.filter((landing, n) => reachable[n] === true && isOn(landing)).length;
      if (after.every(isOn)) sums.all += 1;
    }
  }
  return {
    hits,
    before: sums.before / sums.points,
    after: sums.after / sums.points,
    ofReachable: sums.reached / sums.reachable,
    all: sums.all / sums.draws,
  };
}

/** For some lengths, the share of tracks with a stretch of whole sections that fits. */
export function fittingShares(tracks: readonly Track[]): { seconds: number; share: number }[] {
  const borders = bordersOf(tracks);
  return [10, 15, 20, 30, 45, 60, 90].map((seconds) => {
    const fits = { seconds, tolerance: FIT_TOLERANCE };
    const fitting = tracks.filter((_, t) => hasStretch(borders, t, fits)).length;
    return { seconds, share: fitting / tracks.length };
  });
}
