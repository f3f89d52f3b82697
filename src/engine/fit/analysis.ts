import type { Structure } from "../../contract/track.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import { endingOf, type Ending } from "./ending.ts";
import { featuresOf } from "./features.ts";
import { FluxMeter } from "./flux.ts";
import { framesOf, mixDown, type SoundFrames } from "./frames.ts";
import { gridOf, type Grid } from "./grid.ts";
import { hearStructure } from "./hear-structure.ts";
import { jumpsIn, type Jump } from "./jumps.ts";
import { momentsOf } from "./moments.ts";
import type { WholeAudio } from "./whole-audio.ts";

/** A track whose bars are known, ready to be re-edited. */
export interface Studied {
  readonly grid: Grid;
  readonly ending: Ending;
  /** Into each bar. */
  readonly jumps: readonly (readonly Jump[])[];
  /** Bars with which something happens, and what. */
  readonly moments: ReadonlyMap<number, string>;
  /** Mono, and how many of them there are in a second. */
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** Length of the track. */
  readonly seconds: number;
  /** How much the spectrum grows at each bar line, and what measures that. */
  readonly flux: readonly number[];
  readonly meter: FluxMeter;
}

/** A track, and what was found out about it, each once. */
export class Analysis {
  private mixed: ReturnType<typeof mixDown> | null = null;
  private frames: SoundFrames | null = null;
  private heard: Promise<Structure | null> | null = null;
  private readonly studies = new Map<string, Studied | null>();

  constructor(readonly audio: WholeAudio) {}

  /**
   * What re-edits need to know.
   * @param structure bars and sections; null if they are to be heard
   * @param net hears them; null if it cannot
   * @returns null if there are too few bars
   */
  async study(
    structure: Structure | null,
    net: () => Promise<BeatNet | null>,
  ): Promise<Studied | null> {
    // A track with sections alone has no bars that could be put in another order.
    const known = structure !== null && structure.bars.length > 0 ? structure : null;
    const bars = known ?? (await this.hear(net));
    if (bars === null) return null;
    const key = JSON.stringify(bars);
    let studied = this.studies.get(key);
    if (studied === undefined) {
      studied = this.studyBars(bars);
      this.studies.clear();
      this.studies.set(key, studied);
    }
    return studied;
  }

  private studyBars(structure: Structure): Studied | null {
    const { samples, sampleRate } = (this.mixed ??= mixDown(this.audio));
    const ending = endingOf(samples, sampleRate);
    const grid = gridOf(structure, ending.end);
    if (grid === null) return null;
    this.frames ??= framesOf(samples, sampleRate);
    const features = featuresOf(this.frames, grid);
    const meter = new FluxMeter(sampleRate);
    const flux = grid.bars.map((bar) => meter.at(samples, bar));
    const jumps = jumpsIn(grid, features, flux);
    const moments = momentsOf(grid, features);
    const { seconds } = this.audio;
    return { grid, ending, jumps, moments, samples, sampleRate, seconds, flux, meter };
  }

  private hear(net: () => Promise<BeatNet | null>): Promise<Structure | null> {
    this.heard ??= net().then((open) => (open === null ? null : hearStructure(this.audio, open)));
    // It may load another time.
    this.heard.then(
      (structure) => {
        if (structure === null) this.heard = null;
      },
      () => (this.heard = null),
    );
    return this.heard;
  }
}
