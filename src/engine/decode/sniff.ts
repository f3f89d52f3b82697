import {
  HEAD_BYTES,
  ID3_HEADER_BYTES,
  formatOf,
  id3Bytes,
  type AudioFormat,
} from "../../shared/audio/audio-format.ts";
import type { ByteSource } from "./byte-source.ts";

/** The format of a file, and the offset at which its audio begins, behind any ID3v2 tag. */
export interface Sniffed {
  readonly format: AudioFormat;
  readonly offset: number;
}

/** Detects the format from the content, since file names can be wrong; null if it is unknown. */
export async function sniff(file: ByteSource): Promise<Sniffed | null> {
  const offset = id3Bytes(await file.read(0, ID3_HEADER_BYTES));
  const head = await file.read(offset, HEAD_BYTES);
  const format = formatOf(head);
  return format === null ? null : { format, offset };
}
