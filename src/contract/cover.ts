/** A music file that may hold a picture. The engine cannot open files, so the page reads it. */
export interface CoverSource {
  /** Its name, whose ending says what it may be. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /**
   * Bytes from `position` on.
   * @returns `length` bytes, fewer only where the file ends
   * @throws HostError the file is gone, or may not be read
   */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** The picture in a music file, as it is there. */
export interface Cover {
  /** "image/jpeg". */
  readonly type: string;
  readonly bytes: Uint8Array;
}
