import { html } from "lit";
import { AudioError } from "../../../src/contract/errors.ts";
import { isLocalResult, type LocalResult } from "../../../src/contract/search.ts";
import "../../../src/panel/elements/fit/fit-strip.ts";
import type { FitView } from "../../../src/panel/fit/fit-view.ts";
import { energyOf, partsOf } from "../../../src/panel/fit/lane.ts";
import { FIT } from "../../../src/panel/words/fit.ts";
import { packEnergy } from "../../../src/shared/energy-curve.ts";
import type { ElementState } from "./element-states.ts";
import { FIXED_CUTS, FIXED_FIT, FIXED_START } from "./fixed-fit.ts";
import { RESULTS } from "./fixed-tracks.ts";

const energy = packEnergy(Array.from({ length: 32 }, (_, n) => -26 + 7 * Math.sin(n / 4)));
const sections = [
  { start: 0, label: "Intro" },
  { start: 6, label: "Verse" },
  { start: 61, label: "Chorus" },
  { start: 148, label: "Outro" },
];
const [first] = RESULTS.filter(isLocalResult);
const RESULT: LocalResult = {
  ...(first as LocalResult),
  track: {
    ...(first as LocalResult).track,
    structure: { bars: [], beatsPerBar: 4, sections },
    heard: { energy },
  },
};

const view = (changes: Partial<FitView> = {}): FitView => {
  const step = changes.step ?? {
    ...{ name: "ready", fit: FIXED_FIT },
    answer: { fits: [FIXED_FIT, FIXED_START], problem: null },
  };
  const fit = step.name === "ready" ? step.fit : null;
  const { track } = RESULT;
  return {
    result: RESULT,
    target: null,
    stale: null,
    lane:
      fit === null
        ? null
        : {
            fit,
            cuts: FIXED_CUTS.cuts.map((at) => at - 30),
            parts: partsOf(fit, track),
            energy: energyOf(fit, track),
          },
    ...{ isSounding: false, time: null, isRendering: false, laying: null, isBusy: false },
    ...changes,
    step,
  };
};

const strip = (state: string, changes: Partial<FitView> = {}): ElementState => ({
  element: "nd-fit-strip",
  state,
  shown: html`<nd-fit-strip .view=${view(changes)}></nd-fit-strip>`,
});

const noJump = "No jump is easy enough to go unheard.";

export const FIT_STATES: readonly ElementState[] = [
  strip("fitted"),
  strip("that plays", { isSounding: true, time: 14 }),
  strip("without a good jump", {
    step: { name: "ready", fit: FIXED_START, answer: { fits: [FIXED_START], problem: noJump } },
  }),
  strip("of another range", { stale: "range" }),
  strip("that is being written", { laying: 0.4, isBusy: true }),
  strip("under way", { step: { name: "working", done: 0.4 } }),
  strip("without a range", { step: { name: "idle", text: FIT["no-range"] } }),
  strip("that failed", {
    step: {
      name: "failed",
      error: new AudioError({ what: "The file cannot be decoded.", next: "Convert it to WAV." }),
    },
  }),
];
