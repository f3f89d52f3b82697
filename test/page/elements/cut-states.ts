import { html } from "lit";
import { HostError } from "../../../src/contract/errors.ts";
import type { CutView } from "../../../src/panel/cut/cut-view.ts";
import { rhythmOf } from "../../../src/panel/cut/rhythm.ts";
import "../../../src/panel/elements/cut/cut-strip.ts";
import type { ElementState } from "./element-states.ts";
import { FIXED_CUTS } from "./fixed-fit.ts";

const READ: CutView = {
  ...{ isOpen: true, isReading: false, isOrdered: false, problem: null },
  read: { cuts: FIXED_CUTS, rhythm: rhythmOf(FIXED_CUTS) },
  tempi: [
    { text: "120 BPM", why: "5 of 5 cuts fall on a beat at 120 BPM.", isOn: true, leadsTo: {} },
    { text: "96 BPM", why: "4 of 5 cuts fall on a beat at 96 BPM.", isOn: false, leadsTo: {} },
  ],
  fits: { text: "Fits 0:30", why: "Tracks with a stretch of 0:30.", isOn: false, leadsTo: {} },
  hits: [
    { at: 41, name: "Door", from: "marker", isOn: true, lands: "Chorus, 1 frame late" },
    { at: 47.52, name: "", from: "cut", isOn: false, lands: "" },
  ],
  outcome: "“Harbour Lights” hits 1 of 1.",
  music: {
    title: "Harbour Lights",
    curve: Array.from({ length: 16 }, (_, n) => ({ at: 2 * n, level: 0.5 + 0.4 * Math.sin(n) })),
  },
};

const strip = (state: string, changes: Partial<CutView> = {}, brief = false): ElementState => ({
  element: "nd-cut-strip",
  state,
  shown: html`<nd-cut-strip .view=${{ ...READ, ...changes }} ?brief=${brief}></nd-cut-strip>`,
});

const nothingRead = { read: null, tempi: [], fits: null, hits: [], outcome: "", music: null };

export const CUT_STATES: readonly ElementState[] = [
  strip("read"),
  strip("beside a fit", {}, true),
  strip("that is being read", { ...nothingRead, isReading: true }),
  strip("without a sequence", {
    ...nothingRead,
    problem: new HostError({ what: "No sequence is open.", next: "Open one and try again." }),
  }),
];
