import type { Cuts } from "../../contract/cuts.ts";
import type { NeedledropError } from "../../contract/errors.ts";
import { FIT_TOLERANCE, type SearchFilters } from "../../contract/filters.ts";
import { isLocalResult } from "../../contract/search.ts";
import { without } from "../filters/with-values.ts";
import type { PanelParts } from "../model/panel-parts.ts";
import {
  fitsButton,
  fitsHelp,
  landingText,
  landsText,
  noMomentsText,
  reasonText,
  tempoButton,
} from "../words/cut.ts";
import { titleText } from "../words/results.ts";
import { energyLane, type LanePoint } from "./energy-lane.ts";
import type { HitChoice } from "./hit-choices.ts";
import type { Rhythm } from "./rhythm.ts";
import { tempoFilter } from "./tempo-filter.ts";

/** A filter that the cut suggests. */
export interface Suggestion {
  readonly text: string;
  readonly why: string;
  readonly isOn: boolean;
  /** The filters once it is pressed. */
  readonly leadsTo: SearchFilters;
}

/** A place that can be hit, and what the selected track does there. */
export interface HitView extends HitChoice {
  /** Empty where it is no hit point, or the track has nothing for it. */
  readonly lands: string;
}

/** What the panel shows of the cut. */
export interface CutView {
  readonly isOpen: boolean;
  readonly isReading: boolean;
  readonly problem: NeedledropError | null;
  /** Null while nothing is known. */
  readonly read: { readonly cuts: Cuts; readonly rhythm: Rhythm } | null;
  readonly tempi: readonly Suggestion[];
  readonly fits: Suggestion | null;
  readonly hits: readonly HitView[];
  /** What the selected track does with the hit points, as a sentence; empty where there are none. */
  readonly outcome: string;
  /** Its loudness, where it would be laid; null where that is not known. */
  readonly music: { readonly title: string; readonly curve: readonly LanePoint[] } | null;
  readonly isOrdered: boolean;
}

export function cutView(parts: PanelParts): CutView {
  const { cut, flow } = parts;
  const { isOpen, isReading, problem, cuts, rhythm, tempi, choices, isOrdered } = cut.state;
  const { filters } = flow.view.wishes;
  const closed = { isOpen, isReading, problem, isOrdered };
  if (!isOpen || cuts === null || rhythm === null) {
    return { ...closed, read: null, tempi: [], fits: null, hits: [], outcome: "", music: null };
  }
  return {
    ...closed,
    read: { cuts, rhythm },
    tempi: tempi.map((tempo) => {
      const { isOn, leadsTo } = tempoFilter(tempo, filters);
      return { text: tempoButton(tempo), why: reasonText(tempo), isOn, leadsTo };
    }),
    fits: fitsSuggestion(cuts, filters),
    ...landingsView(parts, cuts, choices),
    music: musicUnder(parts, cuts),
  };
}

/** The shortest length that is looked for: shorter than a section of any music, it finds none. */
const SHORTEST = 1;

function fitsSuggestion({ span }: Cuts, filters: SearchFilters): Suggestion | null {
  const seconds = span.end - span.start;
  if (seconds < SHORTEST || seconds > 86_400) return null;
  const isOn = filters.fits !== undefined && Math.abs(filters.fits.seconds - seconds) < 0.01;
  const fits = { seconds, tolerance: FIT_TOLERANCE };
  return {
    text: fitsButton(seconds),
    why: fitsHelp(seconds),
    isOn,
    leadsTo: isOn ? without(filters, "fits") : { ...filters, fits },
  };
}

function landingsView(
  { cut, results, passages }: PanelParts,
  { frameRate, span }: Cuts,
  choices: readonly HitChoice[],
): Pick<CutView, "hits" | "outcome"> {
  const { selected } = results;
  const silent = choices.map((choice) => ({ ...choice, lands: "" }));
  const wanted = cut.target?.hits.length ?? 0;
  const isAimed =
    selected !== null && isLocalResult(selected) && passages.of(selected.track.id) === null;
  if (!isAimed || wanted === 0) return { hits: silent, outcome: "" };
  const title = titleText(selected.track.title);
  const placed = cut.placed(selected);
  if (placed === null) return { hits: silent, outcome: noMomentsText(title) };
  const lands = ({ at, isOn }: HitChoice): string => {
    const landing = placed.landings.find(({ hit }) => Math.abs(hit - (at - span.start)) < 1e-6);
    return isOn && landing !== undefined ? landingText(landing, frameRate) : "";
  };
  return {
    hits: choices.map((choice) => ({ ...choice, lands: lands(choice) })),
    outcome: landsText(title, placed.hit, wanted),
  };
}

function musicUnder({ results, tools, editor }: PanelParts, { span }: Cuts): CutView["music"] {
  const { selected } = results;
  if (selected === null || !isLocalResult(selected)) return null;
  const request = tools.insertion(selected, false);
  const at = request.at ?? editor.place?.sequence?.playhead ?? span.start;
  const curve = energyLane(selected.track, request, at, span);
  return curve.length === 0 ? null : { title: titleText(selected.track.title), curve };
}
