/**
 * Measures what is said of light, colour and motion on rendered frames whose properties are known,
 * and writes the figures into docs/results.json: `npm run measure:light -- [--results FILE]`.
 */
import { parseArgs } from "node:util";
import { mergeLight, RESULTS } from "./catalogue/results-file.ts";
import { lightGrid } from "./sight/light-grid.ts";
import { lookAt, motionErrors, wordRows } from "./sight/light-figures.ts";

const { values } = parseArgs({ options: { results: { type: "string" } } });
const cases = lightGrid();
const looks = lookAt(cases);
const rows = wordRows(
  cases,
  looks.map(({ words }) => words),
);
const motion = motionErrors(cases);
const times = looks.map(({ ms }) => ms).sort((a, b) => a - b);
const speed = times[Math.floor(times.length / 2)] ?? NaN;
console.table(rows);
console.table(motion);
console.log(`${cases.length} cases; ${speed.toFixed(1)} ms a picture, the middle of all cases`);
await mergeLight(values.results ?? RESULTS, {
  command: "npm run measure:light",
  ...{ cases: cases.length, rows, motion },
});
