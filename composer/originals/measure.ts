import { run } from "../render/programs.ts";

/** Loudness by EBU R 128. */
export interface Loudness {
  /** LUFS. */
  integrated: number;
  /** LU. */
  range: number;
  /** dBTP. */
  truePeak: number;
}

function lastNumber(text: string, pattern: RegExp): number {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  const value = Number(found);
  if (found === undefined || !Number.isFinite(value)) {
    throw new Error(`Could not read ffmpeg's loudness summary: ${text.slice(-300)}`);
  }
  return value;
}

/** ffmpeg's arguments for a file of interleaved stereo float32 samples. */
export function rawInput(file: string, rate: number): string[] {
  return ["-f", "f32le", "-ar", String(rate), "-ac", "2", "-i", file];
}

/**
 * Measures audio with ffmpeg's ebur128 filter.
 * @param input ffmpeg's arguments for the input: `["-i", file]` or `rawInput(...)`
 * @param peak whether to measure the true peak too, which takes longer; otherwise it is -Infinity
 */
export async function loudnessOf(
  input: readonly string[],
  { peak = false }: { peak?: boolean } = {},
): Promise<Loudness> {
  const filter = `ebur128=${peak ? "peak=true:" : ""}framelog=verbose`;
  const { stderr } = await run("ffmpeg", ["-nostats", ...input, "-af", filter, "-f", "null", "-"], {
    limit: 120_000,
  });
  const summary = stderr.slice(stderr.lastIndexOf("Summary:"));
  return {
    integrated: lastNumber(summary, /I:\s+(-?[\d.]+) LUFS/g),
    range: lastNumber(summary, /LRA:\s+(-?[\d.]+) LU/g),
    truePeak: peak ? lastNumber(summary, /Peak:\s+(-?[\d.]+) dBFS/g) : -Infinity,
  };
}

/** Decodes an audio file to interleaved stereo float samples at a rate. */
export async function decode(file: string, rate: number): Promise<Float32Array> {
  const { stdout } = await run(
    "ffmpeg",
    ["-v", "error", "-i", file, "-f", "f32le", "-ac", "2", "-ar", String(rate), "pipe:1"],
    { limit: 120_000 },
  );
  const samples = new Float32Array(Math.floor(stdout.length / 4));
  for (let i = 0; i < samples.length; i += 1) samples[i] = stdout.readFloatLE(i * 4);
  return samples;
}

/** Largest magnitude in each of `count` equal windows, 0..1 with two decimals. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const frames = Math.floor(samples.length / 2);
  return Array.from({ length: count }, (_, i) => {
    let most = 0;
    const from = Math.floor((i * frames) / count) * 2;
    const to = Math.floor(((i + 1) * frames) / count) * 2;
    for (let j = from; j < to; j += 1) most = Math.max(most, Math.abs(samples[j] ?? 0));
    return Math.round(Math.min(1, most) * 100) / 100;
  });
}

/** Longest stretch below -50 dBFS in seconds, and whether any sample reaches full scale. */
export function silenceAndClipping(
  samples: Float32Array,
  rate: number,
): { silence: number; clipped: boolean } {
  let run = 0;
  let longest = 0;
  let clipped = false;
  for (let i = 0; i + 1 < samples.length; i += 2) {
    const level = Math.max(Math.abs(samples[i] ?? 0), Math.abs(samples[i + 1] ?? 0));
    if (level >= 1) clipped = true;
    run = level < 0.00316 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return { silence: longest / rate, clipped };
}

/** Share of the energy in a band, by a pair of one-pole filters: rough, but enough to compare takes. */
export function bandShare(samples: Float32Array, rate: number, low: number, high: number): number {
  const a = 1 - Math.exp((-2 * Math.PI * low) / rate);
  const b = 1 - Math.exp((-2 * Math.PI * high) / rate);
  let slow = 0;
  let fast = 0;
  let band = 0;
  let all = 1e-12;
  for (let i = 0; i + 1 < samples.length; i += 2) {
    const mono = ((samples[i] ?? 0) + (samples[i + 1] ?? 0)) / 2;
    slow += a * (mono - slow);
    fast += b * (mono - fast);
    band += (fast - slow) ** 2;
    all += mono * mono;
  }
  return band / all;
}
