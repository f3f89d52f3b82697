import { MAP_KINDS, type CatalogueMap } from "../../../src/contract/map.ts";
import { isLocal } from "../../../src/contract/track.ts";
import { RESULTS } from "./fixed-tracks.ts";

/** Where each kind of music lies, and its name there. */
const CROWDS = [
  { x: 0.2, y: 0.75, text: "cheerful" },
  { x: 0.45, y: 0.2, text: "ambient" },
  { x: 0.15, y: 0.35, text: "disco" },
  { x: 0.5, y: 0.6, text: "epic" },
  { x: 0.8, y: 0.45, text: "horror" },
] as const;

/** A map of so many tracks in five crowds, the same at every start; the fixed results come first. */
export function crowdedMap(tracks: number): CatalogueMap {
  const crowdOf = (t: number): number => t % CROWDS.length;
  // Two turns that never meet fill a crowd evenly, from its middle outwards.
  const spread = (t: number): number => 0.16 * Math.sqrt(((t * 0.618) % 1) * ((t * 0.414) % 1));
  const place = (t: number, turn: (angle: number) => number, middle: number): number =>
    middle + spread(t) * turn(2.4 * t);
  const all = Array.from({ length: tracks }, (_, t) => t);
  return {
    ids: all.map((t) => RESULTS[t]?.track.id ?? `track-${t}`),
    x: Float32Array.from(all, (t) => place(t, Math.cos, CROWDS[crowdOf(t)]?.x ?? 0)),
    y: Float32Array.from(all, (t) => place(t, Math.sin, CROWDS[crowdOf(t)]?.y ?? 0)),
    kind: Uint8Array.from(all, (t) => crowdOf(t) % MAP_KINDS.length),
    playable: Uint8Array.from(all, (t) =>
      RESULTS.slice(t, t + 1).every(({ track }) => isLocal(track)) ? 1 : 0,
    ),
    labels: CROWDS.map(({ x, y, text }) => ({ x, y: y - 0.1, text })),
  };
}

export const FIXED_MAP = crowdedMap(600);
