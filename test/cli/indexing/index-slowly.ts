/**
 * A process to kill: brings the index of a folder up to date with made-up embeddings, slowly.
 *
 *     node --import tsx index-slowly.ts FOLDER INDEX LOG
 *
 * It prints "begun" when it begins to embed, and adds the name of each file that it embeds to LOG.
 */
import { appendFileSync } from "node:fs";
import { relative } from "node:path";
import { setTimeout } from "node:timers/promises";
import { diskAssets } from "../../../src/cli/assets.ts";
import type { EmbeddedFile } from "../../../src/cli/indexing/embed-file.ts";
import type { EmbeddingThread } from "../../../src/cli/indexing/embedding-thread.ts";
import { indexFolder } from "../../../src/cli/indexing/index-folder.ts";
import { openLibrary } from "../../../src/cli/indexing/library-file.ts";
import { UNKNOWN_LICENCE } from "../../../src/contract/track.ts";
import { loadPack } from "../../../src/engine/open.ts";
import { TOY_PACK } from "../support/paths.ts";

/** How long a file takes. */
const MS_PER_FILE = 12;
const THREADS = 2;

const [folder = "", out = "", log = ""] = process.argv.slice(2);
const pack = await loadPack(diskAssets({ pack: TOY_PACK }));

/** What the name of a file makes up. */
function embedded(name: string): EmbeddedFile {
  const numbers = Array.from({ length: pack.dimension }, (_, d) =>
    name.charCodeAt(d % name.length),
  );
  const norm = Math.hypot(...numbers);
  const embedding = Float32Array.from(numbers, (x) => x / norm);
  const tags = {
    title: null,
    artist: null,
    bpm: null,
    key: null,
    licence: UNKNOWN_LICENCE,
    tags: [],
  };
  return {
    seconds: 10 + Number(/\d+/.exec(name)?.[0] ?? 0),
    peaks: Uint8Array.from(
      { length: 8 },
      (_, i) => (name.charCodeAt(i % name.length) * (i + 1)) % 256,
    ),
    sections: [{ start: 0, end: 10, embedding }],
    tags,
  };
}

const thread: EmbeddingThread = {
  embed: async (path) => {
    const name = relative(folder, path);
    appendFileSync(log, `${name}\n`);
    await setTimeout(MS_PER_FILE);
    return embedded(name);
  },
  close: () => Promise.resolve(),
};

const library = await openLibrary(out, pack, (text) => process.stderr.write(text));
const made = await indexFolder({
  folder,
  pack,
  library,
  threads: Array.from({ length: THREADS }, () => thread),
  reference: ({ path }) => ({ kind: "file", path }),
  onStart: () => process.stdout.write("begun\n"),
});
await library.finish(made.bytes);
