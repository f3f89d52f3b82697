import type { WavSink } from "../../contract/conversion.ts";
import { PIECE_BYTES } from "../../contract/host-folders.ts";

/** Gathers bytes to pieces of one size, since each is a message. */
export class Pieces {
  private readonly piece = new Uint8Array(PIECE_BYTES);
  private filled = 0;

  constructor(private readonly sink: WavSink) {}

  async add(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + PIECE_BYTES - this.filled);
      this.piece.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === PIECE_BYTES) await this.end();
    }
  }

  async end(): Promise<void> {
    const bytes = this.piece.slice(0, this.filled);
    this.filled = 0;
    if (bytes.length > 0) await this.sink.write(bytes);
  }
}
