import { compose, type Composition } from "../../composer/lib/compose.ts";
import { ordersOf } from "../../composer/lib/form.ts";
import { createRng } from "../../composer/lib/rng.ts";
import type { Style } from "../../composer/lib/style.ts";
import { styleNamed, styles } from "../../composer/styles/index.ts";

/** The inputs of a composition. */
export interface Draw {
  style: Style;
  seed: number;
  seconds: number;
  order: number;
}

export interface DrawnPiece extends Composition {
  /** Target length in seconds. */
  seconds: number;
}

/** Draws of every style: short and long, in all orders. The same name always gives the same draws. */
export function draws(name: string, count: number, of: readonly Style[] = styles): Draw[] {
  return of.flatMap((style) => {
    const rng = createRng(`${name} ${style.name}`);
    return Array.from({ length: count }, (_, i) => ({
      style,
      seed: rng.int(0, 899_999_999),
      seconds: rng.int(15, 80),
      order: i % ordersOf(style.form),
    }));
  });
}

/** Composes a draw, in its own style by default. */
export function composed({ style, seed, seconds, order }: Draw, as: Style = style): DrawnPiece {
  return { ...compose(as, seed, seconds, order), seconds };
}

export function drawPieces(name: string, count: number, of?: readonly Style[]): DrawnPiece[] {
  return draws(name, count, of).map((draw) => composed(draw));
}

export function known(name: string): Style {
  const style = styleNamed(name);
  if (!style) throw new Error(`There is no style "${name}"`);
  return style;
}

/** Beats of a bar, the beat on which the last bar begins, and the beat on which it ends. */
export function frameOf({ score }: Composition): { bar: number; rest: number; end: number } {
  const [first] = score.sections;
  const last = score.sections.at(-1);
  if (!first || !last) throw new Error("A piece has sections");
  const bar = first.beats / first.bars;
  const end = last.start + last.beats;
  return { bar, rest: end - bar, end };
}

/** The place of a fault: "waltz, seed 7, 60 s, order 2, bar 9". */
export function placeOf(piece: DrawnPiece, beat: number): string {
  const { style, seed, seconds, order } = piece;
  const bar = Math.floor(beat / frameOf(piece).bar + 0.05) + 1;
  return `${style.name}, seed ${seed}, ${seconds} s, order ${order}, bar ${bar}`;
}
