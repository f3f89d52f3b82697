import type { Palette } from "./palette.ts";

/** Discs that were drawn once: copying one is far quicker than drawing it again. */
export interface Sprites {
  /** By number in `MAP_KINDS`. */
  readonly kinds: readonly HTMLCanvasElement[];
  readonly dim: HTMLCanvasElement;
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

function disc(colour: string, radius: number, opacity: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  const side = 2 * Math.ceil(radius + 0.5);
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext("2d");
  if (context === null) return canvas;
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.beginPath();
  context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
  context.fill();
  return canvas;
}
