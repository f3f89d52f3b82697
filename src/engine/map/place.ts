import type { MapPoint } from "../../contract/map.ts";
import { crc32 } from "../index/crc32.ts";
import { quantise } from "../index/quantise.ts";
import { createScanner } from "../query/scan.ts";

/** Tracks whose places are known. */
export interface Anchors {
  /** [anchors], each L2-normalised, float32 [dimension]. */
  readonly vectors: readonly Float32Array[];
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** How many of the nearest anchors say where a track goes. */
const NEAREST = 8;
/** A neighbour counts less by a factor of e for each such step in its cosine below the best. */
const STEP = 0.05;
/** Neighbours further than this from the nearest are left out: between two crowds is no place. */
const APART = 0.08;
/** How far apart tracks are set that would lie on each other. */
const JITTER = 0.008;

/** Finds the place of a track from its music vector; the same id goes to the same place. */
export type Placer = (vector: Float32Array, id: string) => MapPoint;

/**
 * Places tracks among the anchors that sound most alike: at the weighted mean of their places. Every
 * anchor is compared, with the kernel that scans for queries: some 20 microseconds for 1,500.
 */
export function createPlacer({ vectors, x, y }: Anchors): Placer {
  const dimension = vectors[0]?.length ?? 0;
  if (dimension === 0) return (_, id) => jittered({ x: 0.5, y: 0.5 }, id);
  const steps = new Int8Array(vectors.length * dimension);
  const scale = Float32Array.from(vectors, (vector, a) =>
    quantise(vector, steps.subarray(a * dimension, (a + 1) * dimension)),
  );
  const scan = createScanner({ dimension, parts: [{ vectors: steps, scale }] });
  const cosines = new Float32Array(vectors.length);

  return (vector, id) => {
    scan(vector, cosines);
    const nearest = largest(cosines, NEAREST);
    const [best = 0] = nearest;
    const home = { x: x[best] ?? 0, y: y[best] ?? 0 };
    let [sumX, sumY, sum] = [0, 0, 0];
    for (const a of nearest) {
      const [ax, ay] = [x[a] ?? 0, y[a] ?? 0];
      if (Math.hypot(ax - home.x, ay - home.y) > APART) continue;
      const weight = Math.exp(((cosines[a] ?? 0) - (cosines[best] ?? 0)) / STEP);
      sumX += weight * ax;
      sumY += weight * ay;
      sum += weight;
    }
    return jittered({ x: sumX / sum, y: sumY / sum }, id);
  };
}

/** Numbers of the `count` largest values, the largest first; of equal ones, the first. */
export function largest(values: Float32Array, count: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (found.length === count && value <= (values[found[count - 1] ?? 0] ?? 0)) continue;
    let at = found.length;
    while (at > 0 && (values[found[at - 1] ?? 0] ?? 0) < value) at -= 1;
    found.splice(at, 0, i);
    if (found.length > count) found.pop();
  }
  return found;
}

function jittered({ x, y }: MapPoint, id: string): MapPoint {
  const luck = crc32(new TextEncoder().encode(id));
  const angle = ((luck & 0xffff) / 0x10000) * 2 * Math.PI;
  const radius = JITTER * Math.sqrt((luck >>> 16) / 0x10000);
  return { x: within(x + radius * Math.cos(angle)), y: within(y + radius * Math.sin(angle)) };
}

const within = (value: number): number => Math.min(1, Math.max(0, value));
