import { resolve } from "node:path";
import type { Catalogue, CatalogueTrack } from "../../contract/catalogue.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import { openTextTower } from "../../engine/open.ts";
import type { IndexEntry } from "../../engine/index/entries.ts";
import { writeIndex } from "../../engine/index/writer.ts";
import { embedAll } from "../indexing/embed-all.ts";
import { embeddingThreads } from "../indexing/embedding-threads.ts";
import { showProgress } from "../indexing/progress.ts";
import { walk } from "../indexing/walk.ts";
import { openPack } from "../pack.ts";
import type { Terminal } from "../terminal.ts";
import { errorLine } from "../text/error-line.ts";
import { embedFacts } from "./embed-facts.ts";
import { indexedTrack } from "./facts.ts";
import { matchAudio } from "./match-audio.ts";

/** What to index, and how. */
export interface IndexCatalogueOptions {
  readonly catalogue: Catalogue;
  /** Folder of a pack. */
  readonly pack: string;
  /** Folder with audio of some of the tracks. */
  readonly audio: string | undefined;
  readonly terminal: Terminal;
}

/** An index, and what became of the tracks. */
export interface CatalogueIndex {
  /** The index file. */
  readonly bytes: Uint8Array;
  /** Pack id, `name@version`. */
  readonly pack: string;
  readonly tracks: number;
  /** How many of them were embedded from their audio. */
  readonly local: number;
  /** Remote tracks that were left out, since their metadata are only names. */
  readonly wordless: number;
  /** Audio files that could not be read. */
  readonly skipped: readonly NeedledropError[];
}

/**
 * Makes the index of a catalogue: local tracks are embedded from their audio, remote ones from their
 * metadata.
 * @throws PackError the pack is missing, damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 */
export async function indexCatalogue(options: IndexCatalogueOptions): Promise<CatalogueIndex> {
  const { catalogue, pack: folder, audio, terminal } = options;
  const pack = await openPack(folder, terminal);
  const { entries: heard, skipped } = await embedAudio(options, audio);
  const here = new Set(heard.map(({ track }) => track.id));
  const others = catalogue.tracks.filter(({ id }) => !here.has(`${catalogue.id}/${id}`));
  const { entries: told, wordless } = await embedText(catalogue, others, pack, terminal);
  // An index has the same number of peaks for all tracks; those of remote tracks are 0.
  const peaks = new Uint8Array(heard[0]?.peaks.length ?? 0);
  const entries = [...heard, ...told.map((entry) => ({ ...entry, peaks }))];
  return {
    bytes: writeIndex(pack, entries),
    pack: pack.id,
    tracks: entries.length,
    local: heard.length,
    wordless: wordless.length,
    skipped,
  };
}

async function embedText(
  catalogue: Catalogue,
  tracks: readonly CatalogueTrack[],
  pack: Pack,
  terminal: Terminal,
): ReturnType<typeof embedFacts> {
  const tower = await openTextTower({ pack, runtime: nodeRuntime() });
  const progress = showProgress(terminal, tracks.length, "tracks");
  try {
    return await embedFacts(catalogue, tracks, tower, () => progress.step());
  } finally {
    await tower.release();
  }
}

async function embedAudio(
  { catalogue, pack, terminal }: IndexCatalogueOptions,
  folder: string | undefined,
): Promise<{ entries: IndexEntry[]; skipped: NeedledropError[] }> {
  const entries: IndexEntry[] = [];
  const skipped: NeedledropError[] = [];
  if (folder === undefined) return { entries, skipped };
  const skip = (error: NeedledropError): void => {
    skipped.push(error);
    terminal.note(`Skipped: ${errorLine(error)}`);
  };
  const { files, problems } = await walk(folder);
  problems.forEach(skip);
  const matched = await matchAudio(catalogue.tracks, files);
  const progress = showProgress(terminal, matched.length);
  await embedAll({
    files: matched,
    threads: embeddingThreads(pack, matched.length),
    pathOf: ({ file }) => file.path,
    onSkipped: (error) => {
      skip(error);
      progress.step();
    },
    onEmbedded: ({ track, file }, { seconds, peaks, sections }) => {
      const path = resolve(file.path);
      entries.push({ track: indexedTrack(catalogue, track, { path, seconds }), peaks, sections });
      progress.step();
    },
  });
  return { entries, skipped };
}
