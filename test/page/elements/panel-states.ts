import type { Theme } from "../../../src/contract/editor-host.ts";
import { AssetError } from "../../../src/contract/errors.ts";
import { ActEvent, QueryEvent } from "../../../src/panel/elements/events.ts";
import { NeedledropPanel } from "../../../src/panel/elements/needledrop-panel.ts";
import type { OpenEngine } from "../../../src/panel/loading/bundled-engine.ts";
import { fixedEditor, openFixedEngine } from "./fixed-sources.ts";
import { QUERY_UNDERSTOOD, QUERY_WITHOUT_RESULTS } from "./fixed-understood.ts";

interface PanelState {
  readonly openEngine?: OpenEngine;
  /** Whether there is no editor around the panel. */
  readonly alone?: true;
  /** What is done with it, one after the other. */
  readonly steps: readonly Event[];
}

const search = (query = "Warm acoustic guitar by the fire"): Event => new QueryEvent(query, true);
const act = (...action: ConstructorParameters<typeof ActEvent>): Event => new ActEvent(...action);

const failing: OpenEngine = () =>
  Promise.reject(
    new AssetError({
      what: "A file of Needledrop is missing or cannot be read.",
      input: "assets/pack-text.onnx.0.js",
      next: "Try again. If it happens again, reinstall Needledrop.",
    }),
  );

/** The whole panel, by the name of the state it is in. */
export const PANEL_STATES: Readonly<Record<string, PanelState>> = {
  start: { steps: [] },
  alone: { alone: true, steps: [search()] },
  loading: { openEngine: () => new Promise(() => undefined), steps: [] },
  failure: { openEngine: failing, steps: [] },
  results: { steps: [search()] },
  remote: { steps: [search(), act("next"), act("next")] },
  "no-results": { steps: [search("nothing")] },
  understood: { steps: [search(QUERY_UNDERSTOOD)] },
  "nothing-left": { steps: [search(QUERY_WITHOUT_RESULTS)] },
  map: { steps: [search(), act("map")] },
  filters: { steps: [search(), act("filters")] },
  compare: {
    steps: [search(), act("pin"), act("next"), act("pin")],
  },
  described: { steps: [act("describe-selection")] },
  fit: { steps: [search(), act("fit")] },
  "fit-without-range": { alone: true, steps: [search(), act("fit")] },
  settings: { steps: [act("settings")] },
  tools: { steps: [search(), act("tools")] },
  cut: { steps: [search(), act("cut")] },
  push: { steps: [search(), act("push")] },
  unexpected: { steps: [search(), act("insert")] },
  cues: { steps: [search(), act("cue-sheet")] },
  check: { steps: [act("check-host")] },
  keys: { steps: [act("help")] },
  kept: { steps: [search(), act("kept")] },
  collect: { steps: [search(), act("collect")] },
};

/** Puts a panel into the page and brings it into a state; resolves when it has been drawn. */
export async function showPanel(name: string, theme: Theme): Promise<void> {
  const state = PANEL_STATES[name];
  if (state === undefined) throw new Error(`There is no state “${name}”.`);
  const panel = new NeedledropPanel();
  panel.openEngine = state.openEngine ?? openFixedEngine;
  panel.connectEditor = () => Promise.resolve(state.alone ? null : fixedEditor(theme));
  document.body.append(panel);
  await drawn(panel);
  for (const step of state.steps) {
    // From within, as the panel's own elements send it.
    panel.renderRoot.querySelector("nd-search-box")?.dispatchEvent(step);
    await drawn(panel);
  }
}

/** Waits until what was asked for is there and drawn; what never comes is not waited for. */
async function drawn(panel: NeedledropPanel): Promise<void> {
  const frames = async (count: number): Promise<void> => {
    for (let frame = 0; frame < count; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await panel.updateComplete;
    }
  };
  await frames(3);
  const isBusy = (): boolean => panel.renderRoot.querySelector('.body[aria-busy="true"]') !== null;
  for (let waited = 0; isBusy() && waited < LONGEST_WAIT; waited++) await frames(1);
  await frames(3);
}

/** In frames. */
const LONGEST_WAIT = 600;
