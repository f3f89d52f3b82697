import type { CaptionFigures } from "./captions.ts";
import { table, within } from "./table.ts";

/** Figures of captions as text for a terminal, the best system first. */
export function captionTable({ cases, rows, oracle, atLeastOracle }: CaptionFigures): string {
  const sorted = [...rows].sort((a, b) => b.ndcgAt10.value - a.ndcgAt10.value);
  return [
    `Captions of ${cases} cases, nDCG@10; the best source of each case: ${within(oracle)}, ` +
      `reached in ${(100 * atLeastOracle).toFixed(0)} % of them`,
    table([
      ["searched by", "cases", "nDCG@10", "behind the caption", "where it is there"],
      ...sorted.map(({ system, cases: there, ndcgAt10, behind, behindWhereThere }) => [
        system,
        String(there),
        within(ndcgAt10),
        within(behind),
        within(behindWhereThere),
      ]),
    ]),
  ].join("\n\n");
}
