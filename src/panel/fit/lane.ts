import type { Fit } from "../../contract/fit.ts";
import type { Section, Track } from "../../contract/track.ts";
import { unpackEnergy } from "../../shared/energy-curve.ts";
import { structureOf } from "../../shared/facts.ts";

/** A stretch of the fit that plays one section of the track. */
export interface LanePart extends Section {
  /** What the section is called; empty where its track has none. */
  readonly label: string;
  /** Whether it begins with a jump, or the music does. */
  readonly isJoined: boolean;
}

/** Values of an energy curve over a fit: about one for each two pixels of a wide panel. */
const VALUES = 240;
/** What is drawn from bottom to top, in LU: what the track spans, but no less. */
const LEAST_RANGE = 9;

/** Passages by what they play: parted where a section of the track begins within them. */
export function partsOf({ passages }: Pick<Fit, "passages">, track: Track): LanePart[] {
  const sections = structureOf(track)?.value.sections ?? [];
  return passages.flatMap(({ source, at }) => {
    const inside = sections.filter(({ start }) => start > source.start && start < source.end);
    const starts = [source.start, ...inside.map(({ start }) => start)];
    return starts.map((start, n): LanePart => {
      const end = starts[n + 1] ?? source.end;
      const label = sections.filter((one) => one.start <= start + 1e-6).at(-1)?.label ?? "";
      const offset = at - source.start;
      return { label, isJoined: n === 0, start: offset + start, end: offset + end };
    });
  });
}

/**
 * How loud the track is over the fit, 0 to 1, evenly spaced over its length; empty where nobody has
 * heard the track.
 */
export function energyOf(
  { passages, seconds }: Pick<Fit, "passages" | "seconds">,
  { heard, seconds: length }: Track,
): number[] {
  const curve = unpackEnergy(heard?.energy ?? "");
  const loudest = Math.max(...curve);
  const range = Math.max(LEAST_RANGE, loudest - quiet(curve));
  if (curve.length === 0 || length <= 0) return [];
  return Array.from({ length: VALUES }, (_, n) => {
    const time = ((n + 0.5) / VALUES) * seconds;
    const passage = passages.filter(({ at }) => at <= time).at(-1);
    const from = passage === undefined ? -1 : passage.source.start + time - passage.at;
    if (passage === undefined || from >= passage.source.end) return 0;
    return Math.max(0, 1 + (at(curve, from / length) - loudest) / range);
  });
}

/** The level that a tenth of the curve is softer than: its end may be silence. */
const quiet = (curve: readonly number[]): number =>
  [...curve].sort((a, b) => a - b)[Math.floor(curve.length / 10)] ?? 0;

/** The value of a curve at a share of its length, between its neighbours. */
function at(curve: readonly number[], share: number): number {
  const place = Math.max(0, Math.min(curve.length - 1, share * curve.length - 0.5));
  const [before, after] = [curve[Math.floor(place)] ?? 0, curve[Math.ceil(place)] ?? 0];
  return before + (after - before) * (place % 1);
}
