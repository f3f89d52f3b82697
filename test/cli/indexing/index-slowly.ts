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
import { diskFolder } from "../../../src/cli/indexing/disk-folder.ts";
import type { EmbeddedFile } from "../../../src/engine/library/embed-all.ts";
import type { Embedder } from "../../../src/engine/library/embed-all.ts";
import { updateLibrary } from "../../../src/engine/library/update-library.ts";
import { openLibrary } from "../../../src/cli/indexing/library-file.ts";
import { NO_TAGS } from "../../../src/engine/library/file-tags.ts";
import { nodeRuntime } from "../../../src/engine/encode/runtime-node.ts";
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
  return {
    seconds: 10 + Number(/\d+/.exec(name)?.[0] ?? 0),
    peaks: Uint8Array.from(
      { length: 8 },
      (_, i) => (name.charCodeAt(i % name.length) * (i + 1)) % 256,
    ),
    sections: [{ start: 0, end: 10, embedding }],
    tags: NO_TAGS,
  };
}

const thread: Embedder = {
  embed: async (path) => {
    const name = relative(folder, path);
    appendFileSync(log, `${name}\n`);
    await setTimeout(MS_PER_FILE);
    return embedded(name);
  },
  close: () => Promise.resolve(),
};

const library = await openLibrary(out, pack, (text) => process.stderr.write(text));
const made = await updateLibrary({
  source: diskFolder(folder),
  model: { pack, runtime: nodeRuntime() },
  library,
  embedders: Array.from({ length: THREADS }, () => thread),
  reference: ({ path }) => ({ kind: "file", path }),
  onStart: () => process.stdout.write("begun\n"),
});
await library.finish(made);
