import { hueOf } from "./cielab.ts";
import { warmthOf, type Colour } from "./colour.ts";
import type { Light } from "./light.ts";
import { ramp, type Ramp } from "./ramp.ts";
import type { View } from "./view.ts";

/** Times of day and weathers that light alone can tell, as they read in a description. */
export const DAYLIGHTS = ["at night", "golden hour", "blue hour", "daylight", "overcast"] as const;
export type Daylight = (typeof DAYLIGHTS)[number];

/** Figures that tell one light of the day from another. Shares are of an area, 0 to 1. */
export interface DaylightFigures {
  readonly brightness: number;
  readonly contrast: number;
  readonly highlights: number;
  readonly saturation: number;
  /** Mean L* of the upper third, where the sky would be, and how much lighter it is than the rest. */
  readonly top: number;
  readonly topLighter: number;
  /** Mean distance of L* from that, in the upper third. */
  readonly topUneven: number;
  /** Share of the upper third that is blue, and light enough for a sky by day. */
  readonly blueSky: number;
  /** Share of it that is light and without colour: clouds, if it is a sky. */
  readonly greySky: number;
  /** Share of the picture that is blue or violet at all. */
  readonly blue: number;
  /** Mean b* of what is darker than the mean: what light fills the shadows. */
  readonly shadowYellow: number;
  /** Mean warmth (see `Colour`) of what is lighter: what colour the light has. */
  readonly lightWarmth: number;
}

/** What must hold for each, all together; the weakest figure says how plain it is. */
const RULES: Readonly<Record<Daylight, Partial<Record<keyof DaylightFigures, Ramp>>>> = {
  "at night": {
    brightness: [30, 18],
    top: [30, 14],
    highlights: [0.12, 0.03],
    shadowYellow: [3, 0.5],
  },
  "golden hour": {
    lightWarmth: [0.3, 0.6],
    brightness: [24, 34],
    topLighter: [10, 24],
    contrast: [30, 45],
    greySky: [0.5, 0.25],
    saturation: [38, 28],
  },
  "blue hour": {
    blue: [0.55, 0.85],
    brightness: [50, 38],
    top: [14, 24],
    topLighter: [-4, 6],
    highlights: [0.1, 0.03],
    saturation: [8, 14],
  },
  daylight: { blueSky: [0.3, 0.6], brightness: [38, 48], contrast: [85, 74] },
  overcast: {
    greySky: [0.5, 0.85],
    topUneven: [12, 6],
    topLighter: [12, 28],
    saturation: [20, 12],
    brightness: [35, 45],
    contrast: [30, 45],
  },
};

/** How plainly each light of the day is seen, 0 to 1. */
export function daylightOf(figures: DaylightFigures): Record<Daylight, number> {
  const strength = (name: Daylight): number =>
    Object.entries(RULES[name]).reduce(
      (least, [figure, from]) =>
        Math.min(least, ramp(figures[figure as keyof DaylightFigures], from)),
      1,
    );
  return Object.fromEntries(DAYLIGHTS.map((name) => [name, strength(name)])) as Record<
    Daylight,
    number
  >;
}

const SKY_LIGHT = 45;
const CLOUD_LIGHT = 62;
/** Chroma that is the least of a blue sky, and the most of a grey one. */
const BLUE = 11;
const GREY = 8;

export function daylightFigures(view: View, light: Light, colour: Colour): DaylightFigures {
  const { width, height, lightness, a, b } = view;
  const levelAt = (cell: number): number => lightness[cell] ?? 0;
  const chromaAt = (cell: number): number => Math.hypot(a[cell] ?? 0, b[cell] ?? 0);
  const hueAt = (cell: number): number => hueOf(a[cell] ?? 0, b[cell] ?? 0);
  const isHue = (cell: number, from: number, to: number): boolean =>
    chromaAt(cell) > BLUE && hueAt(cell) > from && hueAt(cell) < to;

  const cells = [...lightness.keys()].filter((cell) => !Number.isNaN(levelAt(cell)));
  const topEnd = Math.ceil(height / 3) * width;
  const top = cells.filter((cell) => cell < topEnd);
  const rest = cells.filter((cell) => cell >= topEnd);
  const topLevel = average(top, levelAt);
  const lit = cells.filter((cell) => levelAt(cell) >= light.brightness);
  const shaded = cells.filter((cell) => levelAt(cell) < light.brightness);
  return {
    ...{ brightness: light.brightness, contrast: light.contrast },
    ...{ highlights: light.highlights, saturation: colour.saturation },
    ...{ top: topLevel, topLighter: topLevel - average(rest, levelAt) },
    topUneven: average(top, (cell) => Math.abs(levelAt(cell) - topLevel)),
    blueSky: share(top, (cell) => isHue(cell, 215, 288) && levelAt(cell) > SKY_LIGHT),
    greySky: share(top, (cell) => chromaAt(cell) < GREY && levelAt(cell) > CLOUD_LIGHT),
    blue: share(cells, (cell) => isHue(cell, 215, 320)),
    shadowYellow: average(shaded, (cell) => b[cell] ?? 0),
    lightWarmth: average(lit, (cell) => warmthOf(chromaAt(cell), hueAt(cell))),
  };
}

function average(cells: readonly number[], of: (cell: number) => number): number {
  return cells.reduce((sum, cell) => sum + of(cell), 0) / Math.max(1, cells.length);
}

function share(cells: readonly number[], is: (cell: number) => boolean): number {
  return average(cells, (cell) => Number(is(cell)));
}
