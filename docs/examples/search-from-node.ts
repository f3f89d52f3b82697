/**
 * Searches the music that ships with Needledrop from a program of your own. From the repository:
 *
 *     npx tsx docs/examples/search-from-node.ts "rain on a window, slow piano"
 */
import { diskAssets, readIndexes } from "../../src/cli/assets.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { loadPack, openSearcher } from "../../src/engine/open.ts";

const sentence = process.argv[2] ?? "rain on a window, slow piano";

// A pack holds the model. Its files are checked against their hashes as they are read.
const pack = await loadPack(diskAssets({ pack: "models/needledrop-base" }));

// An index holds music as that model embeds it. Several are searched as one.
const indexes = readIndexes(
  ["catalogue/originals/index.ndx", "catalogue/incompetech/index.ndx"],
  pack,
);

// Opening takes a second or so; after that, a search takes milliseconds.
const searcher = await openSearcher({ pack, indexes, runtime: nodeRuntime() });

const { results } = await searcher.search({ query: sentence, limit: 5 });
for (const { rank, track, section, why } of results) {
  console.log(
    `${rank}. ${track.title} (${track.artist}), from ${section.start} s: ${why.join(", ")}`,
  );
}

await searcher.release();
