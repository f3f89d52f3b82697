import { UsageError } from "../../src/contract/errors.ts";
import { diskAssets } from "../../src/cli/assets.ts";
import { readSidecar } from "../../src/cli/metadata/sidecar.ts";
import { embeddingThread } from "../../src/cli/indexing/embedding-thread.ts";
import { indexFolder, type FolderIndex } from "../../src/cli/indexing/index-folder.ts";
import { showProgress, type Progress } from "../../src/cli/indexing/progress.ts";
import { walk } from "../../src/cli/indexing/walk.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { errorLine } from "../../src/cli/text/error-line.ts";
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
 * @throws AudioError a file cannot be indexed; for the rest see `indexFolder`.
 */
export async function indexOriginals(
  { folder, pack }: OriginalsFolders,
  terminal: Terminal,
): Promise<FolderIndex> {
  await checkList(folder);
  let progress: Progress | undefined;
  const made = await indexFolder({
    folder,
    pack: await loadPack(diskAssets({ pack })),
    threads: Array.from({ length: THREADS }, () => embeddingThread({ pack })),
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

async function checkList(folder: string): Promise<void> {
  const listed = (await readSidecar(folder))?.tracks.map(({ file }) => file) ?? [];
  const there = (await walk(folder)).files.map(({ name }) => name);
  const odd = [...listed, ...there].find((name) => !listed.includes(name) || !there.includes(name));
  if (odd === undefined) return;
  throw new UsageError({
    what: "The track list and the audio files do not match.",
    input: odd,
    next: "Make the originals again with `npm run originals`.",
  });
}
