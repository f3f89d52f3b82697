import type { Picture } from "../../src/contract/sight.ts";
import { barred, blackBody, clouds, encoded, hash, rendered, type Colour } from "./rendered.ts";
import { daylightCases } from "./light-skies.ts";

/** Pictures whose properties are known, since they were rendered with them. */
export interface Case {
  readonly pictures: readonly Picture[];
  /** Words that are right of them, and words that are wrong; of others nothing is known. */
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  /** Longer sides of the picture that the camera moves in a second; null: not known. */
  readonly speed: number | null;
}

const MOTION = ["static shot", "slow movement", "movement", "fast movement"];
/** What cameras do to a picture: nothing, a letterbox, columns at the sides, upright, noise. */
const SHAPES = ["plain", "letterbox", "pillarbox", "upright", "grainy"] as const;
type Shape = (typeof SHAPES)[number];

/** The whole grid; the same every time. */
export function lightGrid(): Case[] {
  return [...exposures(), ...temperatures(), ...pans(), ...objects(), ...daylightCases()];
}

/** A scene of average reflectances, exposed from far too little to far too much. */
function exposures(): Case[] {
  const stops = [-6, -5, -4, -3.5, 0, 1.5, 2, 2.5];
  return grid(stops, SHAPES, [1, 2]).map(([stop, shape, seed]) => ({
    pictures: [shaped(shape, seed, ({ light }) => of(light * 2 ** stop))],
    right: stop <= -3.5 ? ["dark"] : stop >= 1.5 ? ["bright"] : [],
    wrong: stop <= -3.5 ? ["bright"] : stop >= 1.5 ? ["dark"] : ["dark", "bright"],
    speed: null,
  }));
}

/** The same scene under black bodies, by a camera that is set to daylight. */
function temperatures(): Case[] {
  const kelvins = [2200, 2700, 3200, 3800, 5600, 6500, 7500, 12_000, 16_000, 20_000];
  return grid(kelvins, SHAPES, [4, 5]).map(([kelvin, shape, seed]) => {
    const lamp = blackBody(kelvin);
    const paint = ({ light }: Spot): Colour => [
      encoded(light * lamp[0]),
      encoded(light * lamp[1]),
      encoded(light * lamp[2]),
    ];
    const [right, wrong] = kelvin < 4000 ? ["warm", "cold"] : ["cold", "warm"];
    const isNeutral = kelvin > 5000 && kelvin < 8000;
    return {
      pictures: [shaped(shape, seed, paint)],
      right: isNeutral ? [] : [right],
      wrong: isNeutral ? ["warm", "cold"] : [wrong],
      speed: null,
    };
  });
}

/** A camera that moves over the scene, in four directions, at known speeds. */
function pans(): Case[] {
  const speeds = [0, 0.03, 0.06, 0.12, 0.2, 0.3, 0.6];
  return grid(speeds, SHAPES, [0, 1, 3, 6]).map(([speed, shape, turn]) => {
    const by = 0.2 * speed;
    const angle = (turn * Math.PI) / 4;
    const shot = (moved: number): Picture =>
      shaped(shape, 20 + turn, ({ light }) => of(light), {
        shift: [moved * Math.cos(angle), moved * Math.sin(angle)],
        at: moved === 0 ? 0 : 0.2,
        grain: moved === 0 ? 1 : 2,
      });
    const still = { ...shot(0), at: 0.2 };
    const second =
      speed === 0
        ? shape === "grainy"
          ? shaped(shape, 20 + turn, ({ light }) => of(light), { at: 0.2, grain: 2 })
          : still
        : shot(by);
    const right =
      speed === 0
        ? "static shot"
        : speed < 0.1
          ? "slow movement"
          : speed < 0.4
            ? "movement"
            : "fast movement";
    return {
      pictures: [shot(0), second],
      right: [right, ...(speed >= 0.05 ? ["moving camera"] : [])],
      wrong: [
        ...MOTION.filter((word) => word !== right && !isNeighbour(word, right)),
        ...(speed === 0 ? ["moving camera"] : []),
      ],
      speed,
    };
  });
}

/** Something that crosses a scene in front of a camera that stands still. */
function objects(): Case[] {
  return grid([0.1, 0.2, 0.3], SHAPES, [1, 2]).map(([speed, shape, seed]) => {
    const shot = (at: number): Picture => {
      const left = 0.3 + speed * at;
      return shaped(
        shape,
        40 + seed,
        ({ u, v, light }) => {
          const inside = u > left && u < left + 0.22 && v > 0.25 && v < 0.75;
          return of(
            inside
              ? 0.05 + 0.9 * hash(Math.floor((u - left) * 40), Math.floor(v * 22), seed)
              : light,
          );
        },
        { at },
      );
    };
    return {
      pictures: [shot(0), shot(0.2)],
      right: [],
      wrong: ["moving camera", "static shot"],
      speed: null,
    };
  });
}

/** Speeds lie on a scale: which of two neighbouring words is said is a matter of taste. */
function isNeighbour(one: string, other: string): boolean {
  return (
    Math.abs(MOTION.indexOf(one) - MOTION.indexOf(other)) === 1 &&
    one !== "static shot" &&
    other !== "static shot"
  );
}

/** A place in the scene, 0 to 1 across and down, and how much light comes from it. */
interface Spot {
  readonly u: number;
  readonly v: number;
  /** Linear, about 0.18 on average, as scenes are. */
  readonly light: number;
}

interface Take {
  readonly at?: number;
  /** How far the camera has moved, in longer sides. */
  readonly shift?: readonly [number, number];
  readonly grain?: number;
}

function shaped(
  shape: Shape,
  seed: number,
  paint: (spot: Spot) => Colour,
  { at = 0, shift = [0, 0], grain = 1 }: Take = {},
): Picture {
  const [width, height] = shape === "upright" ? [144, 256] : [256, 144];
  const picture = rendered(
    (x, y) => {
      const [u, v] = [x + shift[0] * 256, y + shift[1] * 256];
      const light = lightAt(u, v, seed);
      const colour = paint({ u: x / width, v: y / height, light });
      if (shape !== "grainy") return colour;
      const noise = 14 * (hash(x, y, 1000 * grain + seed) - 0.5);
      return [colour[0] + noise, colour[1] + noise, colour[2] + noise];
    },
    { at, width, height },
  );
  if (shape === "letterbox") return barred(picture, 0.13);
  return shape === "pillarbox" ? barred(picture, 0.12, "columns") : picture;
}

const of = (light: number): Colour => [encoded(light), encoded(light), encoded(light)];

function grid<A, B, C>(a: readonly A[], b: readonly B[], c: readonly C[]): [A, B, C][] {
  return a.flatMap((x) => b.flatMap((y) => c.map((z): [A, B, C] => [x, y, z])));
}

const SIDE = 420;
const scenes = new Map<number, Float32Array>();

/** Linear light at a place of an endless scene, between pixels as a lens would mix it. */
function lightAt(x: number, y: number, seed: number): number {
  let scene = scenes.get(seed);
  if (scene === undefined) {
    scene = Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
      const [u, v] = [i % SIDE, Math.floor(i / SIDE)];
      return 0.02 + 0.5 * clouds(u, v, 31, seed) ** 2 + 0.1 * clouds(u, v, 7, seed + 99);
    });
    scenes.set(seed, scene);
  }
  const [u, v] = [x + SIDE / 5, y + SIDE / 5];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const at = (dx: number, dy: number): number => scene[(top + dy) * SIDE + left + dx] ?? 0;
  const [s, t] = [u - left, v - top];
  return (at(0, 0) * (1 - s) + at(1, 0) * s) * (1 - t) + (at(0, 1) * (1 - s) + at(1, 1) * s) * t;
}
