import { html } from "lit";
import { compose } from "../../../src/panel/scene/compose.ts";
import { partsOf } from "../../../src/panel/scene/parts-of.ts";
import { sourceChips } from "../../../src/panel/scene/source-chips.ts";
import type { SceneView } from "../../../src/panel/scene/scene-reader.ts";
import type { ElementState } from "./element-states.ts";
import { FIXED_SELECTION } from "./fixed-scene.ts";

const chips = sourceChips(compose(partsOf(FIXED_SELECTION)));

const sources = (state: string, scene: Partial<SceneView>): ElementState => ({
  element: "nd-source-chips",
  state,
  shown: html`<nd-source-chips
    .scene=${{ isReading: false, chips: [], note: null, ...scene }}
  ></nd-source-chips>`,
});

export const SCENE_STATES: readonly ElementState[] = [
  sources("of a description from texts", { chips }),
  sources("without pictures, and why", {
    chips: chips.slice(0, 1),
    note: "Described without pictures. The editor sent no pictures in time.",
  }),
];
