import type { SightKind } from "../../contract/sight.ts";
import { ramp, type Ramp } from "./ramp.ts";
import type { Figures } from "./figures.ts";

/** What the table asks for. A figure that is not known (motion of a single picture) fits nothing. */
const ASKED = {
  brightness: ({ light }: Figures) => light.brightness,
  contrast: ({ light }: Figures) => light.contrast,
  shadows: ({ light }: Figures) => light.shadows,
  highlights: ({ light }: Figures) => light.highlights,
  warmth: ({ colour }: Figures) => colour.warmth,
  saturation: ({ colour }: Figures) => colour.saturation,
  speed: ({ motion }: Figures) => motion?.speed ?? NaN,
  changed: ({ motion }: Figures) => motion?.changed ?? NaN,
  flash: ({ motion }: Figures) => motion?.flash ?? NaN,
  grey: ({ colour }: Figures) => Number(colour.isGrey),
} as const;
type Asked = keyof typeof ASKED;

export interface Row {
  readonly word: string;
  readonly kind: SightKind;
  /** All must hold; the weakest says how plain it is. */
  readonly when: Partial<Record<Asked, Ramp>>;
  /** Words that mean the contrary: what more pictures show is said. */
  readonly not?: readonly string[];
}

/**
 * From figures to words for light, colour, motion and mood. The moods go where people were found to
 * feel colours: pleasure rises with brightness and a little with saturation, arousal with saturation
 * and with darkness, dominance with darkness (Valdez & Mehrabian, J. Exp. Psychology: General 123,
 * 1994), arousal also with motion and with short, high-contrast light (Detenber et al., J.
 * Broadcasting & Electronic Media 42, 1998). The words are those that music is described with.
 */
export const MOODS: readonly Row[] = [
  {
    word: "dark",
    kind: "light",
    when: { brightness: [32, 22], shadows: [0.35, 0.6] },
    not: ["bright"],
  },
  { word: "bright", kind: "light", when: { brightness: [58, 72], shadows: [0.15, 0.04] } },
  { word: "flickering light", kind: "light", when: { flash: [2, 6], changed: [0.7, 0.4] } },
  { word: "warm", kind: "colour", when: { warmth: [0.2, 0.45] }, not: ["cold"] },
  { word: "cold", kind: "colour", when: { warmth: [-0.1, -0.3] } },
  { word: "black and white", kind: "colour", when: { grey: [0, 1] } },
  { word: "colourful", kind: "colour", when: { saturation: [28, 42] } },
  {
    word: "still",
    kind: "motion",
    when: { speed: [0.02, 0.005], flash: [3, 1] },
    not: ["moving", "fast"],
  },
  { word: "slow", kind: "motion", when: { speed: [0.16, 0.08] }, not: ["fast"] },
  { word: "moving", kind: "motion", when: { speed: [0.08, 0.2] } },
  { word: "fast", kind: "motion", when: { speed: [0.35, 0.6] } },
  {
    word: "calm",
    kind: "mood",
    when: { speed: [0.1, 0.04], flash: [3, 1], contrast: [80, 60] },
    not: ["tense", "energetic"],
  },
  {
    word: "peaceful",
    kind: "mood",
    when: { speed: [0.1, 0.04], flash: [3, 1], brightness: [40, 52] },
    not: ["tense", "energetic"],
  },
  {
    word: "dreamy",
    kind: "mood",
    when: { speed: [0.14, 0.07], contrast: [55, 38], saturation: [30, 18], brightness: [38, 50] },
  },
  {
    word: "mysterious",
    kind: "mood",
    when: { speed: [0.16, 0.08], brightness: [42, 30], warmth: [0.25, 0.1] },
  },
  {
    word: "intimate",
    kind: "mood",
    when: { speed: [0.14, 0.07], brightness: [42, 30], warmth: [0.15, 0.35] },
  },
  {
    word: "sombre",
    kind: "mood",
    when: { brightness: [45, 33], saturation: [14, 8], speed: [0.3, 0.2] },
    not: ["lively"],
  },
  {
    word: "tense",
    kind: "mood",
    when: { brightness: [40, 30], speed: [0.1, 0.2], warmth: [0.2, 0.05] },
  },
  {
    word: "lively",
    kind: "mood",
    when: { speed: [0.1, 0.2], brightness: [38, 48], saturation: [16, 26] },
  },
  { word: "energetic", kind: "mood", when: { speed: [0.3, 0.5], brightness: [35, 45] } },
];

/** How plainly a row's word fits a picture, 0 to 1. */
export function strengthOf({ when }: Row, figures: Figures): number {
  const ramps = Object.entries(when) as [Asked, Ramp][];
  return ramps.reduce((least, [asked, from]) => {
    const figure = ASKED[asked](figures);
    return Number.isNaN(figure) ? 0 : Math.min(least, ramp(figure, from));
  }, 1);
}
