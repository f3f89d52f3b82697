import { IndexPackMismatchError, UsageError } from "../../contract/errors.ts";
import type { Reference } from "../../contract/likeness.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import type { OpenRuntime, Runtime } from "../../engine/encode/runtime.ts";
import { packHashOf, readIndex } from "../../engine/index/reader.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { earOf, HeardReferences } from "../../engine/library/heard-references.ts";
import { openAudioTower, openSearcher } from "../../engine/open.ts";
import { createFusedSearcher, type FusedSearcher } from "../../engine/query/fuse.ts";
import { readIndexFiles } from "../assets.ts";
import { withFileToDecode } from "../audio/open-audio.ts";
import { openPack } from "../pack.ts";
import { packFolder } from "../packs/added-packs.ts";
import type { Terminal } from "../terminal.ts";

/** A searcher, and the milliseconds that it took to open. */
export interface OpenedSearch {
  readonly searcher: FusedSearcher;
  /** Hears a file that results are to be like. @throws AudioError it cannot be decoded */
  readonly hear: (path: string) => Promise<Reference>;
  readonly load: number;
}

/**
 * Opens a search over index files. Each file belongs to the pack that it was made with.
 * @param names names or folders of packs, in order of preference
 * @throws PackError a pack is missing, damaged, or cannot be run.
 * @throws IndexFormatError a file is missing or damaged.
 * @throws IndexPackMismatchError a file was made with none of the packs.
 * @throws UsageError there is no file for one of the packs.
 */
export async function openSearch(
  names: readonly string[],
  paths: readonly string[],
  terminal: Terminal,
): Promise<OpenedSearch> {
  const begun = performance.now();
  const folders = new Set(await Promise.all(names.map((name) => packFolder(name))));
  const packs: Pack[] = [];
  for (const folder of folders) {
    const pack = await openPack(folder, terminal);
    // A copy in another folder is no second opinion.
    if (!packs.some(({ hash }) => hash === pack.hash)) packs.push(pack);
  }
  const indexes = byPack(await readIndexFiles(paths), packs);
  const runtime = shared(nodeRuntime());
  const searchers = await Promise.all(
    packs.map((pack) => openSearcher({ pack, runtime, indexes: indexes.get(pack.hash) ?? [] })),
  );
  const references = new HeardReferences(() =>
    Promise.all(packs.map(async (pack) => earOf(pack, await openAudioTower({ pack, runtime })))),
  );
  return {
    searcher: createFusedSearcher(searchers, references),
    hear: (path) => withFileToDecode(path, (file) => references.hear(file)),
    load: performance.now() - begun,
  };
}

/** The indexes of each pack, by its hash. */
function byPack(
  files: readonly Uint8Array[],
  packs: readonly Pack[],
): ReadonlyMap<string, readonly SectionIndex[]> {
  const indexes = new Map<string, SectionIndex[]>(packs.map(({ hash }) => [hash, []]));
  for (const file of files) {
    const hash = packHashOf(file);
    const pack = packs.find((each) => each.hash === hash) ?? packs[0];
    if (pack === undefined) throw new RangeError("there is no pack");
    // For a file of none of the packs, this names the one that it was made with.
    indexes.get(pack.hash)?.push(read(file, pack, packs.length));
  }
  for (const { hash, id } of packs) {
    if ((indexes.get(hash)?.length ?? 0) > 0) continue;
    throw new UsageError({
      what: "None of the indexes was made with this pack.",
      input: id,
      next: 'Give --index a file that "needledrop index --pack" made with it, or leave it out.',
    });
  }
  return indexes;
}

function read(file: Uint8Array, pack: Pack, packs: number): SectionIndex {
  try {
    return readIndex(file, pack);
  } catch (error) {
    if (!(error instanceof IndexPackMismatchError) || packs === 1) throw error;
    throw new IndexPackMismatchError({
      what: "The index was made with none of these packs.",
      input: error.input ?? "",
      next: "Give --pack the one that it was made with, or build it again.",
    });
  }
}

/** One runtime for all packs, since two cannot run at a time. */
function shared(open: OpenRuntime): OpenRuntime {
  let runtime: Promise<Runtime> | null = null;
  return (...where) => (runtime ??= open(...where));
}
