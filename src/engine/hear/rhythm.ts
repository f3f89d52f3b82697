/** The rhythm of a track. */
export interface Rhythm {
  /** Beats per minute. */
  readonly bpm: number;
  /** Probability that this is the tempo, and not its half or its double. */
  readonly confidence: number;
  /** The half or the double, whichever is more plausible; null if neither is. */
  readonly otherBpm: number | null;
  /** Seconds, ascending. */
  readonly beats: readonly number[];
  /** The beats that begin a bar; empty if the bars are not plain enough. */
  readonly bars: readonly number[];
  /** Beats of a bar; null if the bars are not plain enough. */
  readonly beatsPerBar: number | null;
}

/** Finds the rhythm of one track. */
export interface RhythmListener {
  /** @param samples mono, SAMPLE_RATE a second, -1 to 1; any number of them, in order of time */
  push(samples: Float32Array): void;
  /** The rhythm of what was pushed; null if there is none. */
  end(): Promise<Rhythm | null>;
}
