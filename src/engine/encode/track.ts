import { AudioError } from "../../contract/errors.ts";
import type { Heard } from "../../contract/heard.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import { TrackListener } from "../hear/listen.ts";
import { NetRhythm } from "../hear/net-rhythm.ts";
import { SAMPLE_RATE } from "../hear/frames.ts";
import type { AudioTower, SectionEmbedding } from "./audio-tower.ts";
import { PeakPicker } from "./peaks.ts";
import { Resampler } from "./resample.ts";

/** Peaks kept of each track: enough for a waveform as wide as a panel gets. */
const PEAKS_PER_TRACK = 256;

/** Decoded audio, as it comes. */
export interface DecodedAudio {
  /** Samples per second. */
  readonly sampleRate: number;
  /** Chunks of any size; each is one array per channel, all of one length, samples -1 to 1. */
  readonly chunks: AsyncIterable<readonly Float32Array[]> | Iterable<readonly Float32Array[]>;
}

/** All that the index keeps of a track's audio. */
export interface EmbeddedTrack {
  readonly seconds: number;
  /** u8 [PEAKS_PER_TRACK], 0 to 255. */
  readonly peaks: Uint8Array;
  readonly sections: readonly SectionEmbedding[];
  /** Left out if nobody listened. */
  readonly heard?: Heard;
}

/**
 * Embeds a whole track in one pass over its audio, which is never held as a whole.
 * @throws AudioError there are no samples, or some are not numbers.
 */
export async function embedTrack(tower: AudioTower, audio: DecodedAudio): Promise<EmbeddedTrack> {
  return embed(tower, audio, null);
}

/**
 * Embeds a whole track and hears its facts, in the same pass.
 * @param net hears tempo, beats and bars; null if these are not to be heard
 * @throws AudioError as `embedTrack`.
 */
export async function embedAndHear(
  tower: AudioTower,
  audio: DecodedAudio,
  net: BeatNet | null,
): Promise<EmbeddedTrack> {
  const rhythm = net === null ? null : new NetRhythm(net);
  return embed(tower, audio, new TrackListener(audio.sampleRate, rhythm));
}

async function embed(
  tower: AudioTower,
  audio: DecodedAudio,
  listener: TrackListener | null,
): Promise<EmbeddedTrack> {
  const picker = new PeakPicker(PEAKS_PER_TRACK);
  const resampler = new Resampler(audio.sampleRate, tower.sampleRate);
  // Most towers take audio at the rate that is listened to.
  const ears =
    listener === null || tower.sampleRate === SAMPLE_RATE
      ? null
      : new Resampler(audio.sampleRate, SAMPLE_RATE);
  let frames = 0;

  async function* prepared(): AsyncGenerator<Float32Array> {
    for await (const channels of audio.chunks) {
      const mono = mixToMono(channels);
      frames += mono.length;
      picker.push(mono);
      const resampled = resampler.push(mono);
      listener?.pushChannels(channels);
      listener?.pushMono(ears?.push(mono) ?? resampled);
      yield resampled;
    }
    const rest = resampler.end();
    listener?.pushMono(ears?.end() ?? rest);
    yield rest;
  }

  const sections: SectionEmbedding[] = [];
  for await (const section of tower.embed(prepared())) sections.push(section);
  if (frames === 0) {
    throw new AudioError({ what: "The audio is empty.", next: "Leave this file out." });
  }
  const embedded = { seconds: frames / audio.sampleRate, peaks: picker.end(), sections };
  return listener === null ? embedded : { ...embedded, heard: await listener.end() };
}

/** The mean of the channels. @throws AudioError a sample is not a number. */
function mixToMono(channels: readonly Float32Array[]): Float32Array {
  const { length } = channels[0] ?? [];
  const count = channels.length;
  const mono = new Float32Array(length);
  for (const channel of channels) {
    for (let i = 0; i < length; i += 1) mono[i] = (mono[i] ?? 0) + (channel[i] ?? 0) / count;
  }
  // Nothing but a number times 0 is 0, and stays so in a sum.
  let nothing = 0;
  for (let i = 0; i < length; i += 1) nothing += (mono[i] ?? 0) * 0;
  if (nothing === 0) return mono;
  throw new AudioError({
    what: "The audio holds samples that are not numbers.",
    next: "Export the file again from the program that made it.",
  });
}
