import type { View } from "./view.ts";

/** How light and shadow are spread over a picture. Shares are of its area, 0 to 1. */
export interface Light {
  /** Mean L*, 0 to 100. */
  readonly brightness: number;
  /** From the 5th to the 95th percentile of L*. */
  readonly contrast: number;
  /** L* of the darkest and the lightest hundredth. */
  readonly black: number;
  readonly white: number;
  /** Share with L* below 20. */
  readonly shadows: number;
  /** Share with L* above 80. */
  readonly highlights: number;
  /**
   * Film's two ways to light: high key is bright nearly everywhere; low key is mostly shadow, with
   * something lit in it (Zettl, Sight Sound Motion). Null: neither.
   */
  readonly key: "high" | "low" | null;
}

const SHADOW = 20;
const HIGHLIGHT = 80;

/** @returns null for a picture that is transparent all over. */
export function lightOf({ lightness }: View): Light | null {
  const sorted = lightness.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const percentile = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const brightness = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const shadows = sorted.findIndex((value) => value >= SHADOW) / sorted.length;
  const highlights = sorted.reduce((n, value) => n + Number(value > HIGHLIGHT), 0) / sorted.length;
  const light = {
    brightness,
    contrast: percentile(0.95) - percentile(0.05),
    black: percentile(0.01),
    white: percentile(0.99),
    // Nothing is found where all is shadow.
    shadows: shadows < 0 ? 1 : shadows,
    highlights,
  };
  return { ...light, key: keyOf(light, percentile(0.5)) };
}

function keyOf({ shadows, white }: Omit<Light, "key">, median: number): Light["key"] {
  if (shadows > 0.5 && white > 45) return "low";
  return median > 70 && shadows < 0.05 ? "high" : null;
}

/**
 * Whether a picture is a card: black, white, one colour, or a title on it. At least four fifths of it
 * are flat: within one step of the commonest L*, where film has at least its grain.
 */
export function isCard({ lightness, a, b }: View): boolean {
  const levels = new Float64Array(101);
  let cells = 0;
  for (const value of lightness) {
    if (Number.isNaN(value)) continue;
    cells++;
    const level = Math.min(100, Math.max(0, Math.round(value)));
    levels[level] = (levels[level] ?? 0) + 1;
  }
  const commonest = levels.indexOf(Math.max(...levels));
  const is = (at: number): boolean => Math.abs((lightness[at] ?? NaN) - commonest) <= 1;
  const flat = [...lightness.keys()].filter(is);
  if (flat.length < 0.8 * cells) return false;
  return spread(flat.map((at) => a[at] ?? 0)) < 2 && spread(flat.map((at) => b[at] ?? 0)) < 2;
}

/** Standard deviation. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
