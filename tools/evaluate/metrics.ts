/**
 * Normalised discounted cumulative gain of the first `depth` places, 0 to 1: the sum of
 * (2^grade - 1) / log2(place + 1), divided by that of the best order (Järvelin and Kekäläinen,
 * Cumulated gain-based evaluation of IR techniques, 2002; gain as in Burges et al., 2005).
 * 0 if no track is relevant.
 * @param ranked grades in the order found, best first
 * @param all grades of all tracks that could have been found
 */
export function ndcg(ranked: readonly number[], all: readonly number[], depth: number): number {
  const best = [...all].sort((a, b) => b - a);
  const ideal = dcg(best, depth);
  return ideal === 0 ? 0 : dcg(ranked, depth) / ideal;
}

function dcg(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}

/** The share of the first `depth` places whose grade is at least `least`; empty places count. */
export function precision(ranked: readonly number[], depth: number, least: number): number {
  return ranked.slice(0, depth).filter((grade) => grade >= least).length / depth;
}

/** The share of `a` that is in `b` too; 0 if `a` is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  return a.length === 0 ? 0 : a.filter((item) => b.includes(item)).length / a.length;
}

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
