import { hueOf } from "./cielab.ts";
import type { View } from "./view.ts";

/** Names of hues, each with where it begins in CIELAB, in degrees. */
const HUES = [
  ["red", 20],
  ["orange", 48],
  ["yellow", 78],
  ["green", 110],
  ["cyan", 175],
  ["blue", 230],
  ["violet", 305],
  ["pink", 335],
] as const;
export type Hue = (typeof HUES)[number][0];

/** The colours of a picture. */
export interface Colour {
  /**
   * Mean of 0.02 C^1.07 cos(h - 50°): what Ou et al. (Color Research & Application 29, 2004) found
   * that people call warm or cool. 0: neither; orange light is 0.3 and more, blue -0.3 and less.
   */
  readonly warmth: number;
  /** Mean chroma C*: 0 (grey) to about 100. */
  readonly saturation: number;
  /** No colour at all, but for what coding leaves: black and white. */
  readonly isGrey: boolean;
  /** All that is coloured has one hue, as in sepia. False for grey. */
  readonly isTinted: boolean;
  /** Hues of what is coloured, with their shares of the picture's area, widest first. */
  readonly hues: readonly { readonly hue: Hue; readonly share: number }[];
}

/** Chroma below which a hue is not seen as one. */
const COLOURED = 8;
/** Chroma that JPEG gives to grey. */
const GREY = 5;
/** How nearly all hues agree in a tinted picture: length of their mean, weighted by chroma. */
const ONE_HUE = 0.985;

/** @returns null for a picture that is transparent all over. */
export function colourOf({ lightness, a, b }: View): Colour | null {
  let [cells, warmth, saturation, coloured, sumA, sumB] = [0, 0, 0, 0, 0, 0];
  const areas = new Map<Hue, number>();
  for (let i = 0; i < lightness.length; i++) {
    const [x, y] = [a[i] ?? NaN, b[i] ?? NaN];
    if (Number.isNaN(x)) continue;
    const chroma = Math.hypot(x, y);
    const hue = hueOf(x, y);
    cells++;
    saturation += chroma;
    warmth += warmthOf(chroma, hue);
    sumA += x;
    sumB += y;
    if (chroma > GREY) coloured++;
    if (chroma > COLOURED) areas.set(hueName(hue), (areas.get(hueName(hue)) ?? 0) + 1);
  }
  if (cells === 0) return null;
  const isGrey = coloured < 0.02 * cells;
  return {
    warmth: warmth / cells,
    saturation: saturation / cells,
    isGrey,
    isTinted: !isGrey && Math.hypot(sumA, sumB) > ONE_HUE * saturation,
    hues: [...areas]
      .map(([hue, area]) => ({ hue, share: area / cells }))
      .sort((one, other) => other.share - one.share),
  };
}

/** @param hue in degrees */
export function warmthOf(chroma: number, hue: number): number {
  return 0.02 * chroma ** 1.07 * Math.cos(((hue - 50) * Math.PI) / 180);
}

function hueName(degrees: number): Hue {
  return HUES.filter(([, from]) => degrees >= from).at(-1)?.[0] ?? "pink";
}
