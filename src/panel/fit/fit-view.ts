import type { Fit } from "../../contract/fit.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import type { FitState, Stale } from "./fit.ts";
import { energyOf, partsOf, type LanePart } from "./lane.ts";

/** A fit as the panel shows it. */
export interface FitView extends FitState {
  readonly stale: Stale | null;
  /** Of the fit that was chosen; null while there is none. */
  readonly lane: LaneView | null;
  /** Whether the chosen fit sounds. */
  readonly isSounding: boolean;
  /** Where it plays or was paused, in seconds from its beginning; null while it does not. */
  readonly time: number | null;
  /** Whether it is being made audible. */
  readonly isRendering: boolean;
  /** Share of the file that is written, 0 to 1; null while none is. */
  readonly laying: number | null;
  /** Whether something else is asked of the editor. */
  readonly isBusy: boolean;
}

/** What is drawn of a fit over the range. */
export interface LaneView {
  readonly fit: Fit;
  readonly parts: readonly LanePart[];
  readonly energy: readonly number[];
  /** In seconds from the beginning of the range. */
  readonly cuts: readonly number[];
}

/** What was last drawn: it stays the same object while the fit does. */
let drawn: LaneView | null = null;

/** Null while no fit is asked for. */
export function fitView({ fit, fitAudio, fitLaying, tools }: PanelParts): FitView | null {
  const { state } = fit;
  if (state === null) return null;
  const chosen = state.step.name === "ready" ? state.step.fit : null;
  return {
    ...state,
    stale: fit.stale,
    lane: chosen === null ? null : laneOf(state, chosen),
    isSounding: chosen !== null && fitAudio.isSounding(chosen),
    time: chosen === null ? null : fitAudio.timeOf(chosen),
    isRendering: fitAudio.isRendering,
    laying: fitLaying.share,
    isBusy: tools.state.busy !== null,
  };
}

function laneOf({ result, target }: FitState, fit: Fit): LaneView {
  if (drawn?.fit === fit) return drawn;
  const { track } = result;
  const cuts = target?.cuts ?? [];
  drawn = { fit, cuts, parts: partsOf(fit, track), energy: energyOf(fit, track) };
  return drawn;
}
