/** A box of an MP4 file: its size, its name and what is in it. */
export function box(name: string, ...content: readonly Uint8Array[]): Buffer {
  const head = Buffer.alloc(8);
  const body = Buffer.concat(content);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, body]);
}

/** The boxes of an MP4 file with one track, whose samples are of this kind. */
export function mp4Boxes(sampleEntry: string): { readonly ftyp: Buffer; readonly moov: Buffer } {
  const entries = Buffer.alloc(8);
  entries.writeUInt32BE(1, 4);
  const stsd = box("stsd", entries, box(sampleEntry, Buffer.alloc(28)));
  const mdia = box("mdia", box("mdhd", Buffer.alloc(24)), box("minf", box("stbl", stsd)));
  return {
    ftyp: box("ftyp", Buffer.from("M4A \0\0\0\0M4A ")),
    moov: box("moov", box("mvhd", Buffer.alloc(100)), box("trak", mdia)),
  };
}
