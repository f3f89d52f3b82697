import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from "strtok3/core";
import type { ByteSource } from "./byte-source.ts";

/** A file as music-metadata reads it. */
export class FileTokenizer extends AbstractTokenizer {
  readonly fileInfo: { readonly size: number; readonly path: string };

  constructor(
    private readonly file: ByteSource,
    path: string,
  ) {
    super();
    this.fileInfo = { size: file.size, path };
  }

  supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const read = await this.peekBuffer(target, options);
    this.position = (options?.position ?? this.position) + read;
    return read;
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { length, position, mayBeLess = false } = this.normalizeOptions(target, options);
    const bytes = await this.file.read(position, length);
    if (bytes.length < length && !mayBeLess) throw new EndOfStreamError();
    target.set(bytes);
    return bytes.length;
  }
}
