import { HEAD_BYTES } from "../audio/audio-format.ts";
import { fileNameOf } from "./address.ts";
import { beginsAsNamed } from "./file-name.ts";
import { notAudio } from "./reply.ts";

/** Bytes that are written at once: a disk is asked seldom, and little is in memory. */
const PIECE_BYTES = 1 << 20;

/** Gathers what arrives into pieces; the first is written only if it is the beginning of the audio. */
export class Pieces {
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private written = 0;

  constructor(
    private readonly address: string,
    private readonly append: (bytes: Uint8Array) => Promise<void>,
  ) {}

  /** Bytes that have been added. */
  get arrived(): number {
    return this.written + this.waitingBytes;
  }

  /** @throws DownloadError this is not the file that its name promises */
  async add(bytes: Uint8Array): Promise<void> {
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    const isBeginning = this.written === 0 && this.waitingBytes >= HEAD_BYTES;
    if (isBeginning || this.waitingBytes >= PIECE_BYTES) await this.write();
  }

  /** Writes the rest. @throws DownloadError as `add` */
  async end(): Promise<void> {
    if (this.waitingBytes > 0 || this.written === 0) await this.write();
  }

  private async write(): Promise<void> {
    const piece = new Uint8Array(this.waitingBytes);
    let at = 0;
    for (const bytes of this.waiting) {
      piece.set(bytes, at);
      at += bytes.length;
    }
    if (
      this.written === 0 &&
      !beginsAsNamed(piece.subarray(0, HEAD_BYTES), fileNameOf(this.address))
    )
      throw notAudio(this.address, "its content is not audio of this kind");
    await this.append(piece);
    this.waiting = [];
    this.waitingBytes = 0;
    this.written += piece.length;
  }
}
