import { renameSync, rmSync } from "node:fs";
import { styleNamed } from "../styles/index.ts";
import { run } from "./programs.ts";

/** The format that render writes. */
export interface Target {
  /** Hz. */
  rate: number;
  mono: boolean;
  format: string;
}

/** Interleaved samples. */
export interface Recording {
  samples: Float32Array;
  rate: number;
  channels: number;
}

/** Name of a file until it is complete. */
export const unfinished = ".part";

/** Level of every piece before its style's filters: RMS relative to full scale. */
const targetRms = 0.11;

function levelled(samples: Float32Array): Float32Array {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  const gain = rms > 1e-6 ? targetRms / rms : 1;
  return samples.map((sample) => sample * gain);
}

/**
 * Sets a recording's level, applies its style's filters and writes it atomically.
 * @throws Error ffmpeg failed, for example because the disk is full, or took longer than a minute
 */
export async function encodePiece(
  { samples, rate, channels }: Recording,
  style: string,
  file: string,
  target: Target,
): Promise<void> {
  const sound = styleNamed(style)?.sound;
  const filters = [...(sound ? [sound] : []), "alimiter=limit=0.93:level=false"].join(",");
  const levels = levelled(samples);
  const part = `${file}${unfinished}`;
  try {
    const { stderr } = await run(
      "ffmpeg",
      [
        ...["-v", "error", "-y", "-f", "f32le", "-ar", String(rate)],
        ...["-ac", String(channels), "-i", "pipe:0", "-af", filters],
        ...["-ar", String(target.rate), "-ac", target.mono ? "1" : "2", "-sample_fmt", "s16"],
        ...["-f", target.format, part],
      ],
      { limit: 60_000, input: new Uint8Array(levels.buffer, levels.byteOffset, levels.byteLength) },
    );
    // ffmpeg exits with 0 even if the disk had no room for the last bytes of a FLAC file.
    if (stderr.trim() !== "") throw new Error(`ffmpeg complained: ${stderr.trim().slice(-400)}`);
    // Renaming comes last, so a file under its own name is always complete.
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
