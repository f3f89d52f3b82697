import { readFileSync } from "node:fs";
import { run } from "../render/programs.ts";
import { loudnessOf, rawInput, type Loudness } from "./measure.ts";
import { sampleRate, type Take } from "./takes.ts";

const targetLoudness = -16;
const highestTruePeak = -1;

async function encode(take: Take, mp3: string, gain: number, ceiling: number): Promise<void> {
  const { sound } = take.piece.style;
  const fadeFrom = take.samples.length / 2 / sampleRate - 0.5;
  const limit = (10 ** (ceiling / 20)).toFixed(4);
  const filters = [
    "highpass=f=28",
    ...(sound ? [sound] : []),
    `volume=${gain.toFixed(2)}dB`,
    `aresample=${sampleRate * 2}`,
    `alimiter=limit=${limit}:attack=4:release=80:level=false`,
    `aresample=${sampleRate}`,
    `afade=t=out:st=${fadeFrom.toFixed(3)}:d=0.5`,
  ];
  await run(
    "ffmpeg",
    [
      ...["-v", "error", "-y", ...rawInput(take.file, sampleRate)],
      ...["-af", filters.join(","), "-ar", String(sampleRate), "-ac", "2"],
      // An average bit rate: quiet passages leave bits to dense ones.
      ...["-c:a", "libmp3lame", "-abr", "1", "-b:a", "92k", "-joint_stereo", "1"],
      ...["-map_metadata", "-1", "-id3v2_version", "0", "-write_xing", "1", mp3],
    ],
    { limit: 180_000 },
  );
}

/**
 * Masters to -16 LUFS: gain, then a limiter at twice the sample rate, which catches most true peaks. Measures the
 * finished MP3 and corrects changes by the codec in another pass.
 * @param loudness of the take before mastering, LUFS
 */
export async function master(
  take: Take,
  loudness: number,
  mp3: string,
): Promise<Loudness & { bytes: Uint8Array }> {
  let gain = targetLoudness - loudness;
  let ceiling = -2;
  for (let pass = 0; pass < 7; pass += 1) {
    await encode(take, mp3, gain, ceiling);
    const measured = await loudnessOf(["-i", mp3], { peak: true });
    const offBy = targetLoudness - measured.integrated;
    const tooHigh = measured.truePeak - (highestTruePeak - 0.1);
    if (Math.abs(offBy) <= 0.3 && tooHigh <= 0) {
      return { ...measured, bytes: readFileSync(mp3) };
    }
    gain += offBy;
    if (tooHigh > 0) ceiling -= tooHigh + 0.2;
  }
  const { style, seed } = take.piece;
  throw new Error(`${style.name} (seed ${seed}) cannot be mastered to ${targetLoudness} LUFS`);
}
