import type { DuckSettings } from "../contract/ducking.ts";
import type { Section } from "../contract/track.ts";

/** A corner of the line that the volume follows; it is straight from one to the next. */
export interface EnvelopePoint {
  /** Seconds from the sequence's beginning. */
  readonly at: number;
  /** What the clip's own volume is multiplied by: an amplitude, from over 0 to 1. */
  readonly gain: number;
}

/**
 * How often a clip goes down at most. Each time takes four keyframes, and Premiere is reported to
 * take some fifty actions a transaction: one clip's line stays below that.
 */
export const MAX_DIPS = 12;

/** Seconds for which the music must be back at full volume, or it does not come up at all. */
const REST = 0.3;

/**
 * The volume of a clip of music under speech: down by `depth` when a word begins, back up within
 * `release` after the last one. Where clip and ramp overlap in part, the clip has that part of it.
 * @param clip where the music lies; like `speech`, in seconds from the sequence's beginning
 * @param speech in any order; may overlap
 * @returns corners within the clip, strictly in order; none when nobody speaks over it
 */
export function duckEnvelope(
  clip: Section,
  speech: readonly Section[],
  { depth, attack, release }: DuckSettings,
): EnvelopePoint[] {
  const low = 10 ** (-depth / 20);
  const blocks = joined(speech, attack + release + REST).filter(
    ({ start, end }) => start < clip.end && end > clip.start,
  );
  const points = fewest(blocks, MAX_DIPS).flatMap(({ start, end }) => [
    { at: start - attack, gain: 1 },
    { at: start, gain: low },
    { at: end, gain: low },
    { at: end + release, gain: 1 },
  ]);
  return within(clip, points);
}

/** How often the music goes down. */
export function dipsOf(points: readonly EnvelopePoint[]): number {
  return points.filter(({ gain }, i) => gain < 1 && (points[i - 1]?.gain ?? 1) === 1).length;
}

/** Stretches with a pause of at most `pause` seconds between them become one. */
function joined(stretches: readonly Section[], pause: number): Section[] {
  const blocks: Section[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = blocks.at(-1);
    if (last === undefined || start - last.end > pause) blocks.push({ start, end });
    else blocks[blocks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return blocks;
}

/** At most `count` blocks: the shortest pauses between them are closed. */
function fewest(blocks: readonly Section[], count: number): readonly Section[] {
  const pauses = blocks.slice(1).map(({ start }, i) => start - (blocks[i]?.end ?? start));
  const shortest = pauses.sort((a, b) => b - a)[count - 1];
  return shortest === undefined ? blocks : joined(blocks, shortest);
}

/** The part of the line that lies in the clip; where it is cut, a corner stands at the cut. */
function within(clip: Section, points: readonly EnvelopePoint[]): EnvelopePoint[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1] ?? point;
    const cuts = [clip.start, clip.end]
      .filter((at) => point.at < at && at < next.at)
      .map((at) => ({ at, gain: between(point, next, at) }));
    return point.at < clip.start || point.at > clip.end ? cuts : [point, ...cuts];
  });
}

function between(from: EnvelopePoint, to: EnvelopePoint, at: number): number {
  return from.gain + ((at - from.at) / (to.at - from.at)) * (to.gain - from.gain);
}
