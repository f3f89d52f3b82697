import type { Heard } from "../../contract/heard.ts";
import type { AudioReference, Track } from "../../contract/track.ts";
import type { SectionEmbedding } from "../encode/audio-tower.ts";
import { AudioError, type NeedledropError } from "../../contract/errors.ts";
import { loadVocabulary, type Vocabulary } from "../encode/vocabulary.ts";
import type { ModelSource } from "../open.ts";
import { indexOf } from "../index/entries.ts";
import type { TrackSource } from "../index/join.ts";
import type { SectionIndex } from "../index/section-index.ts";
import { indexBytes } from "../index/writer.ts";
import type { CatalogueFiles } from "./catalogue-files.ts";
import { changesIn } from "./changes.ts";
import { heardPresence } from "../query/tags.ts";
import { VOCALS } from "../query/scores.ts";
import { withDuplicates } from "./duplicates.ts";
import { metadataAdder } from "./add-metadata.ts";
import { embedAll, type Embedder } from "./embed-all.ts";
import { readFolder, type FolderTracks } from "./folder-tracks.ts";
import { PART_TRACKS, changedParts, gatherAll, regrouped } from "./parts.ts";
import type { ListedFile, MusicSource } from "./music-source.ts";

/** What was embedded before, and where to keep what is embedded now. */
export interface Library {
  /** Indexes that hold tracks of the folder, the newest last; made with the same pack. */
  readonly known: readonly SectionIndex[];
  /** Keeps a track that has been embedded, as an index of its own. */
  keep(track: SectionIndex): Promise<void>;
  /** Keeps a part that has been made of many of them. */
  keepPart?(part: SectionIndex, tracks: readonly SectionIndex[]): Promise<void>;
}

/** What to index, and how. */
export interface UpdateOptions {
  readonly source: MusicSource;
  readonly model: ModelSource;
  readonly embedders: readonly Embedder[];
  /** How the index refers to a file. */
  readonly reference: (file: ListedFile) => AudioReference;
  /** Catalogues whose tracks the files may be: they are recognised by name and length. */
  readonly catalogue?: CatalogueFiles;
  /** Whether all files are taken in, as unless given, or only those that seem to be of a catalogue. */
  readonly takes?: "all" | "catalogue";
  /** Left out: everything is embedded, and tracks have no stamps. */
  readonly library?: Library;
  /** Whether tracks whose file is gone are dropped; false unless given. */
  readonly forget?: boolean;
  /**
   * Whether files are read again whose tracks have no heard facts, as those of earlier versions have
   * none; false unless given.
   */
  readonly again?: boolean;
  /** Aborted: what is embedded by then is in the index, and the other files are left for later. */
  readonly signal?: AbortSignal;
  /** Called once, with the number of files to embed or to leave out, before the first is read. */
  readonly onStart?: (files: number) => void;
  /** Called when one of these is done, with the reason if it was skipped. */
  readonly onFile?: (skipped: NeedledropError | null) => void;
}

/** The index of a folder in parts, and what became of its files. */
export interface FolderParts {
  /** Parts of the library in which nothing has changed are the same objects as before. */
  readonly parts: readonly SectionIndex[];
  /** Seconds of audio. */
  readonly seconds: number;
  readonly skipped: readonly NeedledropError[];
  /** How many files were embedded now; the content of the others was known. */
  readonly embedded: number;
}

/** The index of a folder in one, and what became of its files. */
export interface FolderIndex extends Omit<FolderParts, "parts"> {
  readonly index: SectionIndex;
  /** Its file. */
  readonly bytes: Uint8Array;
}

/**
 * Brings the index of a folder up to date, as `updateParts` does, and gives it as one file.
 * @throws the errors of `updateParts`
 */
export async function updateLibrary(options: UpdateOptions): Promise<FolderIndex> {
  const { parts, ...made } = await updateParts(options);
  const index = gatherAll(parts);
  return { ...made, index, bytes: indexBytes(options.model.pack, index) };
}

/**
 * Embeds the audio files under a folder whose content the library does not know, together with their
 * metadata from the sidecar and the tags of the file. Tracks whose file is gone stay in the index,
 * marked as missing, so that they need not be embedded again when it returns.
 * @throws AudioError no track could be indexed.
 * @throws UsageError the sidecar is malformed, or two tracks would have the same id.
 * @throws PackError the pack is missing, damaged or of another format.
 * @throws DeviceError the device cannot run the model.
 */
export async function updateParts(options: UpdateOptions): Promise<FolderParts> {
  const { source, model, embedders, library, forget = false, again = false } = options;
  const { takes, onStart, onFile } = options;
  const { pack } = model;
  const skipped: NeedledropError[] = [];
  const skip = (error: NeedledropError): void => {
    skipped.push(error);
    onFile?.(error);
  };

  const found = await readFolder(source, options);
  const { known, fresh, gone } = await knownTracks(source, found, library?.known ?? [], again);
  onStart?.(fresh.length + found.problems.length);
  found.problems.forEach(skip);

  const parts: SectionIndex[] = [];
  let [embedded, unparted] = [0, [] as SectionIndex[]];
  const makePart = async (): Promise<void> => {
    const those = unparted;
    unparted = [];
    const part = gatherAll(those);
    parts.push(part);
    await library?.keepPart?.(part, those);
  };
  const adder = metadataAdder(model);
  const vocabulary = await loadVocabulary(pack);
  try {
    await embedAll({
      files: fresh,
      embedders,
      pathOf: ({ path }) => path,
      onSkipped: skip,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onEmbedded: async (file, { seconds, peaks, sections, tags, heard }) => {
        const described = withHeard(found.fresh(file, seconds, tags), heard, vocabulary, sections);
        const track = library === undefined ? described : await found.stamped(described, file);
        const entry = await adder.add({ track, peaks, sections });
        const index = indexOf(pack, [entry]);
        await library?.keep(index);
        embedded += 1;
        if (unparted.push(index) >= PART_TRACKS) await makePart();
        onFile?.(null);
      },
    });
  } finally {
    await adder.close();
  }

  const made = [...parts, ...(unparted.length === 0 ? [] : [gatherAll(unparted)])];
  const now = new Set(made.flatMap((part) => part.tracks.map(({ id }) => id)));
  // Read again or not, a track stays until its file has been.
  const tracks = known.filter(({ track }) => !now.has(track.id));
  const there = [...tracks, ...made.flatMap((part) => part.tracks.map((track) => ({ track })))];
  const ids = new Set(there.map(({ track }) => track.id));
  // What is gone under one name may be there again under another.
  const missing = forget ? [] : gone.filter(({ track }) => !ids.has(track.id));
  const before = changedParts(library?.known ?? [], [...tracks, ...missing]);
  const all = [...before, ...made];
  // A folder for downloads need not hold music.
  if (all.length === 0 && takes !== "catalogue") {
    throw nothing(source.name, skipped.length, options.signal?.aborted);
  }
  const checked = library === undefined ? all : await withDuplicates(regrouped(all));
  const seconds = checked
    .flatMap((part) => part.tracks)
    .reduce((sum, track) => sum + track.seconds, 0);
  return { parts: checked, seconds, skipped, embedded };
}

/** Tracks whose content is known, as they are now, those that are gone, and the files to embed. */
async function knownTracks(
  source: MusicSource,
  found: FolderTracks,
  indexes: readonly SectionIndex[],
  again: boolean,
): Promise<{ known: TrackSource[]; gone: TrackSource[]; fresh: readonly ListedFile[] }> {
  const sources = newest(indexes);
  const sourceOf = ({ id }: Track): TrackSource[] =>
    [sources.get(id)].filter((s) => s !== undefined);
  const {
    known: same,
    fresh,
    missing,
  } = await changesIn(
    found.files,
    [...sources.values()].map(({ track }) => track),
    (file) => source.hash(file),
  );
  const known: TrackSource[] = [];
  const changed: ListedFile[] = [];
  for (const { file, track } of same) {
    const now = await found.known(file, track);
    if (now === null || (again && track.heard === undefined)) changed.push(file);
    if (now !== null) known.push(...sourceOf(track).map((source) => ({ ...source, track: now })));
  }
  const gone = missing.flatMap((track) => {
    const { file } = track;
    // Another file may have its id by now.
    if (file === undefined || found.ids.has(track.id)) return [];
    const missed = { ...track, file: { ...file, missing: true as const } };
    return sourceOf(track).map((source) => ({ ...source, track: missed }));
  });
  return { known, gone, fresh: [...fresh, ...changed] };
}

/** A track with what was heard, and whether somebody sings, by its embeddings. */
function withHeard(
  track: Track,
  heard: Heard | undefined,
  vocabulary: Vocabulary,
  sections: readonly SectionEmbedding[],
): Track {
  if (heard === undefined) return track;
  const embeddings = sections.map(({ embedding }) => embedding);
  const vocals = heardPresence(vocabulary, VOCALS, embeddings);
  return {
    ...track,
    heard: vocals === null ? heard : { ...heard, vocals: Math.round(100 * vocals) / 100 },
  };
}

/** The newest source of each track. */
function newest(indexes: readonly SectionIndex[]): Map<string, TrackSource> {
  return new Map(
    indexes.flatMap((index) =>
      index.tracks.map((track, at) => [track.id, { track, index, at }] as const),
    ),
  );
}

const nothing = (folder: string, skipped: number, stopped = false): AudioError =>
  new AudioError({
    what: stopped
      ? "Indexing was stopped before the first file was done."
      : skipped === 0
        ? "The folder holds no audio files."
        : `None of the ${skipped} audio files could be indexed.`,
    input: folder,
    next: stopped
      ? "Start it again."
      : "Choose a folder with WAV, AIFF, FLAC, MP3, Ogg or M4A files.",
  });
