/**
 * Re-edits tracks to many lengths, measures the seams and the hits, and writes the figures into
 * docs/results.json: `npm run measure:fit -- [--lengths 20] [--every N] [--recordings FOLDER]
 * [--count 12] [--results FILE] [--only told|heard|recordings]`.
 *
 * The originals that ship are fitted twice: with the bars that their composer wrote, and with bars by ear.
 * `--recordings` names a folder of other music, of which some tracks are taken. `--only` measures one of
 * the three, and keeps the figures of the others.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { DEFAULT_PACK, diskAssets } from "../src/cli/assets.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { loadPack, openBeatNet } from "../src/engine/open.ts";
import { mergeFit, RESULTS, type FitRow } from "./catalogue/results-file.ts";
import { figuresOf } from "./fit/figures.ts";
import { measureTrack, type MeasuredAll } from "./fit/measure.ts";
import { originals, recordingsIn, type MeasuredTrack } from "./fit/tracks.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { lengths: text, every: text, recordings: text, count: text, results: text, only: text },
});
const { lengths = "20", every = "1", recordings, count = "12", results = RESULTS, only } = values;
const net = await openBeatNet({
  pack: await loadPack(diskAssets({ pack: DEFAULT_PACK })),
  runtime: nodeRuntime(),
});

async function measureAll(
  tracks: readonly MeasuredTrack[],
  isTold: boolean,
): Promise<MeasuredAll[]> {
  const all: MeasuredAll[] = [];
  for (const [n, track] of tracks.entries()) {
    const measured = await measureTrack(track, Number(lengths), isTold, net);
    all.push(measured);
    const ranks = measured.fits.flatMap(({ seams }) => seams.map(({ rank }) => rank));
    const rough = ranks.filter((rank) => rank > 0.9).length;
    const problems = measured.fits.filter(({ problem }) => problem !== null).length;
    console.error(
      `${n + 1}/${tracks.length} ${track.name}: ${ranks.length} seams, ${rough} rough, ${problems} not edited`,
    );
  }
  return all;
}

const own = (await originals()).filter((_, n) => n % Number(every) === 0);
const groups: Record<string, () => Promise<MeasuredAll[]>> = {
  told: () => measureAll(own, true),
  heard: () => measureAll(own, false),
  ...(recordings === undefined
    ? {}
    : {
        recordings: async () => measureAll(await recordingsIn(recordings, Number(count)), false),
      }),
};
const rows: FitRow[] = [];
for (const [of, measure] of Object.entries(groups)) {
  if (only !== undefined && only !== of) continue;
  rows.push({ of, lengths: Number(lengths), ...figuresOf(await measure()) });
}
console.log(JSON.stringify(rows, null, 2));
await mergeFit(results, {
  command: "npm run measure:fit",
  machine: `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "?"}`,
  rows,
});
