import { MOST_WAV_BYTES, type WavSink } from "../../contract/conversion.ts";
import { AudioError } from "../../contract/errors.ts";
import type { Fit } from "../../contract/fit.ts";
import { Pieces } from "../convert/pieces.ts";
import { wavBytes, wavHead, wavSamples, wavTail } from "../convert/wav-format.ts";
import { mixSeam } from "./crossfade.ts";
import { ringOf } from "./ring.ts";
import type { WholeAudio } from "./whole-audio.ts";

/** Samples at a time. */
const BLOCK = 2 ** 16;

/** Samples that sound from one place on; silence where there are none. */
interface Stretch {
  readonly at: number;
  readonly length: number;
  readonly channels: readonly Float32Array[];
  /** The first of them. */
  readonly from: number;
}

/**
 * Plays a fit into a WAV file of exactly `round(seconds * sampleRate)` samples.
 * @throws AudioError it would be larger than 4 GB.
 * @throws HostError the sink takes no more.
 */
export async function renderFit(audio: WholeAudio, fit: Fit, sink: WavSink): Promise<void> {
  const { sampleRate } = audio;
  const frames = Math.round(fit.seconds * sampleRate);
  const shape = { sampleRate, channels: audio.channels.length, frames };
  if (wavBytes(shape) > MOST_WAV_BYTES) throw tooLarge(fit.seconds);
  if (!(await sink.begin(wavBytes(shape)))) return;
  const pieces = new Pieces(sink);
  await pieces.add(wavHead(shape));
  for (const block of blocksOf(audio, fit))
    await pieces.add(wavSamples(block, block[0]?.length ?? 0));
  await pieces.add(wavTail(shape));
  await pieces.end();
}

/** The samples of a fit, in blocks of one array for each channel; see `renderFit`. */
export function* blocksOf(audio: WholeAudio, fit: Fit): Generator<Float32Array[]> {
  const frames = Math.round(fit.seconds * audio.sampleRate);
  const gain = fadesOf(fit, frames, audio.sampleRate);
  const stretches = stretchesOf(audio, fit, frames);
  for (let at = 0; at < frames; at += BLOCK) {
    const length = Math.min(BLOCK, frames - at);
    const block = audio.channels.map(() => new Float32Array(length));
    for (const stretch of stretches) lay(stretch, block, at);
    if (isFading(fit, at, at + length, frames, audio.sampleRate)) {
      for (let i = 0; i < length; i += 1) {
        const factor = gain(at + i);
        for (const samples of block) samples[i] = factor * (samples[i] ?? 0);
      }
    }
    yield block;
  }
}

/** What sounds when: passages, and then what is heard in place of them around jumps. */
function stretchesOf(audio: WholeAudio, { passages, seams }: Fit, frames: number): Stretch[] {
  const { sampleRate, channels } = audio;
  const toSamples = (seconds: number): number => Math.round(seconds * sampleRate);
  const stretches: Stretch[] = [];
  const jumps: Stretch[] = [];
  passages.forEach((passage, n) => {
    const at = toSamples(passage.at);
    const from = toSamples(passage.source.start);
    const next = passages[n + 1];
    const last = Math.min(frames, at + toSamples(passage.source.end - passage.source.start));
    const end = next === undefined ? last : Math.min(frames, toSamples(next.at));
    const fade = next === undefined ? 0 : Math.min(end - at, toSamples(seams[n]?.crossfade ?? 0));
    stretches.push({ at, length: Math.max(0, end - fade - at), channels, from });
    if (next === undefined || fade <= 0) return;
    const [leaving, coming] = [from + end - at, toSamples(next.source.start)];
    // The crossfade at the next jump begins with what that passage is alone.
    const after = seams[n + 1]?.crossfade ?? 0;
    const room = toSamples(next.source.end - next.source.start - after);
    const ring = Math.max(0, Math.min(toSamples(seams[n]?.ring ?? 0), room, frames - end));
    const mixed = mixSeam(channels, leaving - fade, coming - fade, fade);
    const sound = ring === 0 ? mixed : withRing(audio, mixed, { leaving, coming, length: ring });
    jumps.push({ at: end - fade, length: fade + ring, channels: sound, from: 0 });
  });
  return [...stretches, ...jumps];
}

/** A crossfade, and what comes after it, with what rings on; no louder than full scale, or than what comes. */
function withRing(
  { channels, sampleRate }: WholeAudio,
  mixed: readonly Float32Array[],
  { leaving, coming, length }: Record<"leaving" | "coming" | "length", number>,
): Float32Array[] {
  const fade = mixed[0]?.length ?? 0;
  return ringOf(channels, sampleRate, leaving, coming, fade, length).map((ring, channel) =>
    ring.map((value, i) => {
      const own = (i < fade ? mixed[channel]?.[i] : channels[channel]?.[coming + i - fade]) ?? 0;
      const most = Math.max(1, Math.abs(own));
      return Math.max(-most, Math.min(most, own + value));
    }),
  );
}

function lay({ at, length, channels, from }: Stretch, block: Float32Array[], begin: number): void {
  const first = Math.max(at, begin);
  const end = Math.min(at + length, begin + (block[0]?.length ?? 0));
  if (end <= first) return;
  const source = from + first - at;
  block.forEach((samples, channel) => {
    const part = channels[channel]?.subarray(
      Math.max(0, source),
      Math.max(0, source + end - first),
    );
    if (part !== undefined) samples.set(part, first - begin + Math.max(0, -source));
  });
}

/** Whether some of the samples lie in a fade at the beginning or the end. */
const isFading = (
  { fadeIn, fadeOut }: Fit,
  from: number,
  to: number,
  frames: number,
  rate: number,
): boolean => from < fadeIn * rate || to > frames - fadeOut * rate - 1;

/** The gain at each sample: a quarter of a sine up at the beginning, and down at the end. */
function fadesOf({ fadeIn, fadeOut }: Fit, frames: number, rate: number): (at: number) => number {
  const [up, down] = [Math.round(fadeIn * rate), Math.round(fadeOut * rate)];
  return (at) => {
    const rise = at < up ? Math.sin((Math.PI / 2) * ((at + 0.5) / up)) : 1;
    const left = frames - at;
    return left <= down ? rise * Math.sin((Math.PI / 2) * ((left - 0.5) / down)) : rise;
  };
}

const tooLarge = (seconds: number): AudioError =>
  new AudioError({
    what: "The music would be too long: as WAV it would be larger than 4 GB.",
    input: `${seconds} s`,
    next: "Fit it to a shorter range.",
  });
