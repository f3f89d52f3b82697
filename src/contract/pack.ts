/** A folder that may hold a pack. The engine cannot open files; the page reads them for it. */
export interface PackAccess {
  /** What the folder is called. */
  readonly name: string;
  /** Paths of the files in it, relative, with forward slashes. */
  readonly files: readonly string[];
  /** All bytes of a file. @throws HostError it is gone, or may not be read. */
  read(file: string): Promise<Uint8Array>;
}

/** A pack that the editor added to the panel. */
export interface AddedPack {
  /** SHA-256 (hex) of its pack.json; no two packs have the same. */
  readonly hash: string;
  /** `name@version`. */
  readonly id: string;
  /** SPDX identifier, or the licence's name; `packTerms` says what it forbids. */
  readonly licence: string;
  /** Size of all its files. */
  readonly bytes: number;
  /** Tracks of the editor's folders that are embedded with it. */
  readonly tracks: number;
  /** Why it cannot be searched with, as sentences; left out if it can. */
  readonly problem?: string;
}
