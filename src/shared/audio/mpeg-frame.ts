/** Bit rates in kbit/s by header index 1..14 (ISO/IEC 11172-3 and 13818-3). */
const BIT_RATES = {
  1: [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  2: [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  3: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  low1: [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  low: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const;
const HEADER_BYTES = 4;

interface Frame {
  readonly bytes: number;
  /** Version, layer and sample rate, which are the same in all frames of a stream. */
  readonly kind: number;
}

/** Whether MPEG audio (layer I to III) begins in `head`: a frame header, and the next one after it. */
export function holdsMpegFrames(head: Uint8Array): boolean {
  for (let at = head.indexOf(0xff); at >= 0; at = head.indexOf(0xff, at + 1)) {
    const frame = frameAt(head, at);
    if (frame !== null && frameAt(head, at + frame.bytes)?.kind === frame.kind) return true;
  }
  return false;
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const [sync = 0, kind = 0, rates = 0] = bytes.subarray(at, at + HEADER_BYTES);
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0) return null;
  const version = (kind >> 3) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
  const layer = 4 - ((kind >> 1) & 3);
  if (version === 1 || (layer !== 1 && layer !== 2 && layer !== 3)) return null;
  const bitRate = bitRatesOf(version, layer)[(rates >> 4) - 1];
  const fullRate = SAMPLE_RATES[((rates >> 2) & 3) as 0 | 1 | 2];
  if (bitRate === undefined || (fullRate as number | undefined) === undefined) return null;
  const sampleRate = fullRate / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const padding = (rates >> 1) & 1;
  return {
    kind: ((kind & 0x1e) << 8) | (rates & 0x0c),
    bytes: frameBytes(layer, version === 3, (bitRate * 1000) / sampleRate, padding),
  };
}

function bitRatesOf(version: number, layer: 1 | 2 | 3): readonly number[] {
  if (version === 3) return BIT_RATES[layer];
  return layer === 1 ? BIT_RATES.low1 : BIT_RATES.low;
}

function frameBytes(layer: number, mpeg1: boolean, bitsPerSample: number, padding: number): number {
  if (layer === 1) return (Math.floor(12 * bitsPerSample) + padding) * 4;
  const samples = layer === 3 && !mpeg1 ? 576 : 1152;
  return Math.floor((samples / 8) * bitsPerSample) + padding;
}
