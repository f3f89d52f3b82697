import { svg, type SVGTemplateResult } from "lit";

/** Pictures are drawn in this size, whatever size they are shown in. */
export const WIDTH = 320;
export const HEIGHT = 180;

/** Draws a clip at `at` seconds of its file; `id` goes before the ids of its gradients. */
export type Scene = (id: string, at: number) => SVGTemplateResult;

/** Numbers from 0 to 1 that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One value per item, from a chance of its own. */
export function scatter<T>(
  count: number,
  seed: number,
  make: (random: () => number, index: number) => T,
): T[] {
  const random = chance(seed);
  return Array.from({ length: count }, (_, index) => make(random, index));
}

export const n = (value: number): string => value.toFixed(1);

/** Colours along a gradient: offset from 0 to 1, and `#rgb` or `#rgb/opacity`; ascending. */
export type Stops = readonly (readonly [offset: number, paint: string])[];

/** A gradient from top to bottom. */
export function upright(id: string, stops: Stops): SVGTemplateResult {
  return svg`<linearGradient id=${id} x1="0" y1="0" x2="0" y2="1">${stopList(stops)}</linearGradient>`;
}

/** A gradient from a middle outwards. */
export function glow(id: string, stops: Stops): SVGTemplateResult {
  return svg`<radialGradient id=${id}>${stopList(stops)}</radialGradient>`;
}

function stopList(stops: Stops): SVGTemplateResult[] {
  return stops.map(([offset, paint]) => {
    const [colour = "#000", opacity = "1"] = paint.split("/");
    return svg`<stop offset=${offset} stop-color=${colour} stop-opacity=${opacity} />`;
  });
}

export function fill(paint: string, opacity = 1): SVGTemplateResult {
  return svg`<rect width=${WIDTH} height=${HEIGHT} fill=${paint} opacity=${opacity} />`;
}

/** How wide a strip is before it begins again. */
export const STRIP = 400;

/** A strip that goes on for ever, moved to the left by `by`. */
export function strip(content: unknown, by: number): SVGTemplateResult {
  const shift = ((by % STRIP) + STRIP) % STRIP;
  return svg`<g transform="translate(${n(-shift)} 0)">${content}</g>
    <g transform="translate(${n(STRIP - shift)} 0)">${content}</g>`;
}

/** A forest's edge as one path, `STRIP` wide: ground at `base` with firs on it. */
export function firs(base: number, tall: number, count: number, seed: number): string {
  const trees = scatter(count, seed, (random, index) => {
    const x = ((index + 0.2 + 0.6 * random()) * STRIP) / count;
    return fir(x, base + 3 * random(), tall * (0.55 + 0.45 * random()), random);
  });
  return `${trees.join("")}M0 ${n(base)}H${STRIP}V${HEIGHT + 40}H0Z`;
}

/** A fir that stands at x, y: tiers that become wider downwards, uneven at both sides. */
function fir(x: number, y: number, tall: number, random: () => number): string {
  const tiers = 4 + Math.floor(random() * 3);
  const half = tall * (0.16 + 0.06 * random());
  const side = (sign: number): string[] =>
    Array.from({ length: tiers }, (_, tier) => {
      const part = (tier + 1) / tiers;
      const out = half * part * (0.85 + 0.3 * random());
      const down = y - tall * (1 - part);
      return `${n(x + sign * out)} ${n(down)} ${n(x + sign * out * 0.45)} ${n(down - tall * 0.02)}`;
    });
  const left = side(-1).map((pair) => pair.split(" "));
  // Up the left side, so the order of its points is turned round.
  const up = left.reverse().map(([ox, oy, ix, iy]) => `${ix} ${iy} ${ox} ${oy}`);
  return `M${n(x)} ${n(y - tall)}L${side(1).join(" ")} ${up.join(" ")}Z`;
}

/** A hill's outline, `STRIP` wide and without a seam. */
export function hills(base: number, tall: number, seed: number): string {
  const random = chance(seed);
  const waves = [1, 2, 3, 5, 8].map((times) => ({ times, turn: 6.28 * random() }));
  const heightAt = (x: number): number =>
    waves.reduce(
      (sum, { times, turn }) => sum + Math.sin((x / STRIP) * 6.2832 * times + turn) / times,
      0,
    );
  const points = Array.from({ length: 81 }, (_, i) => {
    const x = (i * STRIP) / 80;
    return `${n(x)} ${n(base - tall * 0.5 * heightAt(x))}`;
  });
  return `M${points.join("L")}V${HEIGHT + 40}H0Z`;
}

/** A soft cloud of overlapping ellipses, to be filled with a `glow`. */
export function puffs(
  count: number,
  seed: number,
  place: { y: number; spread: number; size: number },
): { cx: string; cy: string; rx: string; ry: string }[] {
  return scatter(count, seed, (random) => ({
    cx: n(random() * STRIP),
    cy: n(place.y + (random() - 0.5) * place.spread),
    rx: n(place.size * (0.6 + 0.8 * random())),
    ry: n(place.size * (0.22 + 0.2 * random())),
  }));
}
