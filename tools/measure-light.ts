/**
 * Measures what is said of light, colour and motion on rendered frames whose properties are known,
 * and on photographs, and writes the figures into docs/results.json:
 * `npm run measure:light -- [FOLDER] [--results FILE]`.
 *
 * FOLDER holds Debian packages with photographs, as for `measure:sight`; without it, their figures
 * stay as they are. The table's figures were chosen with these photographs in sight.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./build/inputs.ts";
import { mergeLight, RESULTS } from "./catalogue/results-file.ts";
import { lightGrid } from "./sight/light-grid.ts";
import { photographRows } from "./sight/light-photographs.ts";
import { readPhotographs } from "./sight/photographs.ts";
import { lookAt, motionErrors, wordRows } from "./sight/light-figures.ts";

const { values, positionals } = parseArgs({
  options: { results: { type: "string" } },
  allowPositionals: true,
});
const [folder] = positionals;
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
const truth = join(ROOT, "tools/sight/photographs.json");
const photographs =
  folder === undefined ? null : photographRows(await readPhotographs(folder, truth));
if (photographs !== null) console.table(photographs);
await mergeLight(values.results ?? RESULTS, {
  command: "npm run measure:light -- FOLDER",
  ...{ cases: cases.length, rows, motion },
  ...(photographs === null ? {} : { photographs }),
});
