/** The kinds of music by which the map is coloured, in the order of its legend. */
export const MAP_KINDS = ["bright", "calm", "driving", "intense", "dark"] as const;
/** See `MAP_KINDS`. */
export type MapKind = (typeof MAP_KINDS)[number];

/** A place on the map: from the left and from the top, 0 to 1. */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** A word where the music that it fits lies densest. */
export interface MapLabel extends MapPoint {
  readonly text: string;
}

/** All tracks as points: what lies close together sounds alike. Columns over the tracks. */
export interface CatalogueMap {
  readonly ids: readonly string[];
  /** From the left, 0 to 1. */
  readonly x: Float32Array;
  /** From the top, 0 to 1. */
  readonly y: Float32Array;
  /** What the music is like, as a number in `MAP_KINDS`. */
  readonly kind: Uint8Array;
  /** 1: its audio is on this machine; 0: it is not. */
  readonly playable: Uint8Array;
  /** The most telling first. */
  readonly labels: readonly MapLabel[];
}

/** Where a request lies on the map, and which tracks it admits. */
export interface PlacedQuery {
  /** Where the tracks that fit it best lie closest together; null if none fits. */
  readonly point: MapPoint | null;
  /** [tracks of the map]: 1 if a track passes the filters and what was understood, else 0. */
  readonly admitted: Uint8Array;
}
