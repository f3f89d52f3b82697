import { vi } from "vitest";
import type { ConversionSource, WavSink } from "../../../src/contract/conversion.ts";
import type { Cuts } from "../../../src/contract/cuts.ts";
import type { Fit, FitAnswer, FitEngine } from "../../../src/contract/fit.ts";
import type { LocalResult } from "../../../src/contract/search.ts";
import type { Section } from "../../../src/contract/track.ts";
import { EditorLink } from "../../../src/panel/editor/editor-link.ts";
import { EditorTools } from "../../../src/panel/editor/editor-tools.ts";
import { FitAudio } from "../../../src/panel/fit/fit-audio.ts";
import { TrackFit } from "../../../src/panel/fit/fit.ts";
import { FitLaying, type ToLay } from "../../../src/panel/fit/lay-fit.ts";
import { Player } from "../../../src/panel/model/player.ts";
import type { Notice } from "../../../src/panel/words/notice.ts";
import { FakeMedia } from "../fake-media.ts";
import { resultOf } from "../results.ts";
import { placeAt, TestEditor } from "../test-editor.ts";

export const DAWN = resultOf();
export const RANGE: Section = { start: 10, end: 40 };

/** Thirty seconds in three passages, with the ending. */
export const FIT: Fit = {
  kind: "edited",
  seconds: 30,
  frameRate: 25,
  passages: [
    { source: { start: 0, end: 12 }, at: 0 },
    { source: { start: 40, end: 48 }, at: 12 },
    { source: { start: 80, end: 90 }, at: 20 },
  ],
  seams: [
    { at: 12, from: 12, to: 40, crossfade: 0.2, ring: 0, ease: 0.9 },
    { at: 20, from: 48, to: 80, crossfade: 0.2, ring: 0, ease: 0.5 },
  ],
  hits: [],
  hasEnding: true,
  fadeIn: 0,
  fadeOut: 0,
};
export const START: Fit = {
  ...FIT,
  ...{ kind: "start", seams: [], hasEnding: false, fadeOut: 3 },
  passages: [{ source: { start: 0, end: 30 }, at: 0 }],
};

export const cutsOf = (changes: Partial<Cuts> = {}): Cuts => ({
  of: "range",
  span: RANGE,
  frameRate: 25,
  cuts: [15, 22.5],
  markers: [],
  omitted: 0,
  ...changes,
});

/** Bytes of the WAV that the engine plays a fit into. */
export const WAV_BYTES = 3 << 20;

/** Fitting with an editor and an engine that answer as the test says. */
export class FitBench {
  readonly editor = new TestEditor();
  readonly media = new FakeMedia();
  readonly engine = {
    fit: vi.fn<FitEngine["fit"]>(() => Promise.resolve({ fits: [FIT, START], problem: null })),
    renderFit: vi.fn<FitEngine["renderFit"]>((source, _fit, sink) => render(source, sink)),
  };
  link!: EditorLink;
  tools!: EditorTools;
  player!: Player;
  fit!: TrackFit;
  audio!: FitAudio;
  laying!: FitLaying;
  notice: Notice | null = null;
  selected: LocalResult | null = DAWN;
  hits: readonly number[] = [];
  readonly placed: string[] = [];
  /** What was read of the track. */
  reads = 0;

  static async open(hasHost = true): Promise<FitBench> {
    const bench = new FitBench();
    await bench.start(hasHost);
    return bench;
  }

  /** A fit that is ready to be laid. */
  get ready(): ToLay {
    const { state } = this.fit;
    if (state?.step.name !== "ready" || state.target === null) throw new Error("There is no fit.");
    return { result: state.result, fit: state.step.fit, target: state.target };
  }

  private async start(hasHost: boolean): Promise<void> {
    this.editor.place = placeAt(12, RANGE);
    this.editor.readCuts.mockResolvedValue(cutsOf());
    this.link = new EditorLink(
      () => Promise.resolve(hasHost ? this.editor : null),
      () => undefined,
    );
    const shell = {
      tell: (told: Notice | null) => (this.notice = told),
      show: () => undefined,
      placed: ({ track }: LocalResult) => this.placed.push(track.id),
      changed: () => undefined,
    };
    const converter = { canRead: () => false, toWav: () => Promise.reject(new Error("not asked")) };
    this.tools = new EditorTools(this.link, shell, converter, { of: () => null, aim: () => null });
    const common = {
      source: (_: unknown, signal: AbortSignal) => this.source(signal),
      whenReady: () => Promise.resolve(this.engine),
      changed: () => undefined,
    };
    const audio = { urlOf: () => "dawn.mp3", read: () => Promise.resolve(null) };
    this.audio = new FitAudio({ ...common, player: () => this.player, tell: shell.tell });
    const urlOf: typeof audio.urlOf = (...given: unknown[]) =>
      this.audio.urlOf(given[0] as LocalResult["track"]) ?? audio.urlOf();
    this.player = new Player(this.media.element, { ...audio, urlOf }, () => undefined);
    this.fit = new TrackFit({
      ...{ ...common, editor: this.link },
      hitsIn: () => this.hits,
      selected: () => this.selected,
    });
    this.laying = new FitLaying({
      ...{ ...common, editor: this.link, tools: this.tools },
      placed: shell.placed,
    });
    await this.link.start();
  }

  private source(signal: AbortSignal): ConversionSource {
    const read = (): Promise<Uint8Array> => {
      this.reads += 1;
      return signal.aborted
        ? Promise.reject(new Error("Nobody wants it any more."))
        : Promise.resolve(new Uint8Array(8));
    };
    const decode = () => Promise.reject(new Error("not asked"));
    return { name: "dawn.mp3", size: 8, seconds: 90, read, decode };
  }
}

/** A WAV file in pieces of 1 MiB, reading the track before each. */
async function render(source: ConversionSource, sink: WavSink): Promise<void> {
  if (!(await sink.begin(WAV_BYTES))) return;
  for (let at = 0; at < WAV_BYTES; at += 1 << 20) {
    await source.read(0, 8);
    await sink.write(new Uint8Array(1 << 20));
  }
}

/** An answer that comes when the test says so. */
export function held(): { promise: Promise<FitAnswer>; answer: (given: FitAnswer) => void } {
  let answer: (given: FitAnswer) => void = () => undefined;
  const promise = new Promise<FitAnswer>((resolve) => {
    answer = resolve;
  });
  return { promise, answer };
}
