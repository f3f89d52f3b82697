import * as v from "valibot";
import { UsageError } from "../../src/contract/errors.ts";
import { HeardSchema } from "../../src/contract/heard.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { diskFolder } from "../../src/cli/indexing/disk-folder.ts";
import { embeddingThread } from "../../src/cli/indexing/embedding-thread.ts";
import { showProgress, type Progress } from "../../src/cli/indexing/progress.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { errorLine } from "../../src/cli/text/error-line.ts";
import { nodeRuntime } from "../../src/engine/encode/runtime-node.ts";
import type { Embedder } from "../../src/engine/library/embed-all.ts";
import { readSidecar } from "../../src/engine/library/sidecar.ts";
import { updateLibrary, type FolderIndex } from "../../src/engine/library/update-library.ts";
import { loadPack } from "../../src/engine/open.ts";

const THREADS = 2;

export interface OriginalsFolders {
  /** Holds `tracks.json`, which lists every file of `audio/`. */
  readonly folder: string;
  readonly pack: string;
}

/**
 * Builds the index of the bundled originals. The same pack and files give the same bytes.
 * @throws UsageError the track list and the audio files do not match.
 * @throws AudioError a file cannot be indexed; for the rest see `updateLibrary`.
 */
export async function indexOriginals(
  { folder, pack }: OriginalsFolders,
  terminal: Terminal,
): Promise<FolderIndex> {
  await checkList(folder);
  let progress: Progress | undefined;
  const made = await updateLibrary({
    source: diskFolder(folder),
    model: { pack: await loadPack(diskAssets({ pack })), runtime: nodeRuntime() },
    embedders: Array.from({ length: THREADS }, () =>
      withoutBeats(embeddingThread({ pack, hear: true })),
    ),
    reference: (file) => ({ kind: "bundled", path: file.name }),
    onStart: (files) => {
      progress = showProgress(terminal, files);
    },
    onFile: (skipped) => {
      if (skipped !== null) terminal.note(errorLine(skipped));
      progress?.step();
    },
  });
  const [failed] = made.skipped;
  if (failed !== undefined) throw failed;
  return made;
}

/** Tempo and bars are stated for every original: heard as well, they would only take room. */
const WithoutBeats = v.omit(HeardSchema, ["tempo", "bars"]);

function withoutBeats(embedder: Embedder): Embedder {
  return {
    embed: async (path) => {
      const { heard, ...file } = await embedder.embed(path);
      return heard === undefined ? file : { ...file, heard: v.parse(WithoutBeats, heard) };
    },
    close: () => embedder.close(),
  };
}

async function checkList(folder: string): Promise<void> {
  const source = diskFolder(folder);
  const listed = (await readSidecar(source))?.tracks.map(({ file }) => file) ?? [];
  const there = (await source.list()).audio.map(({ name }) => name);
  const odd = [...listed, ...there].find((name) => !listed.includes(name) || !there.includes(name));
  if (odd === undefined) return;
  throw new UsageError({
    what: "The track list and the audio files do not match.",
    input: odd,
    next: "Make the originals again with `npm run originals`.",
  });
}
