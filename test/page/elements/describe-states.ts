import { html, type TemplateResult } from "lit";
import { wishChips } from "../../../src/panel/describe/wish-chips.ts";
import { NO_WISHES, type Wishes } from "../../../src/panel/model/wishes.ts";
import type { ElementState } from "./element-states.ts";

/** All that can be asked for beside a description. */
export const MANY_WISHES: Wishes = {
  ...NO_WISHES,
  second: { description: "rain on a tin roof", weight: 0.3 },
  like: [
    { of: { kind: "track", id: "a" }, weight: 1, name: "“Long Summer”" },
    { of: { kind: "track", id: "b" }, weight: -1, name: "“Harbour Lights”" },
    {
      of: { kind: "track", id: "c", section: { start: 42, end: 70 } },
      weight: 1,
      name: "0:42–1:10 of “Nothing Known”",
    },
    { of: { kind: "reference", id: "d" }, weight: 1, name: "temp mix final v3.mp3" },
  ],
  levels: { energy: -0.6, brightness: 0.2 },
};

const state = (element: string, name: string, shown: TemplateResult): ElementState => ({
  element,
  state: name,
  shown,
});

export const DESCRIBE_STATES: readonly ElementState[] = [
  state(
    "nd-search-box",
    "with a second description",
    html`<nd-search-box .value=${"Calm piano"} .wishes=${MANY_WISHES} describable></nd-search-box>`,
  ),
  state(
    "nd-second-wish",
    "blank",
    html`<nd-second-wish .second=${{ description: "", weight: 0.5 }}></nd-second-wish>`,
  ),
  state("nd-level-sliders", "neutral", html`<nd-level-sliders></nd-level-sliders>`),
  state(
    "nd-level-sliders",
    "moved",
    html`<nd-level-sliders .levels=${MANY_WISHES.levels}></nd-level-sliders>`,
  ),
  state(
    "nd-understood-chips",
    "what is asked for beside the description",
    html`<nd-understood-chips .wishes=${wishChips(MANY_WISHES)}></nd-understood-chips>`,
  ),
  state(
    "nd-reference-line",
    "half way",
    html`<nd-reference-line
      .file=${"a mix with a name as long as those of an agency that versions everything.wav"}
      .done=${0.48}
    ></nd-reference-line>`,
  ),
  state(
    "nd-did-you-mean",
    "two",
    html`<nd-did-you-mean .suggestions=${["calm piano", "calm strings"]}></nd-did-you-mean>`,
  ),
  state(
    "nd-drop-zone",
    "a file over it",
    html`<div style="position: relative; block-size: 160px">
      <nd-drop-zone .isOver=${true}></nd-drop-zone>
    </div>`,
  ),
];
