import type { ConversionSource, WavSink } from "../../contract/conversion.ts";
import type { Cue, InsertReport } from "../../contract/cue.ts";
import type { EditorHost } from "../../contract/editor-host.ts";
import type { Fit, FitEngine } from "../../contract/fit.ts";
import type { Place } from "../../contract/place.ts";
import { ROW_LIMIT } from "../../contract/row.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { LocalTrack } from "../../contract/track.ts";
import type { EditorTools } from "../editor/editor-tools.ts";
import { rowOf } from "../../shared/fit/row-of.ts";
import { plainName, writeWav } from "../editor/write-wav.ts";
import { CONVERSION, TOOLS } from "../words/editor-messages.ts";
import { FIT, fitLengthText, laidClipsText, laidFileText } from "../words/fit.ts";
import { good, info, type Notice } from "../words/notice.ts";
import { fitHash } from "./fit-audio.ts";
import { hasMoved, secondsOf, type FitTarget } from "./fit-target.ts";

/** How a fit can be laid: rendered into one file, or passage by passage as clips. */
export type Laying = "file" | "clips";

/** What laying a fit needs of the panel. */
export interface FitLayingParts {
  readonly editor: { readPlace(): Promise<Place> };
  readonly tools: Pick<EditorTools, "ask" | "conversion" | "isImported" | "set" | "track">;
  readonly source: (track: LocalTrack, signal: AbortSignal) => ConversionSource;
  readonly whenReady: () => Promise<Pick<FitEngine, "renderFit">>;
  /** `result` lies on a timeline now. */
  readonly placed: (result: LocalResult) => void;
  readonly changed: () => void;
}

/** A fit to lay, and where. */
export interface ToLay {
  readonly result: LocalResult;
  readonly fit: Fit;
  readonly target: FitTarget;
}

/** Longest part of the title in the name of a file, in characters of two units each at most. */
const MOST_TITLE = 80;

/** Lays fits on the timeline, and tells what the editor read back. Nothing here rejects. */
export class FitLaying {
  private running: AbortController | null = null;
  private written: number | null = null;
  /** Whether there is a track beside the music. */
  private mayHoldSpeech = false;

  constructor(private readonly parts: FitLayingParts) {}

  /** Share of the file that is written, 0 to 1; null while none is. */
  get share(): number | null {
    return this.written;
  }

  async lay(wish: ToLay, how: Laying): Promise<void> {
    await this.parts.tools.ask("fit", async (host) => {
      // In and out point may have moved since the fit was made, and it fits no other range.
      const place = await this.parts.editor.readPlace();
      if (hasMoved(wish.target, place)) return info(FIT.moved);
      this.mayHoldSpeech = (place.sequence?.audioTracks ?? 0) > 1;
      return how === "file" ? this.layFile(host, wish) : this.layClips(host, wish);
    });
  }

  /** Ends what is being written. Returns whether there was anything. */
  cancel(): boolean {
    this.running?.abort();
    return this.running !== null;
  }

  private async layFile(host: EditorHost, wish: ToLay): Promise<Notice> {
    const { result, fit, target } = wish;
    const path = await this.write(host, wish);
    if (path === null) return info(FIT.layingCancelled);
    const cue = cueOf(result, { kind: "file", path }, fit.seconds);
    const { track } = this.parts.tools;
    const report = await host.insert({ cue, at: target.span.start, track, ripple: false });
    return this.laid(wish, report, laidFileText(report, missing(report, target)));
  }

  private async layClips(host: EditorHost, wish: ToLay): Promise<Notice> {
    const { result, fit, target } = wish;
    const { tools } = this.parts;
    const { audio } = result.track;
    const passages = rowOf(fit);
    if (passages.length === 0 || passages.length > ROW_LIMIT) return info(FIT.tooManyClips);
    const whole = cueOf(result, audio, Math.max(...passages.map(({ source }) => source.end)));
    const cue = tools.isImported(audio)
      ? whole
      : await tools.conversion.convert(host, result, whole);
    if (cue === null) return info(CONVERSION.cancelled);
    const { track } = tools;
    const report = await host.insertRow({ cue, passages, at: target.span.start, track });
    return this.laid(wish, report, laidClipsText(report, missing(report, target), fit));
  }

  private laid({ result }: ToLay, report: InsertReport, text: string): Notice {
    const { tools, placed } = this.parts;
    placed(result);
    // A new track is made once; what follows goes where the music lies then.
    if (tools.track === "new") tools.set({ track: "music" });
    const duck = { action: "duck", text: TOOLS.duck } as const;
    return good(text, ...((report.speech ?? this.mayHoldSpeech) ? [duck] : []));
  }

  /** The path of the rendered file in the music folder; null if it was cancelled. */
  private async write(host: EditorHost, { result, fit }: ToLay): Promise<string | null> {
    const running = new AbortController();
    const { signal } = running;
    this.running = running;
    this.enter(0);
    try {
      const engine = await this.parts.whenReady();
      const source = this.parts.source(result.track, signal);
      const make = (sink: WavSink): Promise<void> => engine.renderFit(source, fit, sink);
      const onProgress = (share: number): void => this.enter(share);
      return await writeWav(host, fitName(result.track, fit), make, { onProgress, signal });
    } catch (thrown) {
      if (signal.aborted) return null;
      throw thrown;
    } finally {
      this.running = null;
      this.enter(null);
    }
  }

  private enter(share: number | null): void {
    this.written = share;
    this.parts.changed();
  }
}

/** "First Light fit 0-30.00 1a2b3c4d.wav": the track, the length, and what tells it from other fits. */
export const fitName = (track: LocalTrack, fit: Fit): string => {
  const length = fitLengthText(fit.seconds).replaceAll(":", "-");
  return `${plainName(track.title, MOST_TITLE)} fit ${length} ${fitHash(track, fit)}.wav`.trimStart();
};

/** Frames by which what was laid is shorter than what it was made for. */
const missing = ({ start, end }: InsertReport, target: FitTarget): number =>
  Math.round((secondsOf(target) - (end - start)) * target.frameRate);

function cueOf({ track }: LocalResult, audio: Cue["audio"], end: number): Cue {
  const { id, title, artist, licence } = track;
  return { trackId: id, title, artist, licence, audio, source: { start: 0, end } };
}
