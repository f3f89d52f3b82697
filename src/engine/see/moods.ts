import type { SightKind } from "../../contract/sight.ts";
import { ramp, type Ramp } from "./ramp.ts";
import type { Figures } from "./figures.ts";

/** What the table asks for. A figure that is not known (motion of a single picture) fits nothing. */
const ASKED = {
  brightness: ({ light }: Figures) => light.brightness,
  contrast: ({ light }: Figures) => light.contrast,
  shadows: ({ light }: Figures) => light.shadows,
  warmth: ({ colour }: Figures) => colour.warmth,
  saturation: ({ colour }: Figures) => colour.saturation,
  green: ({ colour }: Figures) => colour.hues.find(({ hue }) => hue === "green")?.share ?? 0,
  grey: ({ colour }: Figures) => Number(colour.isGrey),
  speed: ({ motion }: Figures) => motion?.speed ?? NaN,
  camera: ({ motion }: Figures) => motion?.camera ?? NaN,
  changed: ({ motion }: Figures) => motion?.changed ?? NaN,
  flash: ({ motion }: Figures) => motion?.flash ?? NaN,
} as const;
type Asked = keyof typeof ASKED;

export interface Row {
  readonly word: string;
  readonly kind: SightKind;
  /** All must hold; the weakest says how plain it is. */
  readonly when: readonly (readonly [Asked, Ramp])[];
  /** Words that mean the contrary: what more pictures show is said. */
  readonly not?: readonly string[];
}

/** Hardly any motion, and none of the light's either. */
const QUIET = [
  ["speed", [0.1, 0.05]],
  ["flash", [3, 1]],
] as const;

const LIGHT: readonly Row[] = [
  {
    word: "dark",
    kind: "light",
    when: [
      ["brightness", [32, 22]],
      ["shadows", [0.35, 0.6]],
    ],
    not: ["bright"],
  },
  {
    word: "bright",
    kind: "light",
    when: [
      ["brightness", [58, 72]],
      ["shadows", [0.15, 0.04]],
    ],
  },
  { word: "flickering light", kind: "light", when: [["flash", [2, 6]]] },
];

const COLOUR: readonly Row[] = [
  // Young green counts as warm with people, but a meadow is not what is meant by warm light.
  {
    word: "warm",
    kind: "colour",
    when: [
      ["warmth", [0.2, 0.45]],
      ["green", [0.6, 0.3]],
    ],
    not: ["cold"],
  },
  // A blue sky by day is not what is meant by cold.
  {
    word: "cold",
    kind: "colour",
    when: [
      ["warmth", [-0.15, -0.4]],
      ["brightness", [64, 52]],
    ],
  },
  { word: "colourful", kind: "colour", when: [["saturation", [28, 42]]] },
  { word: "black and white", kind: "colour", when: [["grey", [0, 1]]] },
];

const MOTION: readonly Row[] = [
  {
    word: "static shot",
    kind: "motion",
    when: [
      ["speed", [0.02, 0.005]],
      ["flash", [3, 1]],
    ],
  },
  {
    word: "slow movement",
    kind: "motion",
    when: [
      ["speed", [0.01, 0.03]],
      ["speed", [0.16, 0.1]],
    ],
  },
  {
    word: "movement",
    kind: "motion",
    when: [
      ["speed", [0.08, 0.14]],
      ["speed", [0.6, 0.35]],
    ],
  },
  {
    word: "fast movement",
    kind: "motion",
    when: [["speed", [0.35, 0.6]]],
    not: ["static shot", "slow movement"],
  },
  { word: "moving camera", kind: "motion", when: [["camera", [0.01, 0.04]]], not: ["static shot"] },
];

/**
 * The moods go where people were found to feel colours: pleasure rises with brightness and a little
 * with saturation, arousal with saturation and with darkness (Valdez & Mehrabian, J. Exp. Psychology:
 * General 123, 1994); arousal rises with motion as well (Detenber, Simons & Bennett, J. Broadcasting
 * & Electronic Media 42, 1998). The words are those that music is described with.
 */
const MOOD: readonly Row[] = [
  {
    word: "calm",
    kind: "mood",
    when: [...QUIET, ["contrast", [80, 60]]],
    not: ["tense", "energetic"],
  },
  {
    word: "mysterious",
    kind: "mood",
    when: [
      ["speed", [0.16, 0.08]],
      ["brightness", [38, 28]],
      ["warmth", [0.25, 0.1]],
    ],
  },
  {
    word: "sombre",
    kind: "mood",
    when: [
      ["brightness", [45, 33]],
      ["saturation", [14, 8]],
      ["speed", [0.3, 0.2]],
    ],
    not: ["lively"],
  },
  {
    word: "tense",
    kind: "mood",
    when: [
      ["brightness", [40, 30]],
      ["speed", [0.1, 0.2]],
      ["warmth", [0.2, 0.05]],
    ],
  },
  {
    word: "lively",
    kind: "mood",
    when: [
      ["speed", [0.1, 0.2]],
      ["brightness", [38, 48]],
      ["saturation", [16, 26]],
    ],
  },
  {
    word: "energetic",
    kind: "mood",
    when: [
      ["speed", [0.3, 0.5]],
      ["brightness", [35, 45]],
    ],
  },
];

/** From figures to words; each ramp is the figure at which a word is not said, and is plain. */
export const ROWS: readonly Row[] = [...LIGHT, ...COLOUR, ...MOTION, ...MOOD];

/** How plainly a row's word fits a picture, 0 to 1. */
export function strengthOf({ when }: Row, figures: Figures): number {
  return when.reduce((least, [asked, from]) => {
    const figure = ASKED[asked](figures);
    return Number.isNaN(figure) ? 0 : Math.min(least, ramp(figure, from));
  }, 1);
}
