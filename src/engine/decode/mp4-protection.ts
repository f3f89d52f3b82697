import type { ByteSource } from "./byte-source.ts";

/** Sample entries of protected audio: Apple's FairPlay, and Common Encryption (ISO/IEC 23001-7). */
const PROTECTED = new Set(["drms", "enca", "drmi"]);
/** The boxes around the description of a track's samples (ISO/IEC 14496-12). */
const AROUND = new Set(["moov", "trak", "mdia", "minf", "stbl"]);
/** Real files have a few dozen boxes. */
const BOX_LIMIT = 2000;
/** Version, flags and number of entries of the sample description, before the first entry. */
const ENTRIES_AT = 8;

/**
 * Whether an MP4 file holds audio that plays only under the account that bought it. A file that ends
 * midway says what it holds.
 */
export async function isProtectedMp4(file: ByteSource): Promise<boolean> {
  const ends: number[] = [file.size];
  let boxes = 0;
  for (let at = 0; ends.length > 0;) {
    const end = ends.at(-1) ?? 0;
    if (at + 8 > end) {
      at = ends.pop() ?? at;
      continue;
    }
    if ((boxes += 1) > BOX_LIMIT) return false;
    const box = await readBox(file, at);
    if (box === null) return false;
    const boxEnd = box.bytes === 0 ? end : at + box.bytes;
    if (boxEnd <= at || boxEnd > end) return false;
    if (box.name === "stsd") {
      const entry = await readBox(file, at + box.header + ENTRIES_AT);
      if (entry !== null && PROTECTED.has(entry.name)) return true;
    }
    if (AROUND.has(box.name)) {
      ends.push(boxEnd);
      at += box.header;
    } else {
      at = boxEnd;
    }
  }
  return false;
}

interface Box {
  readonly name: string;
  /** Of the whole box; 0 if it extends to the end of what it lies in. */
  readonly bytes: number;
  readonly header: number;
}

async function readBox(file: ByteSource, at: number): Promise<Box | null> {
  const head = await file.read(at, 16);
  if (head.length < 8) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const name = String.fromCharCode(...head.subarray(4, 8));
  const bytes = view.getUint32(0);
  if (bytes !== 1) return { name, bytes, header: 8 };
  // A size of 1 says that the real one follows, in 64 bits.
  return head.length < 16 ? null : { name, bytes: Number(view.getBigUint64(8)), header: 16 };
}
