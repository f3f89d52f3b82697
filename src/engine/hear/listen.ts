import type { Heard } from "../../contract/heard.ts";
import { ENERGY_VALUES, packEnergy } from "../../shared/energy-curve.ts";
import { packBars } from "../../shared/bar-times.ts";
import { ChromaListener } from "./chroma.ts";
import { keyOf, meanChroma } from "./key.ts";
import { LoudnessMeter } from "./loudness.ts";
import { OnsetRhythm, type Rhythm, type RhythmListener } from "./rhythm.ts";

/** Hears what there is to hear in one track, in one pass over its audio. */
export class TrackListener {
  private readonly meter: LoudnessMeter;
  private readonly chroma = new ChromaListener();

  /**
   * @param sampleRate of the audio as it was decoded
   * @param rhythm finds tempo, beats and bars
   */
  constructor(
    sampleRate: number,
    private readonly rhythm: RhythmListener = new OnsetRhythm(),
  ) {
    this.meter = new LoudnessMeter(sampleRate);
  }

  /** @param channels as decoded: one array each, all of one length, samples -1 to 1 */
  pushChannels(channels: readonly Float32Array[]): void {
    this.meter.push(channels);
  }

  /** @param samples the same audio, mono, SAMPLE_RATE a second */
  pushMono(samples: Float32Array): void {
    this.chroma.push(samples);
    this.rhythm.push(samples);
  }

  async end(): Promise<Heard> {
    const { frames } = this.chroma.end();
    return {
      ...rhythmFacts(await this.rhythm.end()),
      ...keyFact(frames),
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
    ...(beatsPerBar === null ? {} : { bars: { beatsPerBar, starts: packBars(bars) } }),
  };
}

function keyFact(frames: Float32Array): Pick<Heard, "key"> {
  const key = keyOf(meanChroma(frames));
  return key === null ? {} : { key: `${key.tonic} ${key.mode}` };
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
