import { MAP_KINDS } from "../../contract/map.ts";

/** The colours of a theme, as CSS writes them, and the font of texts. */
export interface Palette {
  /** By number in `MAP_KINDS`. */
  readonly kinds: readonly string[];
  readonly dim: string;
  readonly ground: string;
  readonly text: string;
  readonly accent: string;
  /** On the accent. */
  readonly onAccent: string;
  readonly font: string;
}

/** Reads the colours that stand in an element's custom properties. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const value = (name: string): string => style.getPropertyValue(`--nd-map-${name}`).trim();
  return {
    kinds: MAP_KINDS.map(value),
    dim: value("dim"),
    ground: value("ground"),
    text: value("text"),
    accent: value("accent"),
    onAccent: value("on-accent"),
    font: style.fontFamily,
  };
}
