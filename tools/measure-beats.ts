/**
 * Measures how well beats and bars are heard, by the net and by onsets alone, and writes the figures
 * into docs/results.json:
 * `npm run measure:beats -- --pieces OUT/beats/pieces.jsonl [--recorded DATA/macleod.jsonl]
 * [--split valid] [--every N] [--results FILE]`.
 *
 * `--pieces` is written by `lab beats`: music of styles and drummers that the net never heard.
 * `--split valid` measures those that the decoder was tuned on, and writes nothing.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { groupsOf, measureAll, rowsOf, WAYS, type Way } from "./beats/measure.ts";
import { heldOutPieces, recordedPieces } from "./beats/pieces.ts";
import { mergeBeatResults, RESULTS } from "./catalogue/results-file.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { pieces: text, recorded: text, split: text, every: text, results: text },
});
const { pieces = "", recorded, split = "test", every = "1", results = RESULTS } = values;
const known = [
  ...(await heldOutPieces(pieces, split === "valid" ? "valid" : "test")),
  ...(recorded === undefined ? [] : await recordedPieces(recorded)),
].filter((_, i) => i % Number(every) === 0);
const measured = await measureAll(known, (done) => {
  if (done % 20 === 0) console.log(`${done} of ${known.length} pieces`);
});
const rows = rowsOf(measured);
const groups = groupsOf(measured);
console.table(
  rows.map(({ music, way, pieces: count, figures }) => ({
    ...{ music, way, pieces: count },
    ...Object.fromEntries(
      Object.entries(figures).map(([name, { value, low, high }]) => [
        name,
        `${value.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`,
      ]),
    ),
  })),
);
console.table(groups);
const seconds = measured.reduce((sum, one) => sum + one.seconds, 0);
const timesFaster = (way: Way): number =>
  Math.round(seconds / (measured.reduce((sum, one) => sum + one.ms[way], 0) / 1000));
const speed = Object.fromEntries(WAYS.map((way) => [way, timesFaster(way)]));
console.log("times faster than the music lasts", speed);
if (split !== "valid") {
  const machine = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "?"}`;
  const command = `npm run measure:beats${every === "1" ? "" : ` -- --every ${every}`}`;
  await mergeBeatResults(results, { command, machine, rows, groups, speed });
}
