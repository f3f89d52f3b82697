import type { Cuts } from "../../../src/contract/cuts.ts";
import type { Fit } from "../../../src/contract/fit.ts";

/** What the fixed editor answers: a selection, which needs no range. */
export const FIXED_CUTS: Cuts = {
  of: "selection",
  span: { start: 30, end: 60 },
  frameRate: 25,
  cuts: [33, 36.2, 41, 47.52, 52],
  markers: [{ at: 41, name: "Door" }],
  omitted: 0,
};

/** Of a track with one section: three passages, an easy seam and a hard one, and three hits. */
export const FIXED_FIT: Fit = {
  kind: "edited",
  seconds: 30,
  frameRate: 25,
  passages: [
    { source: { start: 0, end: 11 }, at: 0 },
    { source: { start: 61, end: 71 }, at: 11 },
    { source: { start: 145, end: 154 }, at: 21 },
  ],
  seams: [
    { at: 11, from: 11, to: 61, crossfade: 0.2, ring: 0, ease: 0.92 },
    { at: 21, from: 71, to: 145, crossfade: 0.2, ring: 0, ease: 0.4 },
  ],
  hits: [
    { wanted: 11, landed: 11.04, what: "Chorus" },
    { wanted: 17.52, landed: 18, what: "climax" },
    { wanted: 22, landed: null, what: "" },
  ],
  hasEnding: true,
  fadeIn: 0,
  fadeOut: 0,
};
export const FIXED_START: Fit = {
  ...FIXED_FIT,
  ...{ kind: "start", seams: [], hits: [], hasEnding: false, fadeOut: 3 },
  passages: [{ source: { start: 0, end: 30 }, at: 0 }],
};
