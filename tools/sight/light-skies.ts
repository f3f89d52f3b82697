import type { Case } from "./light-grid.ts";
import { clouds, hash, rendered, type Colour } from "./rendered.ts";

type Tone = readonly [red: number, green: number, blue: number];

/** A landscape, as light makes it look: sky from top to horizon, ground, and what lies over it. */
interface Landscape {
  readonly right: readonly string[];
  readonly sky: readonly [Tone, Tone];
  readonly ground: Tone;
  /** How much the ground's light varies, 0 to 1. */
  readonly relief: number;
  /** What the distance fades into, and how much of it is left near by. */
  readonly haze?: { readonly tone: Tone; readonly near: number };
  /** Points of light: a night has stars above and windows below. */
  readonly points?: { readonly tone: Tone; readonly share: number };
}

const LANDSCAPES: readonly Landscape[] = [
  {
    right: ["daylight"],
    sky: [
      [58, 118, 196],
      [168, 204, 232],
    ],
    ground: [96, 128, 58],
    relief: 0.7,
  },
  {
    right: ["daylight"],
    sky: [
      [84, 146, 214],
      [150, 190, 226],
    ],
    ground: [190, 168, 128],
    relief: 0.5,
  },
  {
    right: ["at night"],
    sky: [
      [4, 6, 14],
      [14, 18, 34],
    ],
    ground: [10, 12, 16],
    relief: 0.6,
    points: { tone: [240, 224, 180], share: 0.012 },
  },
  {
    right: ["at night"],
    sky: [
      [10, 12, 26],
      [28, 30, 44],
    ],
    ground: [18, 18, 24],
    relief: 0.7,
    points: { tone: [255, 190, 110], share: 0.02 },
  },
  {
    right: ["golden hour"],
    sky: [
      [214, 158, 112],
      [255, 205, 120],
    ],
    ground: [86, 58, 30],
    relief: 0.6,
  },
  {
    right: ["golden hour"],
    sky: [
      [178, 128, 110],
      [250, 170, 84],
    ],
    ground: [60, 44, 28],
    relief: 0.5,
  },
  {
    right: ["blue hour"],
    sky: [
      [28, 44, 92],
      [96, 116, 160],
    ],
    ground: [24, 32, 52],
    relief: 0.4,
    points: { tone: [255, 200, 120], share: 0.006 },
  },
  {
    right: ["blue hour"],
    sky: [
      [38, 58, 112],
      [70, 92, 140],
    ],
    ground: [30, 40, 66],
    relief: 0.5,
  },
  {
    right: ["overcast"],
    sky: [
      [178, 182, 186],
      [212, 214, 216],
    ],
    ground: [84, 92, 72],
    relief: 0.6,
  },
  {
    right: ["overcast"],
    sky: [
      [196, 198, 200],
      [226, 227, 228],
    ],
    ground: [96, 90, 82],
    relief: 0.5,
  },
  {
    right: [],
    sky: [
      [186, 190, 192],
      [200, 203, 204],
    ],
    ground: [90, 98, 88],
    relief: 0.5,
    haze: { tone: [198, 201, 202], near: 0.45 },
  },
  {
    right: [],
    sky: [
      [160, 166, 172],
      [176, 181, 186],
    ],
    ground: [80, 84, 84],
    relief: 0.6,
    haze: { tone: [172, 177, 181], near: 0.5 },
  },
];

/** What is no landscape, though one figure or another of it looks like one. */
const OTHERS: readonly {
  readonly name: string;
  readonly paint: (x: number, y: number, seed: number) => Colour;
}[] = [
  // A room in lamplight: warm, light at one side.
  {
    name: "room",
    paint: (x, y, s) =>
      lit(
        [150, 108, 70],
        0.3 + 0.7 * Math.exp(-((x - 200) ** 2 / 9000)) * (0.5 + clouds(x, y, 30, s)),
      ),
  },
  // A dark room in lamplight.
  {
    name: "dim room",
    paint: (x, y, s) =>
      lit(
        [120, 78, 40],
        0.1 +
          0.7 *
            Math.exp(-(((x - 60) ** 2 + (y - 90) ** 2) / 2500)) *
            (0.6 + 0.6 * clouds(x, y, 20, s)),
      ),
  },
  // A white studio with a dark thing in the middle.
  {
    name: "studio",
    paint: (x, y, s) =>
      Math.hypot(x - 128, y - 72) < 40
        ? lit([120, 40, 50], 0.5 + 0.6 * clouds(x, y, 16, s))
        : lit([236, 236, 238], 0.94 + 0.06 * clouds(x, y, 60, s)),
  },
  // Leaves from near by.
  { name: "leaves", paint: (x, y, s) => lit([104, 150, 60], 0.2 + 1.1 * clouds(x, y, 22, s)) },
  // A face, or anything else in skin's colours, before a grey wall.
  {
    name: "portrait",
    paint: (x, y, s) =>
      Math.hypot((x - 128) / 50, (y - 80) / 62) < 1
        ? lit([206, 150, 122], 0.6 + 0.5 * clouds(x, y, 40, s))
        : lit([120, 122, 124], 0.5 + 0.5 * clouds(x, y, 50, s)),
  },
  // Bricks.
  {
    name: "wall",
    paint: (x, y, s) =>
      lit(
        [150, 74, 56],
        (y % 12 < 2 || (x + (Math.floor(y / 12) % 2) * 14) % 28 < 2 ? 1.35 : 0.75) +
          0.3 * hash(x, y, s),
      ),
  },
];

const DAYLIGHT = ["daylight", "at night", "golden hour", "blue hour", "overcast"];
const SEEDS = [1, 2, 3, 4];

/** Landscapes by day and night and in weathers, and what is none. */
export function daylightCases(): Case[] {
  return [
    ...LANDSCAPES.flatMap((landscape) =>
      SEEDS.map((seed) => ({
        pictures: [rendered((x, y) => landscapeAt(landscape, x, y, seed))],
        right: landscape.right,
        wrong: DAYLIGHT.filter((word) => !landscape.right.includes(word)),
        speed: null,
      })),
    ),
    ...OTHERS.flatMap(({ paint }) =>
      SEEDS.map((seed) => ({
        pictures: [rendered((x, y) => paint(x, y, seed))],
        ...{ right: [], wrong: DAYLIGHT, speed: null },
      })),
    ),
  ];
}

function landscapeAt(
  { sky, ground, relief, haze, points }: Landscape,
  x: number,
  y: number,
  seed: number,
): Colour {
  const horizon = 62 + 22 * clouds(x, 0, 60, seed);
  const isSky = y < horizon;
  const shine =
    points !== undefined && hash(x >> 1, y >> 1, seed) < points.share * (isSky ? 0.4 : 1);
  if (shine) return points.tone;
  const part = Math.min(1, y / horizon);
  const tone: Tone = isSky
    ? mixed(sky[0], sky[1], part)
    : scaled(ground, 1 - relief / 2 + relief * clouds(x, y, 10, seed));
  const soft = isSky ? scaled(tone, 0.97 + 0.06 * clouds(x, y, 44, seed)) : tone;
  if (haze === undefined) return [...soft];
  const distance = isSky ? 1 : 1 - (y - horizon) / (144 - horizon);
  return [...mixed(soft, haze.tone, haze.near + (1 - haze.near) * distance)];
}

const mixed = (a: Tone, b: Tone, t: number): Tone => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
const scaled = (tone: Tone, by: number): Tone => [tone[0] * by, tone[1] * by, tone[2] * by];
const lit = (tone: Tone, by: number): Colour => [...scaled(tone, by)];
