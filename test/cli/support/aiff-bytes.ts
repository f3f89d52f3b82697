/** What an AIFF file is like. */
export interface Shape {
  readonly channels?: number;
  readonly bits?: number;
  readonly rate?: number;
  /** Of AIFF-C; left out for AIFF. */
  readonly code?: string;
  /** Bytes of the sound. */
  readonly sound: Buffer;
}

/** A chunk of the file. */
export const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

/** The 80-bit float of a whole number. */
function extended(value: number): Buffer {
  const exponent = Math.floor(Math.log2(value));
  const bytes = Buffer.alloc(10);
  bytes.writeUInt16BE(exponent + 16_383);
  bytes.writeBigUInt64BE(BigInt(value) << BigInt(63 - exponent), 2);
  return bytes;
}

/** The chunk that says how the sound is kept. */
export function common({ channels = 1, bits = 16, rate = 44_100, code }: Shape): Buffer {
  const numbers = Buffer.alloc(8);
  numbers.writeInt16BE(channels);
  numbers.writeInt16BE(bits, 6);
  const kind = code === undefined ? [] : [Buffer.from(code, "latin1"), Buffer.from([0, 0])];
  return chunk("COMM", Buffer.concat([numbers, extended(rate), ...kind]));
}

/** The chunk with the sound. */
export const sound = (bytes: Buffer): Buffer =>
  chunk("SSND", Buffer.concat([Buffer.alloc(8), bytes]));
/** A file of these chunks. */
export const file = (kind: string, ...chunks: Buffer[]): Buffer =>
  chunk("FORM", Buffer.concat([Buffer.from(kind, "latin1"), ...chunks]));
/** An AIFF file, or an AIFF-C file. */
export const aiff = (shape: Shape): Buffer =>
  file(shape.code === undefined ? "AIFF" : "AIFC", common(shape), sound(shape.sound));
