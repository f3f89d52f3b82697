import { formatOf, id3Bytes, type AudioFormat } from "../audio/audio-format.ts";
import { endingOf } from "../importable.ts";

/** What a file with this ending may hold. */
const FORMATS: Readonly<Record<string, readonly AudioFormat[]>> = {
  aac: ["aac", "mp4"],
  aif: ["aiff"],
  aiff: ["aiff"],
  flac: ["flac"],
  m4a: ["mp4"],
  mp3: ["mp3"],
  oga: ["vorbis", "opus"],
  ogg: ["vorbis", "opus"],
  opus: ["opus"],
  wav: ["wav"],
};

// Where names are limited, they are limited to 255 bytes; ".part" is added while a file arrives.
const MOST_BYTES = 255 - ".part".length;
/** Names of devices on Windows, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/**
 * Why an audio file must not have this name in somebody's folder; null if it may have it. What is
 * allowed here is a plain name of one file on every system.
 */
export function nameProblem(name: string): string | null {
  if (/[/\\]/.test(name)) return "It names a folder.";
  if (/^\.|^\s|[.\s]$/u.test(name) || name === "")
    return "It begins or ends with a dot or a space.";
  if (/[\p{Cc}\p{Bidi_Control}\p{Cs}<>:"|?*]/u.test(name))
    return "It has characters that no name may have.";
  if (DEVICE.test(name)) return "Windows reserves it for a device.";
  if (utf8Bytes(name) > MOST_BYTES) return "It is too long.";
  return endingOf(name) in FORMATS ? null : "It is not that of an audio file.";
}

/**
 * Whether a file begins as its ending promises.
 * @param head its first 64 kB, or all of it
 */
export function beginsAsNamed(head: Uint8Array, name: string): boolean {
  const formats = FORMATS[endingOf(name)] ?? [];
  const tag = id3Bytes(head);
  // Behind a tag with pictures there may be nothing left to look at. A page never begins with one.
  if (tag >= head.length) return tag > 0 && formats.some((format) => TAGGED.has(format));
  const format = formatOf(head.subarray(tag));
  return format !== null && formats.includes(format);
}

/** Formats that may begin with an ID3v2 tag. */
const TAGGED: ReadonlySet<AudioFormat> = new Set(["mp3", "aac", "flac", "wav", "aiff"]);

/** Length in UTF-8. UXP is not known to have a `TextEncoder`. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
