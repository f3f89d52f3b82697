import type { AudioClipTrackItem, TickTime } from "@adobe/premierepro";
import { dipsOf, duckEnvelope } from "../../src/shared/duck-envelope.ts";
import type { DuckSettings } from "../../src/contract/ducking.ts";
import type { Section } from "../../src/contract/track.ts";
import { orElse, type Premiere } from "../premiere.ts";
import { timeBase, type Level, type TimeBase } from "../timeline/level.ts";
import { entryOf, type Entry } from "./record.ts";
import type { Sound } from "./sounds.ts";
import { isNormal } from "./speech.ts";

/** What the volume of a clip is to become. */
export interface Line {
  readonly sound: Sound;
  readonly level: Level;
  /** The clip's own level, which the gains are relative to. */
  readonly baseline: number;
  /** Empty: the level stays at the baseline. */
  readonly corners: readonly Corner[];
}

/** A line under speech. */
export interface DuckLine extends Line {
  readonly dips: number;
  readonly base: TimeBase;
  /** Whether this host said from where it counts. */
  readonly isBaseKnown: boolean;
}

interface Corner {
  /** As this host counts keyframes. */
  readonly at: TickTime;
  /** On the scale of the level. */
  readonly value: number;
}

/** Why a clip is left as it is, and what the editor can do about it. */
export interface Refusal {
  readonly sound: Sound;
  readonly why: string;
  readonly next: string;
}

/** Premiere's Level goes up to +15 dB: 5.62 on the larger of the scales that are reported. */
const MAX_LEVEL = 5.7;

/** The line of one clip; null where there is nothing to draw and nothing of ours to take away. */
export async function planLine(
  premiere: Premiere,
  sound: Sound,
  level: Level | null,
  speech: readonly Section[],
  settings: DuckSettings,
  entries: readonly Entry[],
): Promise<DuckLine | Refusal | null> {
  const clip = { start: sound.start.seconds, end: sound.end.seconds };
  const points = duckEnvelope(clip, speech, settings);
  const entry = entryOf(entries, sound);
  if (points.length === 0 && entry === null) return null;
  if (level === null) return refusal(sound, "its volume cannot be read", "Check that it plays.");

  const count = level.keyframes.length;
  const isOurs = entry !== null && count === entry.keyframes;
  if (count > 0 && !isOurs)
    return refusal(
      sound,
      entry === null
        ? "its volume has keyframes that are not Needledrop's"
        : "its volume was changed by hand since it was ducked",
      "Take its volume keyframes away in the Effect Controls panel, then duck again.",
    );
  const baseline = isOurs ? entry.level : level.value;
  if (!(baseline > 0 && baseline <= MAX_LEVEL))
    return refusal(
      sound,
      `its level reads ${baseline}, which is no volume that can go down`,
      "Set its volume in the Effect Controls panel, then duck again.",
    );
  const time = await timing(sound.item);
  if (time === null)
    return refusal(sound, "its in point cannot be read", "Draw its volume by hand.");
  if (!isNormal(time.speed))
    return refusal(sound, "it plays at another speed", "Draw its volume by hand.");

  const known = isOurs ? entry.base : timeBase(level.position, time.inPoint, sound.start);
  const base = known ?? "source";
  const shift =
    base === "source" ? time.inPoint.subtract(sound.start) : premiere.TickTime.TIME_ZERO;
  const corners = points.map(({ at, gain }) => ({
    at: premiere.TickTime.createWithSeconds(at).add(shift),
    value: baseline * gain,
  }));
  const dips = dipsOf(points);
  return { sound, level, baseline, corners, dips, base, isBaseKnown: known !== null };
}

/** The record's entry for a line that was drawn. */
export function entryFor({ sound, baseline, corners, base }: DuckLine): Entry {
  return {
    item: sound.source?.id ?? "",
    start: sound.start.ticksNumber,
    end: sound.end.ticksNumber,
    level: baseline,
    low: Math.min(baseline, ...corners.map(({ value }) => value)),
    keyframes: moments(corners),
    base,
  };
}

/** How many keyframes the corners make: two at one time are one. */
export function moments(corners: readonly Corner[]): number {
  return new Set(corners.map(({ at }) => at.ticks)).size;
}

function timing(item: AudioClipTrackItem): Promise<{ inPoint: TickTime; speed: number } | null> {
  return orElse(null, async () => {
    const [inPoint, speed] = await Promise.all([
      item.getInPoint(),
      orElse(1, () => item.getSpeed()),
    ]);
    return { inPoint, speed };
  });
}

function refusal(sound: Sound, why: string, next: string): Refusal {
  return { sound, why, next };
}
