import { holdsMpegFrames } from "./mpeg-frame.ts";

/** The audio formats that Needledrop reads. */
export type AudioFormat = "wav" | "mp3" | "flac" | "vorbis" | "opus" | "mp4" | "aac" | "aiff";

/** Bytes by which `formatOf` knows any format, counted from the end of a leading ID3v2 tag. */
export const HEAD_BYTES = 65_536;
/** Bytes that `id3Bytes` needs. */
export const ID3_HEADER_BYTES = 10;

/**
 * The format of audio by its content, since file names can be wrong; null if it is unknown.
 * @param head its first `HEAD_BYTES`, or all of them, behind any ID3v2 tag
 */
export function formatOf(head: Uint8Array): AudioFormat | null {
  const text = String.fromCharCode(...head.subarray(0, 256));
  const outer = text.slice(0, 4);
  const inner = text.slice(8, 12);
  if (["RIFF", "RF64", "BW64"].includes(outer) && inner === "WAVE") return "wav";
  if (outer === "FORM" && (inner === "AIFF" || inner === "AIFC")) return "aiff";
  if (outer === "fLaC") return "flac";
  if (text.slice(4, 8) === "ftyp") return "mp4";
  if (outer === "OggS") return oggCodec(text);
  if (isAdts(head)) return "aac";
  // Encoders may write zeros before the first frame, and a cut file may begin in the middle of one.
  return holdsMpegFrames(head) ? "mp3" : null;
}

/** Bytes of a leading ID3v2 tag with header and footer, 0 without one. */
export function id3Bytes(head: Uint8Array): number {
  const [i, d, three, , , flags = 0, ...size] = head.subarray(0, ID3_HEADER_BYTES);
  if (i !== 0x49 || d !== 0x44 || three !== 0x33 || size.length < 4) return 0;
  const length = size.reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
  return length + ID3_HEADER_BYTES * (flags & 0x10 ? 2 : 1);
}

// The first page of an Ogg stream begins with its codec's identification header.
function oggCodec(text: string): AudioFormat | null {
  if (text.includes("OpusHead")) return "opus";
  if (text.includes("\u0001vorbis")) return "vorbis";
  return text.includes("\u007fFLAC") ? "flac" : null;
}

/** Whether this is ADTS, AAC without a container: a sync word with layer 0. */
function isAdts([sync = 0, kind = 0]: Uint8Array): boolean {
  return sync === 0xff && (kind & 0xf6) === 0xf0;
}
