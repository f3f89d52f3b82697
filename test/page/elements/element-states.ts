import { foundAll } from "../../no-facets.ts";
import { html, type TemplateResult } from "lit";
import { isLocalResult, type LocalResult } from "../../../src/contract/search.ts";
import { HostError, UnexpectedError } from "../../../src/contract/errors.ts";
import type { UnderstoodItem } from "../../../src/contract/understanding.ts";
import { DEFAULT_DUCKING } from "../../../src/contract/ducking.ts";
import { renderNotice } from "../../../src/panel/elements/notice.ts";
import type { HostCheckState } from "../../../src/panel/host-check/host-check.ts";
import type { EngineState } from "../../../src/panel/loading/engine-session.ts";
import { chipsOf } from "../../../src/panel/model/panel-view.ts";
import type { ToolsView } from "../../../src/panel/model/panel-view.ts";
import type { SearchState } from "../../../src/panel/model/search-flow.ts";
import { bad, failure, good, info } from "../../../src/panel/words/notice.ts";
import { CUES, ENGINE } from "./fixed-sources.ts";
import { RESULTS } from "./fixed-tracks.ts";
import { DESCRIBE_STATES } from "./describe-states.ts";
import { COMPARE_STATES } from "./compare-states.ts";
import { FILTERS_STATES } from "./filters-states.ts";
import { CUT_STATES } from "./cut-states.ts";
import { FIT_STATES } from "./fit-states.ts";
import { SETTINGS_STATES } from "./settings-states.ts";
import { DOWNLOAD_STATES } from "./download-states.ts";
import { KEPT_STATES } from "./kept-states.ts";
import { MAP_STATES } from "./map-states.ts";
import { OWN_MUSIC_STATES } from "./own-music-states.ts";
import { PACKS_STATES } from "./packs-states.ts";
import { LONG_TITLE, SHORT, UNDERSTOOD } from "./fixed-understood.ts";
import { RESULTS_STATES } from "./results-states.ts";
import { SCENE_STATES } from "./scene-states.ts";

export interface ElementState {
  readonly element: string;
  readonly state: string;
  readonly shown: TemplateResult;
}

const request = { query: "Warm acoustic guitar", limit: 10 };
const LOCAL = RESULTS.filter(isLocalResult);
const FIRST = LOCAL[0] as LocalResult;

const searchBox = (state: string, value: string, attributes = {}): ElementState => {
  const { describable = true, describing = false } = attributes as {
    describable?: boolean;
    describing?: boolean;
  };
  return {
    element: "nd-search-box",
    state,
    shown: html`<nd-search-box
      .value=${value}
      ?describable=${describable}
      ?describing=${describing}
    ></nd-search-box>`,
  };
};

const chips = (state: string, ...items: UnderstoodItem[]): ElementState => ({
  element: "nd-understood-chips",
  state,
  shown: html`<nd-understood-chips .chips=${chipsOf(items)}></nd-understood-chips>`,
});

const statusLine = (state: string, engine: EngineState, search: SearchState): ElementState => ({
  element: "nd-status-line",
  state,
  shown: html`<nd-status-line .engine=${engine} .search=${search}></nd-status-line>`,
});

const IDLE: SearchState = { name: "idle" };
const READY: EngineState = { name: "ready", info: ENGINE };
const LOADING: EngineState = {
  name: "loading",
  stage: "text-tower",
  done: 0.6,
  read: 21e6,
  total: 35e6,
};
const FOUND: SearchState = {
  name: "found",
  answer: {
    request,
    pack: "",
    device: "wasm",
    ms: { load: 0, encode: 8, search: 4 },
    understood: { text: request.query, items: [] },
    ...foundAll(RESULTS),
  },
};

const tools = (state: string, facts: Partial<ToolsView>): ElementState => {
  const view: ToolsView = {
    isOpen: true,
    busy: null,
    track: "music",
    markers: "bars",
    ducking: DEFAULT_DUCKING,
    audioTracks: 3,
    folder: null,
    result: FIRST,
    isPreviewed: false,
    ...facts,
  };
  return {
    element: "nd-editor-tools",
    state,
    shown: html`<nd-editor-tools .view=${view}></nd-editor-tools>`,
  };
};

const hostCheck = (state: HostCheckState["phase"]): ElementState => {
  const checks = [
    { id: "a", name: "IndexedDB", outcome: "ok", detail: "Written and read back." },
    { id: "b", name: "WebGPU", outcome: "note", detail: "No adapter." },
    { id: "c", name: "Import", outcome: "failed", detail: "The project refused the file." },
  ] as const;
  const check: HostCheckState = {
    phase: state,
    checks: state === "asking" ? [] : checks,
    scratch: true,
  };
  return {
    element: "nd-host-check",
    state,
    shown: html`<nd-host-check .state=${check} connected></nd-host-check>`,
  };
};

const notice = (state: string, told: Parameters<typeof renderNotice>[0]): ElementState => ({
  element: "nd-notice",
  state,
  shown: html`${renderNotice(told)}`,
});

const remote = RESULTS.filter((result) => !isLocalResult(result));
const unexpected = new UnexpectedError({
  what: "x is undefined",
  next: "Please report this together with what you were doing.",
});

/** Every element of the panel in every state that looks different. */
export const ELEMENT_STATES: readonly ElementState[] = [
  searchBox("empty", "", { describable: false }),
  searchBox("filled", "Warm acoustic guitar by the fire"),
  searchBox("reading the selection", "", { describing: true }),
  searchBox("too long", "fire ".repeat(500)),
  chips("one", SHORT),
  chips("of each kind, more than two lines", ...UNDERSTOOD),
  chips("long", LONG_TITLE),
  ...DESCRIBE_STATES,
  {
    element: "nd-tab-strip",
    state: "results",
    shown: html`<nd-tab-strip .tab=${"results"}></nd-tab-strip>`,
  },
  statusLine("loading", LOADING, IDLE),
  statusLine("ready", READY, IDLE),
  statusLine("searching", READY, { name: "searching", request }),
  statusLine("found", READY, FOUND),
  statusLine(
    "non-commercial pack",
    { ...READY, info: { ...ENGINE, packLicence: "CC-BY-NC-4.0" } },
    FOUND,
  ),
  ...RESULTS_STATES,
  ...SCENE_STATES,
  ...remote.map((result) => ({
    element: "nd-remote-bar",
    state: "with a page",
    shown: html`<nd-remote-bar .result=${result}></nd-remote-bar>`,
  })),
  tools("closed", { isOpen: false }),
  tools("open", { folder: "/films/harbour/Music" }),
  tools("busy, heard in the editor", { busy: "duck", isPreviewed: true }),
  tools("without a track", { result: null, audioTracks: 0 }),
  { element: "nd-start-view", state: "start", shown: html`<nd-start-view steps></nd-start-view>` },
  {
    element: "nd-failure-view",
    state: "with what it concerns",
    shown: html`<nd-failure-view
      .error=${new HostError({ what: "It failed.", input: "a.mov", next: "Try again." })}
    ></nd-failure-view>`,
  },
  notice("good", good("“Harbour Lights” is on A3. To undo, press Ctrl/Cmd+Z in the editor.")),
  notice(
    "good, with what can be done next",
    good("“Harbour Lights” is on A3.", { action: "duck", text: "Duck under speech" }),
  ),
  notice("info", info("Select one or more clips in the timeline first.")),
  notice("bad", bad("None of the 3 audio tracks is free. Add one.")),
  notice("unexpected", failure(unexpected)),
  {
    element: "nd-cue-sheet",
    state: "filled",
    shown: html`<nd-cue-sheet .cues=${CUES}></nd-cue-sheet>`,
  },
  {
    element: "nd-cue-sheet",
    state: "empty",
    shown: html`<nd-cue-sheet .cues=${{ ...CUES, rows: [], unidentified: [] }}></nd-cue-sheet>`,
  },
  hostCheck("asking"),
  hostCheck("running"),
  hostCheck("done"),
  ...COMPARE_STATES,
  ...FILTERS_STATES,
  ...CUT_STATES,
  ...FIT_STATES,
  ...KEPT_STATES,
  ...MAP_STATES,
  ...SETTINGS_STATES,
  ...OWN_MUSIC_STATES,
  ...DOWNLOAD_STATES,
  ...PACKS_STATES,
  { element: "nd-key-sheet", state: "", shown: html`<nd-key-sheet></nd-key-sheet>` },
];
