import { html } from "lit";
import { UsageError } from "../../../src/contract/errors.ts";
import type { MapView } from "../../../src/panel/map/music-map.ts";
import type { ElementState } from "./element-states.ts";
import { FIXED_MAP } from "./fixed-map.ts";
import { RESULTS } from "./fixed-tracks.ts";

const EMPTY: MapView = {
  map: FIXED_MAP,
  error: null,
  query: null,
  admitted: null,
  pointed: null,
  isHeard: false,
  hears: true,
  marked: null,
};

const map = (state: string, view: Partial<MapView>, results = RESULTS): ElementState => ({
  element: "nd-music-map",
  state,
  shown: html`<nd-music-map
    style="block-size: 360px"
    .view=${{ ...EMPTY, ...view }}
    .results=${results}
    .selected=${results[0] ?? null}
  ></nd-music-map>`,
});

const marked = FIXED_MAP.ids.filter((_, t) => t % 5 === 4);

export const MAP_STATES: readonly ElementState[] = [
  map("being drawn", { map: null }, []),
  map("without a search", {}, []),
  map("with results", { query: { x: 0.3, y: 0.6 }, pointed: RESULTS[2] ?? null }),
  map("heard", { pointed: RESULTS[0] ?? null, isHeard: true }),
  map("with a region", { marked, query: { x: 0.78, y: 0.4 } }),
  map("failed", {
    error: new UsageError({ what: "Nothing is loaded yet.", next: "Load the engine first." }),
  }),
];
