import { trackEvidence, type Track } from "../../src/contract/track.ts";
import { randomNumbers, type Layout } from "./layout.ts";
import { nearestTo } from "./neighbours.ts";

/** How many neighbours the figures look at. */
const NEAR = 10;

/** What neighbours have in common: on the map, in the embedding, and by chance; each 0 to 1. */
export interface NeighbourFigures {
  /** Share of neighbours that have a word for genre, mood or use in common. */
  readonly sameWord: number;
  /** Share of neighbours, of tracks that were heard, that were heard as well. */
  readonly heard: number;
}

export interface MapFigures {
  readonly map: NeighbourFigures;
  readonly embedding: NeighbourFigures;
  readonly chance: NeighbourFigures;
  /**
   * Whether neighbours on the map are neighbours in the embedding, 1 if all are (Venna and Kaski,
   * Neighborhood preservation in nonlinear projection methods, ICANN 2001).
   */
  readonly trustworthiness: number;
}

/**
 * How true a layout is.
 * @param vectors what was laid out, L2-normalised
 * @param words of each track, those that say what music it is
 */
export function mapFigures(
  tracks: readonly Track[],
  vectors: readonly Float32Array[],
  layout: Layout,
  words: readonly (readonly string[])[],
): MapFigures {
  const count = tracks.length;
  const order = vectors.map((_, t) => nearestTo(vectors, t, count).map(({ track }) => track));
  const onMap = vectors.map((_, t) => nearestOnMap(layout, t));
  const next = randomNumbers(1);
  const anyhow = vectors.map(() => Array.from({ length: NEAR }, () => Math.floor(next() * count)));
  const figuresOf = (neighbours: readonly (readonly number[])[]): NeighbourFigures => ({
    sameWord: shareOf(neighbours, (t, other) => {
      const [own = [], others = []] = [words[t], words[other]];
      return own.length === 0 || others.length === 0
        ? null
        : own.some((word) => others.includes(word));
    }),
    heard: shareOf(neighbours, (t, other) => (isHeard(tracks[t]) ? isHeard(tracks[other]) : null)),
  });
  return {
    map: figuresOf(onMap),
    embedding: figuresOf(order.map((all) => all.slice(0, NEAR))),
    chance: figuresOf(anyhow),
    trustworthiness: trustworthiness(order, onMap),
  };
}

const isHeard = (track: Track | undefined): boolean =>
  track !== undefined && trackEvidence(track) !== "metadata";

/** The share of neighbours for which `holds`, of those for which it can be said. */
function shareOf(
  neighbours: readonly (readonly number[])[],
  holds: (track: number, other: number) => boolean | null,
): number {
  const said = neighbours.flatMap((near, t) =>
    near.map((other) => holds(t, other)).filter((answer) => answer !== null),
  );
  return said.filter((answer) => answer).length / said.length;
}

function nearestOnMap({ x, y }: Layout, track: number): number[] {
  const away = (other: number): number =>
    Math.hypot((x[other] ?? 0) - (x[track] ?? 0), (y[other] ?? 0) - (y[track] ?? 0));
  return Array.from(x, (_, other) => ({ other, away: away(other) }))
    .filter(({ other }) => other !== track)
    .sort((a, b) => a.away - b.away || a.other - b.other)
    .slice(0, NEAR)
    .map(({ other }) => other);
}

function trustworthiness(
  order: readonly (readonly number[])[],
  onMap: readonly (readonly number[])[],
): number {
  const count = order.length;
  let astray = 0;
  onMap.forEach((near, t) => {
    const rankOf = new Map(order[t]?.map((other, before) => [other, before + 1]));
    for (const other of near) astray += Math.max(0, (rankOf.get(other) ?? count) - NEAR);
  });
  return 1 - (2 * astray) / (count * NEAR * (2 * count - 3 * NEAR - 1));
}
