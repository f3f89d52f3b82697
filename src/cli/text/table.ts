import { printable } from "./printable.ts";
import { fit, width } from "./width.ts";

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** The least width, in cells, if the table is too wide; without it the column keeps its width. */
  readonly least?: number;
}

const GAP = 2;

/** Aligned rows under headings. Columns with a least width shrink to keep lines within `limit` cells. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  limit: number,
): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map((column, at) =>
    Math.max(width(column.title), ...cells.map((row) => width(row[at] ?? ""))),
  );
  shrink(columns, widths, limit);
  const line = (row: readonly string[]): string =>
    columns
      .map((column, at) => pad(fit(row[at] ?? "", widths[at] ?? 0), widths[at] ?? 0, column.align))
      .join(" ".repeat(GAP))
      .trimEnd();
  return [line(columns.map((column) => column.title)), ...cells.map(line)].join("\n");
}

/** Narrows the widest column that may shrink, one cell at a time, until the table fits. */
function shrink(columns: readonly Column[], widths: number[], limit: number): void {
  const total = (): number => widths.reduce((sum, each) => sum + each, GAP * (widths.length - 1));
  while (total() > limit) {
    let widest = -1;
    columns.forEach((column, at) => {
      const here = widths[at] ?? 0;
      if (here > (column.least ?? Infinity) && here > (widths[widest] ?? 0)) widest = at;
    });
    if (widest < 0) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

function pad(text: string, cells: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, cells - width(text)));
  return align === "left" ? text + space : space + text;
}
