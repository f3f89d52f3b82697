import { resolve } from "node:path";
import type { Catalogue } from "../../contract/catalogue.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import { nodeRuntime } from "../../engine/encode/runtime-node.ts";
import type { IndexEntry } from "../../engine/index/entries.ts";
import { writeIndex } from "../../engine/index/writer.ts";
import { addMetadata, withTextTower } from "../../engine/library/add-metadata.ts";
import { embedAll } from "../../engine/library/embed-all.ts";
import { embeddingThreads } from "../indexing/embedding-threads.ts";
import { showProgress } from "../indexing/progress.ts";
import { walk } from "../indexing/walk.ts";
import { openPack } from "../pack.ts";
import type { Terminal } from "../terminal.ts";
import { errorLine } from "../text/error-line.ts";
import { printable } from "../text/printable.ts";
import { embedMetadata } from "./embed-metadata.ts";
import { indexedTrack } from "./indexed-track.ts";
import { matchAudio } from "./match-audio.ts";

/** What to index, and how. */
export interface IndexCatalogueOptions {
  readonly catalogue: Catalogue;
  /** Folder of a pack. */
  readonly pack: string;
  /** Folder with audio of some of the tracks. */
  readonly audio: string | undefined;
  /** Whether tracks stay remote although their audio is in that folder; false unless given. */
  readonly remote?: boolean;
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
  readonly fromAudio: number;
  /** Remote tracks that were left out, since their metadata has only names. */
  readonly wordless: number;
  /** Audio files that could not be read. */
  readonly skipped: readonly NeedledropError[];
  /** Audio files that belong to no track, by name. */
  readonly unmatched: readonly string[];
}

/**
 * Makes the index of a catalogue: tracks whose audio is found are embedded from it and from their
 * metadata, the others from their metadata alone.
 * @throws PackError the pack is missing, damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 */
export async function indexCatalogue(options: IndexCatalogueOptions): Promise<CatalogueIndex> {
  const { catalogue, pack: folder, audio, terminal } = options;
  const pack = await openPack(folder, terminal);
  const { entries: heard, skipped, unmatched } = await embedAudio(options, audio);
  const done = new Set(heard.map(({ track }) => track.id));
  const others = catalogue.tracks.filter(({ id }) => !done.has(`${catalogue.id}/${id}`));
  const progress = showProgress(terminal, others.length, "tracks");
  const { fromAudio, fromMetadata, wordless } = await withTextTower(
    { pack, runtime: nodeRuntime() },
    async (tower) => ({
      fromAudio: await Promise.all(heard.map((entry) => addMetadata(entry, tower))),
      ...(await embedMetadata(catalogue, others, tower, () => progress.step())),
    }),
  );
  // An index has the same number of peaks for all tracks; without audio they are 0.
  const peaks = new Uint8Array(fromAudio[0]?.peaks.length ?? 0);
  const entries = [...fromAudio, ...fromMetadata.map((entry) => ({ ...entry, peaks }))];
  return {
    bytes: writeIndex(pack, entries),
    pack: pack.id,
    tracks: entries.length,
    fromAudio: fromAudio.length,
    wordless: wordless.length,
    skipped,
    unmatched,
  };
}

async function embedAudio(
  { catalogue, pack, remote = false, terminal }: IndexCatalogueOptions,
  folder: string | undefined,
): Promise<{ entries: IndexEntry[]; skipped: NeedledropError[]; unmatched: string[] }> {
  const entries: IndexEntry[] = [];
  const skipped: NeedledropError[] = [];
  if (folder === undefined) return { entries, skipped, unmatched: [] };
  const skip = (error: NeedledropError): void => {
    skipped.push(error);
    terminal.note(`Skipped: ${errorLine(error)}`);
  };
  const { audio: files, problems } = await walk(folder);
  problems.forEach(skip);
  const { matched, unmatched } = await matchAudio(catalogue.tracks, files);
  unmatched.forEach(({ path }) => terminal.note(printable(`No track of the catalogue: ${path}`)));
  const progress = showProgress(terminal, matched.length);
  await embedAll({
    files: matched,
    embedders: embeddingThreads(pack, matched.length),
    pathOf: ({ file }) => file.path,
    onSkipped: (error) => {
      skip(error);
      progress.step();
    },
    onEmbedded: ({ track, file }, { seconds, peaks, sections, heard }) => {
      const from = remote ? { seconds } : { seconds, path: resolve(file.path) };
      const indexed = indexedTrack(catalogue, track, from);
      const entry = heard === undefined ? indexed : { ...indexed, heard };
      entries.push({ track: entry, peaks, sections });
      progress.step();
    },
  });
  return { entries, skipped, unmatched: unmatched.map(({ name }) => name) };
}
