import type { Structure } from "../../contract/track.ts";
import { Resampler } from "../encode/resample.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import { SAMPLE_RATE } from "../hear/frames.ts";
import { NetRhythm } from "../hear/net-rhythm.ts";
import { PartListener } from "../hear/parts.ts";
import { SpectrumListener } from "../hear/spectra.ts";
import type { WholeAudio } from "./whole-audio.ts";

/** Samples at a time: a long track is not heard in one go. */
const PIECE = 2 ** 18;

/**
 * Bars and parts of a track, by ear.
 * @returns null if no bars are plain enough
 * @throws DeviceError the device failed.
 */
export async function hearStructure(
  { channels, sampleRate }: WholeAudio,
  net: BeatNet,
): Promise<Structure | null> {
  const resampler = new Resampler(sampleRate, SAMPLE_RATE);
  const rhythm = new NetRhythm(net);
  const parts = new PartListener();
  const spectra = new SpectrumListener((power) => parts.push(power));
  const listen = (samples: Float32Array): void => {
    rhythm.push(samples);
    spectra.push(samples);
  };
  const length = channels[0]?.length ?? 0;
  for (let at = 0; at < length; at += PIECE) {
    listen(resampler.push(mixed(channels, at, Math.min(length, at + PIECE))));
  }
  listen(resampler.end());
  spectra.end();
  const heard = await rhythm.end();
  const beatsPerBar = heard?.beatsPerBar ?? null;
  if (heard === null || beatsPerBar === null) return null;
  return {
    bars: [...heard.bars],
    beatsPerBar,
    sections: parts.end().map((start, n) => ({ start, label: `Part ${n + 1}` })),
  };
}

function mixed(channels: readonly Float32Array[], from: number, to: number): Float32Array {
  const mono = new Float32Array(to - from);
  for (const channel of channels) {
    for (let i = 0; i < mono.length; i += 1) {
      mono[i] = (mono[i] ?? 0) + (channel[from + i] ?? 0) / channels.length;
    }
  }
  return mono;
}
