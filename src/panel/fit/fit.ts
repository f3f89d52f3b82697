import type { EditorHost } from "../../contract/editor-host.ts";
import { asNeedledropError, HostError, type NeedledropError } from "../../contract/errors.ts";
import type { ConversionSource } from "../../contract/conversion.ts";
import type { Cuts } from "../../contract/cuts.ts";
import type { Fit, FitAnswer, FitEngine } from "../../contract/fit.ts";
import type { Place } from "../../contract/place.ts";
import type { LocalResult } from "../../contract/search.ts";
import type { LocalTrack } from "../../contract/track.ts";
import { structureOf } from "../../shared/facts.ts";
import { FIT } from "../words/fit.ts";
import { hasMoved, secondsOf, targetOf, type FitTarget } from "./fit-target.ts";

/** How far fitting a track has come. */
export type FitStep =
  /** The range is being read. */
  | { readonly name: "reading" }
  /** @param done share of the work, 0 to 1 */
  | { readonly name: "working"; readonly done: number }
  | { readonly name: "ready"; readonly answer: FitAnswer; readonly fit: Fit }
  /** There is nothing to fit to, or the editor has cancelled. */
  | { readonly name: "idle"; readonly text: string }
  | { readonly name: "failed"; readonly error: NeedledropError };

/** Why a fit is not of now any more. */
export type Stale = "range" | "hits" | "track";

/** The fit that is asked for, of one track to one part of the sequence. */
export interface FitState {
  readonly result: LocalResult;
  /** Null until it has been read. */
  readonly target: FitTarget | null;
  readonly step: FitStep;
}

/** What fitting needs of the panel. */
export interface FitParts {
  readonly editor: {
    readonly host: EditorHost | null;
    readonly place: Place | null;
    readPlace(): Promise<Place>;
  };
  /** The audio of a track. @throws HostError nobody can read it */
  readonly source: (track: LocalTrack, signal: AbortSignal) => ConversionSource;
  readonly whenReady: () => Promise<Pick<FitEngine, "fit">>;
  /** What is to be hit in what was read, in seconds from the beginning of the sequence. */
  readonly hitsIn: (cuts: Cuts) => readonly number[];
  readonly selected: () => { readonly track: { readonly id: string } } | null;
  readonly changed: () => void;
}

/**
 * Fits a track to the in/out range, or to what is selected. One fit at a time: a new one ends the one
 * before, and what that still answers is dropped. Nothing here rejects.
 */
export class TrackFit {
  private current: FitState | null = null;
  private running = new AbortController();
  private cuts: Cuts | null = null;

  constructor(private readonly parts: FitParts) {}

  /** Null while none is asked for. */
  get state(): FitState | null {
    return this.current;
  }

  /** Why the fit should be made again; null while it is of now. */
  get stale(): Stale | null {
    const { current, cuts, parts } = this;
    if (current === null || current.step.name === "reading") return null;
    const selected = parts.selected();
    if (selected !== null && selected.track.id !== current.result.track.id) return "track";
    const { target } = current;
    if (target === null || cuts === null) return null;
    if (hasMoved(target, parts.editor.place)) return "range";
    const now = targetOf(cuts, target.sequence, parts.hitsIn(cuts));
    const areSame = typeof now !== "string" && String(now.hits) === String(target.hits);
    return areSame ? null : "hits";
  }

  /** Share of the work that is done, 0 to 1; null while there is none. */
  get share(): number | null {
    const { step } = this.current ?? { step: null };
    return step?.name === "working" ? step.done : null;
  }

  /** Fits a track to the range as it is now. */
  async ask(result: LocalResult): Promise<void> {
    const { signal } = this.begin();
    const enter = (step: FitStep, target: FitTarget | null = null): void => {
      if (!signal.aborted) this.enter({ result, target, step });
    };
    enter({ name: "reading" });
    try {
      const target = await this.read(signal);
      if (signal.aborted) return;
      if (typeof target === "string") return enter({ name: "idle", text: target });
      enter({ name: "working", done: 0 }, target);
      const source = this.parts.source(result.track, signal);
      const engine = await this.parts.whenReady();
      const request = {
        seconds: secondsOf(target),
        frameRate: target.frameRate,
        hits: [...target.hits],
        structure: structureOf(result.track)?.value ?? null,
      };
      const answer = await engine.fit(source, request, (done) =>
        enter({ name: "working", done }, target),
      );
      const [fit] = answer.fits;
      if (fit === undefined) throw noAnswer(result.track.title);
      enter({ name: "ready", answer, fit }, target);
    } catch (thrown) {
      enter({ name: "failed", error: asNeedledropError(thrown) });
    }
  }

  /** Takes another of the fits that there are. */
  choose(fit: Fit): void {
    const { current } = this;
    if (current?.step.name !== "ready" || !current.step.answer.fits.includes(fit)) return;
    this.enter({ ...current, step: { ...current.step, fit } });
  }

  /** Ends what is under way. Returns whether there was anything. */
  cancel(): boolean {
    const { current } = this;
    if (current?.step.name !== "working" && current?.step.name !== "reading") return false;
    this.begin();
    this.enter({ ...current, step: { name: "idle", text: FIT.cancelled } });
    return true;
  }

  /** Puts the fit away. */
  close(): void {
    this.begin();
    this.enter(null);
  }

  /** What is to be fitted to, or why there is nothing, as a sentence. */
  private async read(signal: AbortSignal): Promise<FitTarget | string> {
    const { editor, hitsIn } = this.parts;
    if (editor.host === null) return FIT.noEditor;
    const { sequence } = await editor.readPlace();
    if (sequence === null) return FIT.noSequence;
    const cuts = await editor.host.readCuts();
    if (signal.aborted) return "";
    this.cuts = cuts;
    const target = targetOf(cuts, sequence.name, hitsIn(cuts));
    return typeof target === "string" ? FIT[target] : target;
  }

  private begin(): AbortController {
    this.running.abort();
    this.running = new AbortController();
    return this.running;
  }

  private enter(state: FitState | null): void {
    this.current = state;
    this.parts.changed();
  }
}

const noAnswer = (input: string): HostError =>
  new HostError({
    what: "No way was found to fit this track.",
    input,
    next: "Fit another track.",
  });
