import { withAudioFile } from "../../src/cli/audio/open-audio.ts";
import type { Heard } from "../../src/contract/heard.ts";
import { Resampler } from "../../src/engine/encode/resample.ts";
import { ChromaListener } from "../../src/engine/hear/chroma.ts";
import { keyOf } from "../../src/engine/hear/key.ts";
import { TrackListener } from "../../src/engine/hear/listen.ts";
import { SAMPLE_RATE } from "../../src/engine/hear/frames.ts";
import type { RhythmListener } from "../../src/engine/hear/rhythm.ts";
import { SpectrumListener } from "../../src/engine/hear/spectra.ts";

/** All that is heard in a piece, and not only what is plain enough to be kept. */
export interface HeardPiece {
  /** Its length. */
  readonly seconds: number;
  readonly heard: Heard;
  /** The best guess at the key, "C# minor"; null in silence. */
  readonly key: string | null;
}

/** Decodes a file and listens to it, without embedding it. */
export async function hearPiece(
  file: string,
  openRhythm: () => RhythmListener,
): Promise<HeardPiece> {
  const chroma = new ChromaListener();
  const spectra = new SpectrumListener((power) => chroma.push(power));
  let seconds = 0;
  const heard = await withAudioFile(file, async ({ sampleRate, chunks }) => {
    const listener = new TrackListener(sampleRate, openRhythm());
    const resampler = new Resampler(sampleRate, SAMPLE_RATE);
    const push = (samples: Float32Array): void => {
      listener.pushMono(samples);
      spectra.push(samples);
    };
    for await (const channels of chunks) {
      seconds += (channels[0]?.length ?? 0) / sampleRate;
      listener.pushChannels(channels);
      push(resampler.push(mixed(channels)));
    }
    push(resampler.end());
    return listener.end();
  });
  spectra.end();
  const key = keyOf(chroma.end().frames);
  return { seconds, heard, key: key === null ? null : `${key.tonic} ${key.mode}` };
}

function mixed(channels: readonly Float32Array[]): Float32Array {
  const mono = new Float32Array(channels[0]?.length ?? 0);
  for (const channel of channels) {
    for (let i = 0; i < mono.length; i += 1) {
      mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / channels.length;
    }
  }
  return mono;
}
