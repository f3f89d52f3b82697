import { table } from "../src/cli/text/table.ts";
import { keeps, type Figure } from "./figure.ts";

const CELLS = 100;

/** The figures as a table, with their targets. */
export function report(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${round(figure.value)} ${figure.unit}`,
    figure.beside === undefined ? "" : `${round(figure.beside)} ${figure.unit}`,
    figure.p95 === undefined ? "" : `${round(figure.p95)} ${figure.unit}`,
    String(figure.runs),
    targetOf(figure),
    verdict(figure),
  ]);
  return table(
    [
      { title: "Figure", least: 30 },
      { title: "Median", align: "right" },
      { title: "Beside", align: "right" },
      { title: "p95", align: "right" },
      { title: "Runs", align: "right" },
      { title: "Target", align: "right" },
      { title: "" },
    ],
    rows,
    CELLS,
  );
}

function targetOf({ target, unit }: Figure): string {
  if (target === undefined) return "";
  return `${target.bound === "most" ? "≤" : "≥"} ${round(target.value)} ${unit}`;
}

function verdict(figure: Figure): string {
  const kept = keeps(figure);
  return kept === null ? "" : kept ? "kept" : "MISSED";
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
