import type { NeedledropError } from "../../contract/errors.ts";
import type { FileTags } from "./file-tags.ts";

/** A file as its folder lists it. */
export interface ListedFile {
  /** Path relative to the folder, with forward slashes. */
  readonly name: string;
  /** How the file is found, and what errors call it. */
  readonly path: string;
  /** Its size. */
  readonly bytes: number;
  /** When it was last modified, in milliseconds since 1970. */
  readonly modified: number;
}

/** What a folder holds. */
export interface Listing {
  /** Audio files, sorted by name, so that the same folder gives the same index. */
  readonly audio: readonly ListedFile[];
  /** Text files that may state a licence (see `mayStateLicence`). */
  readonly licences: readonly ListedFile[];
  /** What could not be read. */
  readonly problems: readonly NeedledropError[];
}

/** A folder of music, wherever it is. */
export interface MusicSource {
  /** Its name: the catalogue of tracks that no list names one for. */
  readonly name: string;
  /** What the ids of its tracks begin with, so that they differ from those of other folders. */
  readonly prefix: string;
  list(): Promise<Listing>;
  /** A small text file by its name, once listed; null if it is not there, or cannot be read. */
  readText(name: string): Promise<string | null>;
  /** SHA-256 (hex) of a file's content; null if it cannot be read. */
  hash(file: ListedFile): Promise<string | null>;
  /** The tags of an audio file; none if they cannot be read. */
  tags(file: ListedFile): Promise<FileTags>;
}
