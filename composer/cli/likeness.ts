import { writeFileSync } from "node:fs";
import { compose } from "../lib/compose.ts";
import { meanLikeness, type Likeness } from "../lib/similarity.ts";
import type { Style } from "../lib/style.ts";
import { lastCorpusSeed } from "../originals/seeds.ts";
import { styles } from "../styles/index.ts";
import { readOptions, wholeNumber } from "./usage.ts";

/** Pieces compared per style. */
const piecesOfStyle = 6;
const lengths = [30, 60, 90];

/** Likeness of pieces of one style: the mean over styles, and the style with the most alike pieces. */
export interface LikenessFigures {
  seconds: number;
  mean: Likeness;
  most: Record<keyof Likeness, { style: string; likeness: number }>;
}

/**
 * Compares pieces with different seeds within each style.
 * @param seconds length of the pieces
 */
export function likenessFigures(
  wanted: readonly Style[],
  seconds: number,
  firstSeed: number,
): LikenessFigures {
  const rows = wanted.map((style) => {
    const pieces = Array.from({ length: piecesOfStyle }, (_, i) =>
      compose(style, firstSeed + i, seconds),
    );
    return { style: style.name, ...meanLikeness(pieces) };
  });
  const mean = (of: keyof Likeness): number =>
    rows.reduce((sum, row) => sum + row[of], 0) / rows.length;
  const most = (of: keyof Likeness): { style: string; likeness: number } => {
    const { style, [of]: likeness } = rows.reduce((a, b) => (b[of] > a[of] ? b : a));
    return { style, likeness };
  };
  return {
    seconds,
    mean: { motif: mean("motif"), harmony: mean("harmony"), form: mean("form") },
    most: { motif: most("motif"), harmony: most("harmony"), form: most("form") },
  };
}

/** `likeness`: prints the likeness of pieces of one style. */
export function runLikeness(words: readonly string[]): void {
  const { options } = readOptions(words, { values: ["seed", "json"] });
  const seed = wholeNumber(options, "seed", { low: 0, high: lastCorpusSeed, fallback: 1001 });
  const found = lengths.map((seconds) => likenessFigures(styles, seconds, seed));
  for (const { seconds, mean, most } of found) {
    const parts = (["motif", "harmony", "form"] as const).map(
      (of) =>
        `${of} ${mean[of].toFixed(2)} (${most[of].style} ${most[of].likeness.toFixed(2)} the most)`,
    );
    console.log(`${seconds} s: ${parts.join(", ")}`);
  }
  const json = options.get("json");
  if (json === undefined) return;
  const report = { styles: styles.length, pieces: piecesOfStyle, seed, lengths: found };
  writeFileSync(json, `${JSON.stringify(report, null, 1)}\n`);
}
