import type { Heard } from "../../contract/heard.ts";
import { ENERGY_VALUES, packEnergy } from "../../shared/energy-curve.ts";
import { BAR_DIGITS, PART_DIGITS, packTimes } from "../../shared/packed-times.ts";
import { ChromaListener } from "./chroma.ts";
import { keyOf } from "./key.ts";
import { LoudnessMeter } from "./loudness.ts";
import { PartListener } from "./parts.ts";
import type { Rhythm, RhythmListener } from "./rhythm.ts";
import { SpectrumListener } from "./spectra.ts";

/** Of keys with at least this probability, 19 of 20 are right (docs/results.md). */
const PLAIN_KEY = 0.65;

/** How far from a boundary a bar may begin, in seconds. */
const NEARBY = 1;
/** Most parts that an index takes. */
const MOST_PARTS = 200;

/** Hears what there is to hear in one track, in one pass over its audio. */
export class TrackListener {
  private readonly meter: LoudnessMeter;
  private readonly chroma = new ChromaListener();
  private readonly parts = new PartListener();
  private readonly spectra = new SpectrumListener((power) => {
    this.chroma.push(power);
    this.parts.push(power);
  });

  /**
   * @param sampleRate of the audio as it was decoded
   * @param rhythm finds tempo, beats and bars; null if these are not to be heard
   */
  constructor(
    sampleRate: number,
    private readonly rhythm: RhythmListener | null,
  ) {
    this.meter = new LoudnessMeter(sampleRate);
  }

  /** @param channels as decoded: one array each, all of one length, samples -1 to 1 */
  pushChannels(channels: readonly Float32Array[]): void {
    this.meter.push(channels);
  }

  /** @param samples the same audio, mono, SAMPLE_RATE a second */
  pushMono(samples: Float32Array): void {
    this.spectra.push(samples);
    this.rhythm?.push(samples);
  }

  async end(): Promise<Heard> {
    this.spectra.end();
    const rhythm = (await this.rhythm?.end()) ?? null;
    return {
      ...rhythmFacts(rhythm),
      ...keyFact(this.chroma.end().frames),
      ...partsFact(this.parts.end(), rhythm?.bars ?? []),
      ...loudnessFacts(this.meter),
    };
  }
}

function rhythmFacts(rhythm: Rhythm | null): Pick<Heard, "tempo" | "bars"> {
  if (rhythm === null) return {};
  const { bpm, confidence, otherBpm, bars, beatsPerBar } = rhythm;
  const tempo = { bpm: rounded(bpm, 1), confidence: rounded(confidence, 2) };
  return {
    tempo: otherBpm === null ? tempo : { ...tempo, other: rounded(otherBpm, 1) },
    ...(beatsPerBar === null ? {} : { bars: { beatsPerBar, starts: packTimes(bars, BAR_DIGITS) } }),
  };
}

function keyFact(frames: Float32Array): Pick<Heard, "key"> {
  const key = keyOf(frames);
  if (key === null || key.confidence < PLAIN_KEY) return {};
  return { key: `${key.tonic} ${key.mode}` };
}

/** Parts begin with a bar, where one begins nearby. */
function partsFact(parts: readonly number[], bars: readonly number[]): Pick<Heard, "parts"> {
  if (parts.length < 2) return {};
  const moved = parts.map((part) => {
    const bar = bars.reduce((a, b) => (Math.abs(b - part) < Math.abs(a - part) ? b : a), Infinity);
    return part > 0 && Math.abs(bar - part) <= NEARBY ? bar : part;
  });
  return { parts: packTimes(moved.slice(0, MOST_PARTS), PART_DIGITS) };
}

function loudnessFacts(meter: LoudnessMeter): Pick<Heard, "loudness" | "energy"> {
  const integrated = meter.integrated();
  if (integrated === null) return {};
  return {
    loudness: {
      integrated: rounded(integrated, 1),
      range: rounded(meter.range(), 1),
      peak: rounded(20 * Math.log10(meter.peak()), 1),
    },
    energy: packEnergy(meter.course(ENERGY_VALUES)),
  };
}

/** Further digits are no facts, and take room in the index. */
function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
