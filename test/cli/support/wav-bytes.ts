export interface WavShape {
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: 8 | 16 | 24 | 32 | 64;
  readonly float?: boolean;
  readonly extensible?: boolean;
  /** The length that the data chunk claims, if it is false. */
  readonly claimedBytes?: number;
}

/** A WAV file of the given frames: `sample(frame, channel)` in -1..1. */
export function wavBytes(
  shape: WavShape,
  frames: number,
  sample: (frame: number, channel: number) => number,
): Buffer {
  const { sampleRate, channels, bits, float = false, extensible = false } = shape;
  const width = bits / 8;
  const data = Buffer.alloc(frames * channels * width);
  for (let i = 0; i < frames * channels; i++) {
    write(data, i * width, bits, float, sample(Math.floor(i / channels), i % channels));
  }
  const code = float ? 3 : 1;
  const format = Buffer.alloc(extensible ? 40 : 16);
  format.writeUInt16LE(extensible ? 0xfffe : code, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(sampleRate, 4);
  format.writeUInt32LE(sampleRate * channels * width, 8);
  format.writeUInt16LE(channels * width, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) format.writeUInt16LE(code, 24);
  const body = Buffer.concat([
    Buffer.from("WAVE"),
    chunk("fmt ", format),
    chunk("LIST", Buffer.from("odd")),
    chunk("data", data, shape.claimedBytes),
  ]);
  return chunk("RIFF", body);
}

/** A RIFF chunk, padded to an even length. */
export function chunk(name: string, body: Buffer, claimedBytes = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(claimedBytes, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

/** A sine of the given pitch at half level. */
export function sine(hertz: number, sampleRate: number): (frame: number) => number {
  return (frame) => 0.5 * Math.sin((2 * Math.PI * hertz * frame) / sampleRate);
}

function write(data: Buffer, at: number, bits: number, float: boolean, value: number): void {
  if (float && bits === 64) data.writeDoubleLE(value, at);
  else if (float) data.writeFloatLE(value, at);
  else if (bits === 8) data.writeUInt8(Math.round(value * 127) + 128, at);
  else data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), at, bits / 8);
}
