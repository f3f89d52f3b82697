import { basename, resolve } from "node:path";
import type { AudioReference } from "../../contract/track.ts";
import { AudioError, UsageError, type NeedledropError } from "../../contract/errors.ts";
import type { Pack } from "../../engine/encode/pack.ts";
import { indexOf, type IndexEntry } from "../../engine/index/entries.ts";
import type { SectionIndex } from "../../engine/index/section-index.ts";
import { indexBytes } from "../../engine/index/writer.ts";
import { SIDECAR_NAME, readSidecar, type Sidecar, type SidecarTrack } from "../metadata/sidecar.ts";
import { trackFrom, trackId } from "../metadata/track.ts";
import { addMetadata, metadataText, withTextTower } from "./add-metadata.ts";
import { embedAll } from "./embed-all.ts";
import type { EmbeddingThread } from "./embedding-thread.ts";
import { walk, type FoundFile } from "./walk.ts";

/** What to index, and how. */
export interface IndexFolderOptions {
  readonly folder: string;
  readonly pack: Pack;
  readonly threads: readonly EmbeddingThread[];
  /** How the index refers to a file. */
  readonly reference: (file: FoundFile) => AudioReference;
  /** Called once, with the number of files found, before the first is read. */
  readonly onStart?: (files: number) => void;
  /** Called when a file is done, with the reason if it was skipped. */
  readonly onFile?: (skipped: NeedledropError | null) => void;
}

/** The index of a folder, and what became of its files. */
export interface FolderIndex {
  readonly index: SectionIndex;
  /** Its file. */
  readonly bytes: Uint8Array;
  readonly tracks: number;
  readonly sections: number;
  /** Seconds of audio. */
  readonly seconds: number;
  readonly skipped: readonly NeedledropError[];
}

/**
 * Embeds every audio file under a folder, together with its metadata from the sidecar and the tags of
 * the file.
 * @throws AudioError no track could be indexed.
 * @throws UsageError the sidecar is malformed.
 * @throws PackError the pack is missing, damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 */
export async function indexFolder(options: IndexFolderOptions): Promise<FolderIndex> {
  const { folder, pack, threads, reference, onStart, onFile } = options;
  const sidecar = await readSidecar(folder);
  const { files, problems } = await walk(folder);
  const listed = entriesByFile(sidecar);
  const entryOf = (file: FoundFile): SidecarTrack | null => listed.get(file.name) ?? null;
  checkIds(files.map((file) => trackId(file.name, entryOf(file))));

  const skipped: NeedledropError[] = [];
  const entries: IndexEntry[] = [];
  let seconds = 0;
  const skip = (error: NeedledropError): void => {
    skipped.push(error);
    onFile?.(error);
  };
  const missing = missingFiles(listed, files).map((name) => notThere(name));
  onStart?.(files.length + problems.length + missing.length);
  [...problems, ...missing].forEach(skip);
  await embedAll({
    files,
    threads,
    pathOf: (file) => file.path,
    onSkipped: skip,
    onEmbedded: (file, { peaks, sections, tags, ...audio }) => {
      const track = trackFrom({
        name: file.name,
        audio: reference(file),
        seconds: audio.seconds,
        tags,
        folder: basename(resolve(folder)),
        sidecar,
        entry: entryOf(file),
      });
      entries.push({ track, peaks, sections });
      seconds += audio.seconds;
      onFile?.(null);
    },
  });
  if (entries.length === 0) throw nothing(folder, skipped.length);
  const index = indexOf(pack, await withMetadata(entries, pack));
  const counts = { tracks: entries.length, sections: index.scale.length };
  return { index, bytes: indexBytes(pack, index), ...counts, seconds, skipped };
}

/** Without tags there is nothing to add, and no reason to open the text tower. */
async function withMetadata(entries: readonly IndexEntry[], pack: Pack): Promise<IndexEntry[]> {
  if (entries.every(({ track }) => metadataText(track.tags) === null)) return [...entries];
  return withTextTower(pack, (tower) => addMetadata(entries, tower));
}

function entriesByFile(sidecar: Sidecar | null): Map<string, SidecarTrack> {
  return new Map((sidecar?.tracks ?? []).map((track) => [track.file, track]));
}

function missingFiles(
  listed: ReadonlyMap<string, SidecarTrack>,
  files: readonly FoundFile[],
): string[] {
  const found = new Set(files.map((file) => file.name));
  return [...listed.keys()].filter((name) => !found.has(name));
}

// Checked before an hour of embedding.
function checkIds(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) {
      throw new UsageError({
        what: "Two tracks would have the same id.",
        input: id,
        next: `Give every track in ${SIDECAR_NAME} an id of its own.`,
      });
    }
    seen.add(id);
  }
}

const notThere = (name: string): AudioError =>
  new AudioError({
    what: `${SIDECAR_NAME} lists a file that does not exist.`,
    input: name,
    next: "Restore it, or remove it from the list.",
  });
const nothing = (folder: string, skipped: number): AudioError =>
  new AudioError({
    what:
      skipped === 0
        ? "The folder holds no audio files."
        : `None of the ${skipped} audio files could be indexed.`,
    input: folder,
    next: "Choose a folder with WAV, FLAC, MP3, Ogg or M4A files.",
  });
