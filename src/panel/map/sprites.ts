import type { Palette } from "./palette.ts";
import type { Stamp } from "./raster.ts";

/** Discs that were drawn once, to be stamped. */
export interface Sprites {
  /** By number in `MAP_KINDS`. */
  readonly kinds: readonly Stamp[];
  readonly dim: Stamp;
}

/** How opaque points are, so that many on a heap look denser than one. */
const OPACITY = 0.85;

/** @param radius of a disc, in pixels of the screen */
export function makeSprites(palette: Palette, radius: number): Sprites {
  return {
    kinds: palette.kinds.map((colour) => disc(colour, radius, OPACITY)),
    dim: disc(palette.dim, radius * 0.7, 1),
  };
}

function disc(colour: string, radius: number, opacity: number): Stamp {
  const canvas = document.createElement("canvas");
  const side = 2 * Math.ceil(radius + 0.5);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) return { side, pixels: new Uint8ClampedArray(4 * side * side) };
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  context.fill();
  return { side, pixels: context.getImageData(0, 0, side, side).data };
}
