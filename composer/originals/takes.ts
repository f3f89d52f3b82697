import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Composition } from "../lib/compose.ts";
import { encodeMidi } from "../lib/midi.ts";
import { fontFile, type SoundFont } from "../render/fonts.ts";
import { spliceReel } from "../render/reel.ts";
import { synthesise } from "../render/synth.ts";
import { openWave } from "../render/wav.ts";

export const sampleRate = 44_100;

/** Extra seconds, long enough for a grand piano to die away. */
const tailSeconds = 6;

/** A rendered piece before mastering. */
export interface Take {
  piece: Composition;
  /** File of interleaved stereo float32 samples. */
  file: string;
  samples: Float32Array;
}

/** Number of frames up to the last one that is less than 66 dB below the peak. */
export function soundingFrames(samples: Float32Array): number {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  let last = samples.length - 1;
  while (last > 0 && Math.abs(samples[last] ?? 0) <= loudest * 0.0005) last -= 1;
  return Math.floor(last / 2) + 1;
}

/** Renders pieces together and cuts each after its last sound, with half a second of fade. */
export async function recordTakes(
  pieces: readonly Composition[],
  font: SoundFont,
  folder: string,
): Promise<Take[]> {
  const reel = spliceReel(
    pieces.map(({ score }) => {
      const tailBeats = (tailSeconds * (score.tempo.at(-1)?.bpm ?? 100)) / 60;
      return encodeMidi({ ...score, end: score.end + tailBeats });
    }),
  );
  const midi = join(folder, "takes.mid");
  const wave = join(folder, "takes.wav");
  writeFileSync(midi, reel.midi);
  const file = fontFile(font);
  await synthesise(midi, wave, file, { rate: sampleRate, seconds: reel.seconds, reverb: 0.8 });
  const tape = openWave(wave);
  const takes = pieces.flatMap((piece, i): Take[] => {
    const cut = reel.cuts[i];
    if (!cut) return [];
    const from = Math.round(cut.start * sampleRate);
    const whole = tape.read(from, Math.round(cut.seconds * sampleRate));
    const samples = whole.slice(0, (soundingFrames(whole) + sampleRate / 2) * 2);
    const raw = join(folder, `${piece.style.name.replaceAll(" ", "-")}-${piece.seed}.f32`);
    writeFileSync(raw, new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    return [{ piece, file: raw, samples }];
  });
  tape.close();
  rmSync(wave);
  return takes;
}
