import * as v from "valibot";
import { index, text } from "./values.ts";

/** Most files of a folder, over all its folders. */
export const FILE_LIMIT = 500_000;

/** A file as its folder lists it. */
export const FolderFileSchema = v.object({
  /** Path relative to the folder, with forward slashes. */
  name: v.pipe(text(4000), v.minLength(1)),
  /** Its size. */
  bytes: index,
  /** When it was last modified, in milliseconds since 1970. */
  modified: v.pipe(v.number(), v.finite()),
});
/** See `FolderFileSchema`. */
export type FolderFile = v.InferOutput<typeof FolderFileSchema>;

/** All files of a folder that the editor may have added, and of the folders in it. */
export const FolderListingSchema = v.object({
  files: v.pipe(v.array(FolderFileSchema), v.maxLength(FILE_LIMIT)),
  /** Names of files and folders that are there and cannot be read. */
  unreadable: v.pipe(v.array(text(4000)), v.maxLength(FILE_LIMIT)),
});
/** See `FolderListingSchema`. */
export type FolderListing = v.InferOutput<typeof FolderListingSchema>;

/** Decoded audio of a whole file. */
export interface DecodedFile {
  /** Samples per second. */
  readonly sampleRate: number;
  /** One array per channel, all of one length, samples -1 to 1. */
  readonly channels: readonly Float32Array[];
}

/**
 * A folder of the editor's own music. The engine cannot open files; whoever can reads them for it:
 * the page from what the editor chose, or the host across the bridge.
 */
export interface FolderAccess {
  /** The same for the same folder at every start. */
  readonly id: string;
  /** What the editor calls it. */
  readonly name: string;
  /** Where it is on the editor's disk; tracks are found there when they are played or inserted. */
  readonly path: string;
  /**
   * Whether all its music is taken in, or only what seems to be of a known catalogue, as in a folder
   * for downloads of any kind. All of it unless given.
   */
  readonly takes?: "all" | "catalogue";
  /** @throws HostError the folder is gone, or may not be read. */
  list(): Promise<FolderListing>;
  /**
   * Bytes of a file.
   * @returns `length` bytes, fewer only where the file ends
   * @throws HostError the file is gone, or may not be read.
   */
  read(name: string, position: number, length: number): Promise<Uint8Array>;
  /**
   * Decodes a file in a format that the engine has no decoder for: AAC, by itself or in MP4.
   * @throws AudioError it cannot be decoded here.
   */
  decode(name: string): Promise<DecodedFile>;
}

/** A folder that the library knows. */
export interface LibraryFolder {
  /** See `FolderAccess`. */
  readonly id: string;
  readonly name: string;
  /** Tracks of it that are offered. */
  readonly tracks: number;
  /**
   * Tracks that are not found, since they were embedded with an older version of the pack: their files
   * must be read again. Left out if there are none.
   */
  readonly stale?: number;
  /** Tracks that are not embedded with every added pack yet. Left out if there are none. */
  readonly waiting?: number;
}

/** How far bringing a folder up to date has come. */
export interface FolderProgress {
  /** Files that are done, embedded or left out, of `total` that had to be read. */
  readonly done: number;
  readonly total: number;
  /** Id of the added pack that they are embedded with; left out for the pack that ships. */
  readonly pack?: string;
}

/** What became of the files of a folder. */
export interface FolderReport {
  readonly folder: LibraryFolder;
  /** Files that were embedded now; the content of the others was known. */
  readonly embedded: number;
  /** Names of files that are gone. Their tracks are kept, but not found, until they return. */
  readonly missing: readonly string[];
  /** Tracks that are not offered, since another has the same audio. */
  readonly copies: number;
  /** Why files were left out: each error names its file. At most `SKIPPED_LIMIT` of them. */
  readonly skipped: readonly SkippedFile[];
  readonly skippedFiles: number;
  /** Whether it was stopped before all files were read. What was embedded is kept. */
  readonly stopped: boolean;
}

/** Most skipped files that a report names. */
export const SKIPPED_LIMIT = 200;

/** A file that was left out. */
export interface SkippedFile {
  readonly name: string;
  /** What happened, and what to do, as sentences. */
  readonly what: string;
  readonly next: string;
}
