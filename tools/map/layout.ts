import { UMAP } from "umap-js";
import { spread } from "../../src/engine/map/axes.ts";
import { nearestTo } from "./neighbours.ts";

/** Neighbours that UMAP holds together; more show the whole better, fewer the single crowds. */
const NEIGHBOURS = 15;
/** How near points may come to each other, in UMAP's units. */
const LEAST_DISTANCE = 0.3;
const EPOCHS = 500;
const SEED = 20_261_128;

/** Where tracks lie, 0 to 1. */
export interface Layout {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * Lays vectors out in a plane (UMAP: McInnes, Healy and Melville 2018, arXiv:1802.03426), by their
 * cosine, from exact neighbours. The same vectors give the same plane.
 * @param vectors L2-normalised
 */
export function layOut(vectors: readonly Float32Array[]): Layout {
  const neighbours = vectors.map((_, t) => nearestTo(vectors, t, NEIGHBOURS - 1));
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: NEIGHBOURS,
    minDist: LEAST_DISTANCE,
    nEpochs: EPOCHS,
    random: randomNumbers(SEED),
  });
  // As UMAP's own search gives them: each point is the nearest to itself.
  umap.setPrecomputedKNN(
    neighbours.map((near, t) => [t, ...near.map(({ track }) => track)]),
    neighbours.map((near) => [0, ...near.map(({ cosine }) => Math.max(0, 1 - cosine))]),
  );
  const points = umap.fit(vectors.map((vector) => Array.from(vector)));
  return {
    x: spread(points.map(([x = 0]) => x)),
    y: spread(points.map(([, y = 0]) => y)),
  };
}

/** A repeatable stream of numbers from 0 to 1 (Numerical Recipes' linear congruence). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
