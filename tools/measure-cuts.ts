/**
 * Measures what the cut says of music: tempi for made-up edits, hit points and lengths over the
 * originals: `npm run measure:cuts -- [--results FILE]`. The figures go into docs/results.json.
 */
import { parseArgs } from "node:util";
import { mergeCutResults, RESULTS } from "./catalogue/results-file.ts";
import { fittingShares, hitRow, originals } from "./cuts/music-figures.ts";
import { foundTempi, silentAtRandom } from "./cuts/tempo-figures.ts";

const { values } = parseArgs({ options: { results: { type: "string" } } });
const tracks = await originals();
const figures = {
  command: "npm run measure:cuts",
  tempi: foundTempi(),
  silent: silentAtRandom(),
  hits: [1, 2, 3, 4].map((count) => hitRow(tracks, count)),
  tracks: tracks.length,
  lengths: fittingShares(tracks),
};
console.log(JSON.stringify(figures, null, 2));
await mergeCutResults(values.results ?? RESULTS, figures);
