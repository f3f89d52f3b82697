import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wavBytes } from "../test/cli/support/wav-bytes.ts";

const SAMPLE_RATE = 44_100;

/** A folder of made-up music. */
export interface GeneratedMusic {
  readonly folder: string;
  readonly files: number;
  /** Seconds of audio in all files. */
  readonly seconds: number;
  remove(): void;
}

/** Writes stereo WAV files of a chord each, `seconds` long, into a folder of their own. */
export function generateMusic(files: number, seconds: number): GeneratedMusic {
  const folder = mkdtempSync(join(tmpdir(), "needledrop-music-"));
  for (let file = 0; file < files; file += 1) {
    const root = 110 * 2 ** (file / 12);
    const bytes = wavBytes(
      { sampleRate: SAMPLE_RATE, channels: 2, bits: 16 },
      seconds * SAMPLE_RATE,
      (frame, channel) => {
        const t = (2 * Math.PI * frame) / SAMPLE_RATE;
        const beat = 1 - ((frame * (2 + (file % 3))) % SAMPLE_RATE) / SAMPLE_RATE;
        return (beat * (Math.sin(root * t) + Math.sin(root * (1.26 + channel / 4) * t))) / 4;
      },
    );
    writeFileSync(join(folder, `chord ${file}.wav`), bytes);
  }
  return {
    ...{ folder, files, seconds: files * seconds },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
