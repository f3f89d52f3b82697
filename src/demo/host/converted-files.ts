import type { WavFile, WavPiece } from "../../contract/conversion.ts";
import { nameTaken, outOfOrder } from "./refusals.ts";

/** A WAV file as far as the stand-in keeps it: nobody can open it, so its bytes are let go. */
interface Kept {
  readonly bytes: number;
  readonly seconds: number;
}

/** A file that is being written. */
interface Writing {
  readonly name: string;
  position: number;
  /** From its header; 0 while that has not arrived. */
  bytesPerSecond: number;
}

/** Where a WAV file states how many bytes a second takes. */
const RATE_AT = 28;

/** WAV files that the panel has made, in the imagined folder for music. */
export class ConvertedFiles {
  private readonly files = new Map<string, Kept>();
  private writing: Writing | null = null;

  /** Length in seconds of the file at a path; null if it was not made here. */
  seconds(path: string): number | null {
    return this.files.get(path)?.seconds ?? null;
  }

  /** The path of a whole file, or null. @throws HostError another file has that name */
  find(folder: string, { name, bytes }: WavFile): string | null {
    const path = `${folder}/${name}`;
    const there = this.files.get(path);
    if (there === undefined) return null;
    if (there.bytes === bytes) return path;
    throw nameTaken(path);
  }

  /** The path once the file is whole. @throws HostError the piece does not follow the last one */
  write(folder: string, { name, bytes, position, data }: WavPiece): string | null {
    if (position === 0) this.writing = { name, position: 0, bytesPerSecond: 0 };
    const { writing } = this;
    if (writing?.name !== name || writing.position !== position) throw outOfOrder(name);
    const piece = atob(data);
    if (position === 0) writing.bytesPerSecond = rateIn(piece);
    writing.position += piece.length;
    if (writing.position > bytes) throw outOfOrder(name);
    if (writing.position < bytes) return null;
    this.writing = null;
    const path = `${folder}/${name}`;
    this.files.set(path, { bytes, seconds: bytes / writing.bytesPerSecond });
    return path;
  }

  drop(name: string): void {
    if (this.writing?.name === name) this.writing = null;
  }
}

/** A 32-bit number, its lowest byte first. */
function rateIn(head: string): number {
  return [3, 2, 1, 0].reduce((sum, at) => sum * 256 + head.charCodeAt(RATE_AT + at), 0);
}
