import { availableParallelism } from "node:os";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { diskAssets } from "../../src/cli/assets.ts";
import { diskFolder } from "../../src/cli/indexing/disk-folder.ts";
import { embeddingThreads } from "../../src/cli/indexing/embedding-threads.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import { updateLibrary } from "../../src/engine/library/update-library.ts";
import { loadPack } from "../../src/engine/open.ts";
import { launchBrowser } from "../../test/page/browser.ts";
import { buildInputs } from "../../tools/build/inputs.ts";
import type { Figure, Measurement } from "../figure.ts";
import { generateMusic, type GeneratedMusic } from "../generated-music.ts";

const FILES = 8;
const SECONDS = 120;
const LIMIT_MS = 600_000;

/** Whole files to an index: decoding, hearing, embedding and keeping, as an editor waits for it. */
export const indexing: Measurement = {
  name: "indexing",
  measure: async () => {
    const music = generateMusic(FILES, SECONDS);
    try {
      const cores = availableParallelism();
      return [
        speed("indexing, command line, one thread", music, await onCommandLine(music, 1)),
        speed(`indexing, command line, ${cores} threads`, music, await onCommandLine(music, cores)),
        speed("indexing, panel in Chromium", music, await inPanel(music)),
      ];
    } finally {
      music.remove();
    }
  },
};

/** Milliseconds that `needledrop index` takes after its start, on so many threads. */
async function onCommandLine(music: GeneratedMusic, threads: number): Promise<number> {
  const { packFolder } = buildInputs();
  const pack = await loadPack(diskAssets({ pack: packFolder }));
  const begun = performance.now();
  const { embedded } = await updateLibrary({
    source: diskFolder(music.folder),
    model: { pack, runtime: nodeRuntime() },
    embedders: embeddingThreads(packFolder, threads),
    reference: ({ path }) => ({ kind: "file", path: resolve(path) }),
    library: { known: [], keep: () => Promise.resolve() },
  });
  if (embedded !== music.files) throw new Error(`Only ${embedded} files were indexed.`);
  return performance.now() - begun;
}

/** Milliseconds from choosing the folder until all of it is searched. */
async function inPanel(music: GeneratedMusic): Promise<number> {
  const page = join(buildInputs().distFolder, "page/index.html");
  if (!existsSync(page)) throw new Error("Nothing is built: run `npm run build` first.");
  const browser = await launchBrowser();
  try {
    const panel = await browser.newPage();
    panel.setDefaultTimeout(LIMIT_MS);
    await panel.goto(pathToFileURL(page).href);
    await panel.locator('needledrop-panel[data-engine="ready"]').waitFor();
    await panel.getByRole("button", { name: "Your music…" }).click();
    const begun = performance.now();
    await panel.locator("nd-own-music input[type=file]").setInputFiles(music.folder);
    await panel.locator("li.folder").getByText(`${music.files} new`).waitFor();
    return performance.now() - begun;
  } finally {
    await browser.close();
  }
}

const speed = (name: string, { seconds }: GeneratedMusic, ms: number): Figure => ({
  ...{ name, unit: "s audio/s", value: seconds / (ms / 1000), runs: 1 },
});
