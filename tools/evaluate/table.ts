import type { Estimate } from "./bootstrap.ts";
import type { NegationFigures } from "./negations.ts";
import type { Figures } from "./parts.ts";
import type { SceneFigures, SceneRow } from "./scene-search.ts";

/** All figures as text for a terminal. */
export function tablesOf(figures: Figures): string {
  const { pack, scenes, negations, untaggedNegations, typos, filters, order } = figures;
  const parts = [pack];
  for (const [pool, found] of Object.entries(scenes ?? {})) parts.push(sceneTable(pool, found));
  if (negations !== undefined) parts.push(negationTable("", negations));
  if (untaggedNegations !== undefined) {
    parts.push(negationTable(", on an index without tags", untaggedNegations));
  }
  if (typos !== undefined) {
    parts.push(
      `${typos.words} misspelled words, share of the right spelling's first ten`,
      table([
        ["errors", "understood", "as written"],
        ...typos.rows.map((row) => [
          String(row.errors),
          within(row.withUnderstanding),
          within(row.without),
        ]),
      ]),
    );
  }
  if (filters !== undefined) {
    const { withUnderstanding, without } = filters;
    parts.push(
      `${filters.queries} queries with a filter, share of the first ten`,
      table([
        ["tracks that", "understood", "as plain words"],
        ["fit it", percent(withUnderstanding.fit), percent(without.fit)],
        ["do not", percent(withUnderstanding.break), percent(without.break)],
        ["are not known to", percent(withUnderstanding.unknown), percent(without.unknown)],
      ]),
    );
  }
  if (order !== undefined) {
    parts.push(
      `Order of ${order.queries} queries under Node: ${order.sha256.slice(0, 16)}`,
      table([
        ["same order on", "first 10", `first ${order.places}`],
        ...order.rows.map((row) => [row.device, String(row.sameFirst10), String(row.sameFirst50)]),
      ]),
    );
  }
  return parts.join("\n\n");
}

function negationTable(where: string, found: NegationFigures): string {
  return [
    `${found.pairs} negations${where}, share of the first ten`,
    table([
      ["tracks with", "without it", "with it"],
      ["unwanted tags", percent(found.unwantedBefore), percent(found.unwantedAfter)],
      ["wanted tags", percent(found.wantedBefore), percent(found.wantedAfter)],
    ]),
  ].join("\n\n");
}

function sceneTable(pool: string, figures: SceneFigures): string {
  const { tracks, scenes, texts, grades, rows } = figures;
  const registers = Object.keys(rows[0]?.registers ?? {});
  const counts = grades.map((count, grade) => `${count.toFixed(1)} of grade ${grade}`).join(", ");
  return [
    `Scenes, ${pool}: ${tracks} tracks; ${scenes} scenes, ${texts} texts; tracks per scene: ${counts}; ` +
      `${figures.scenesWithoutGoodTracks} scenes without any of grade 2`,
    table([
      ["nDCG@10, P@5", "nDCG", "behind", "P@5", "typos"],
      ...rows.map((row) => [
        row.system,
        within(row.ndcgAt10),
        within(row.behind),
        within(row.precisionAt5),
        within(row.typoRatio),
      ]),
    ]),
    table([
      ["nDCG@10 by register", ...registers],
      ...rows.map((row: SceneRow) => [
        row.system,
        ...registers.map((register) => decimals(row.registers[register] ?? NaN)),
      ]),
    ]),
  ].join("\n\n");
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const decimals = (value: number): string => value.toFixed(3);
export const within = (found: Estimate | undefined): string =>
  found === undefined
    ? ""
    : `${decimals(found.value)} (${decimals(found.low)} to ${decimals(found.high)})`;

/** Columns of equal width: words to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
