/** Lays out the map of the catalogues that ship, and says how true it is: `npm run map:catalogues`. */
import { relative } from "node:path";
import { diskAssets, readIndexes } from "../src/cli/assets.ts";
import { writeAtomically } from "../src/cli/indexing/atomic-write.ts";
import { openTerminal } from "../src/cli/terminal.ts";
import { errorLine } from "../src/cli/text/error-line.ts";
import { NeedledropError } from "../src/contract/errors.ts";
import { nodeRuntime } from "../src/engine/encode/runtime-node.ts";
import { loadVocabulary } from "../src/engine/encode/vocabulary.ts";
import { mergeIndexes } from "../src/engine/index/join.ts";
import { withTextTower } from "../src/engine/library/add-metadata.ts";
import { fitOf, mapBytes } from "../src/engine/map/format.ts";
import { createLabelWords } from "../src/engine/map/label-words.ts";
import { musicVector, vocabularyAxes } from "../src/engine/map/music-vectors.ts";
import { loadPack } from "../src/engine/open.ts";
import { ROOT, buildInputs } from "./build/inputs.ts";
import { measureCentres } from "./map/centres.ts";
import { mapFigures, type NeighbourFigures } from "./map/figures.ts";
import { layOut } from "./map/layout.ts";

const terminal = openTerminal();
const { packFolder, indexFiles, mapFile } = buildInputs();
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const line = (name: string, { sameWord, heard }: NeighbourFigures): string =>
  `${name}: ${percent(sameWord)} of neighbours share a word, ` +
  `${percent(heard)} of neighbours of heard tracks were heard`;
try {
  const pack = await loadPack(diskAssets({ pack: packFolder }));
  const index = mergeIndexes(await readIndexes(indexFiles, pack));
  const vocabulary = await loadVocabulary(pack);
  const centres = await withTextTower({ pack, runtime: nodeRuntime() }, (tower) =>
    measureCentres(index, tower),
  );
  const lens = { centres, axes: vocabularyAxes(vocabulary) };
  const vectors = index.tracks.map((_, t) => musicVector(index, t, lens));
  const layout = layOut(vectors);
  await writeAtomically(mapFile, mapBytes({ ...layout, centres }, await fitOf(pack, index.tracks)));
  const labelWords = createLabelWords(vocabulary);
  const words = index.tracks.map((track) => labelWords.of(track));
  const figures = mapFigures(index.tracks, vectors, layout, words);
  await terminal.result(
    [
      `${relative(ROOT, mapFile)}: ${index.tracks.length} tracks`,
      line("on the map", figures.map),
      line("in the embedding", figures.embedding),
      line("by chance", figures.chance),
      `trustworthiness: ${figures.trustworthiness.toFixed(3)}`,
    ].join("\n"),
  );
} catch (error) {
  if (!(error instanceof NeedledropError)) throw error;
  terminal.note(errorLine(error));
  process.exitCode = 1;
}
