/** The bytes of a file, wherever it is: on disk, behind a browser's handle, across the bridge. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /**
   * Bytes from `position` on.
   * @returns `length` bytes, fewer only where the file ends
   */
  read(position: number, length: number): Promise<Uint8Array>;
}
