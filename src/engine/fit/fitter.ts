import * as v from "valibot";
import type { ConversionSource, WavSink } from "../../contract/conversion.ts";
import { UsageError } from "../../contract/errors.ts";
import {
  FitRequestSchema,
  FitSchema,
  type Fit,
  type FitAnswer,
  type FitRequest,
} from "../../contract/fit.ts";
import type { BeatNet } from "../hear/beat-net.ts";
import { crc32 } from "../index/crc32.ts";
import { fitTrack } from "./fit-track.ts";
import { renderFit } from "./render.ts";
import { decodeWhole } from "./whole-audio.ts";
import { Analysis } from "./analysis.ts";

/** Bytes at the beginning and the end of a file by which it is known again. */
const SAMPLE_BYTES = 2 ** 14;
/** Share of a fit that decoding takes. */
const DECODING = 0.7;

/** A track in memory, and what is known of it. */
interface Held {
  readonly key: string;
  readonly analysis: Promise<Analysis>;
}

/** Re-edits tracks, and keeps the last one decoded: another length and the rendering follow. */
export class Fitter {
  private held: Held | null = null;

  /** @param net hears bars where they are not known; null if it cannot */
  constructor(private readonly net: () => Promise<BeatNet | null>) {}

  /** See `FitEngine.fit`. */
  async fit(
    source: ConversionSource,
    request: FitRequest,
    onProgress: (done: number) => void = () => undefined,
  ): Promise<FitAnswer> {
    if (!v.is(FitRequestSchema, request)) throw malformed("request");
    const analysis = await this.hold(source, (done) => onProgress(DECODING * done));
    const answer = await fitTrack(analysis, request, this.net);
    onProgress(1);
    return answer;
  }

  /** See `FitEngine.renderFit`. */
  async render(source: ConversionSource, fit: Fit, sink: WavSink): Promise<void> {
    if (!v.is(FitSchema, fit)) throw malformed("fit");
    const { audio } = await this.hold(source, () => undefined);
    await renderFit(audio, fit, sink);
  }

  private async hold(
    source: ConversionSource,
    onProgress: (done: number) => void,
  ): Promise<Analysis> {
    const key = await keyOf(source);
    if (this.held?.key === key) return this.held.analysis;
    // Two tracks in memory may be too many.
    this.held = null;
    const analysis = decodeWhole(source, onProgress).then((audio) => new Analysis(audio));
    this.held = { key, analysis };
    analysis.catch(() => {
      if (this.held?.key === key) this.held = null;
    });
    return analysis;
  }
}

/** What tells a file from others: its name, its size, and how it begins and ends. */
async function keyOf(source: ConversionSource): Promise<string> {
  const { name, size, seconds } = source;
  const first = await source.read(0, SAMPLE_BYTES);
  const end = Number.isFinite(size) ? Math.max(0, size - SAMPLE_BYTES) : 0;
  const last = await source.read(end, SAMPLE_BYTES);
  return [name, size, seconds, crc32(Uint8Array.from(first)), crc32(Uint8Array.from(last))].join(
    "\n",
  );
}

const malformed = (input: string): UsageError =>
  new UsageError({
    what: "What was asked of the engine is malformed.",
    input,
    next: "Please report this together with what you were doing.",
  });
