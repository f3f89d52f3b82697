import type { Rhythm, RhythmListener } from "../../../src/engine/hear/rhythm.ts";
import { beatsOf } from "./beats.ts";
import { OnsetListener } from "./onsets.ts";
import { accents, tempoOf } from "./tempo.ts";

/** Finds the rhythm from onsets alone, without bars: what the net is measured against. */
export class OnsetRhythm implements RhythmListener {
  private readonly listener = new OnsetListener();

  push(samples: Float32Array): void {
    this.listener.push(samples);
  }

  end(): Promise<Rhythm | null> {
    const accented = accents(this.listener.end().all);
    const tempo = tempoOf(accented);
    if (tempo === null) return Promise.resolve(null);
    const { bpm, confidence } = tempo;
    const beats = beatsOf(accented, bpm);
    return Promise.resolve({
      ...{ bpm, confidence, otherBpm: null, beats },
      ...{ bars: [], beatsPerBar: null },
    });
  }
}
