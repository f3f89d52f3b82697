import { html } from "lit";
import { PackError } from "../../../src/contract/errors.ts";
import type { AddedPack } from "../../../src/contract/pack.ts";
import type { AddedCaptioner } from "../../../src/contract/sight.ts";
import type { ModelShelfState } from "../../../src/panel/packs/model-shelf.ts";
import type { ElementState } from "./element-states.ts";
import { ENGINE } from "./fixed-sources.ts";

const packOf = (id: string, facts: Partial<AddedPack> = {}): AddedPack => ({
  ...{ hash: id, id, licence: "Apache-2.0", bytes: 161e6, tracks: 312 },
  ...facts,
});

const PACKS: readonly AddedPack[] = [
  packOf("clap-htsat-unfused@3f2a9c01d7be"),
  packOf("ttmr-published@1.0.0", { licence: "CC-BY-NC-4.0", tracks: 0 }),
  packOf("a-model-with-a-name-as-long-as-those-of-people-who-train-many@0.0.1", {
    licence: "unknown",
    problem: "A file of an added pack is gone. Remove the pack, and add it again.",
  }),
];

const REFUSED = new PackError({
  what: "This folder holds no pack, and no CLAP model in the layout of transformers.js.",
  input: "Music",
  next: "Choose a folder with a pack.json, or with a config.json and an onnx folder.",
});

const packs = (state: string, shown: Partial<ModelShelfState<AddedPack>>): ElementState => ({
  element: "nd-packs",
  state,
  shown: html`<nd-packs .state=${{ added: [], adding: null, error: null, ...shown }}></nd-packs>`,
});

const captioners = (
  state: string,
  shown: Partial<ModelShelfState<AddedCaptioner>>,
): ElementState => ({
  element: "nd-captioners",
  state,
  shown: html`<nd-captioners
    .state=${{ added: [], adding: null, error: null, ...shown }}
  ></nd-captioners>`,
});

const CAPTIONERS: readonly AddedCaptioner[] = [
  { hash: "a", id: "vit-gpt2-image-captioning@3f2a9c01d7be", licence: "Apache-2.0", bytes: 246e6 },
  {
    ...{ hash: "b", id: "Florence-2-base@90b1c2d3e4f5", licence: "unknown", bytes: 271e6 },
    problem: "It took longer than 20 seconds for a picture, so it was stopped.",
  },
];

export const PACKS_STATES: readonly ElementState[] = [
  captioners("none", {}),
  captioners("captioners", { added: CAPTIONERS }),
  captioners("being verified", { adding: { name: "SmolVLM-256M-Instruct", done: 0.4 } }),
  packs("none", {}),
  packs("packs", { added: PACKS }),
  packs("being verified", { adding: { name: "clap-htsat-unfused", done: 0.4 } }),
  {
    element: "nd-status-line",
    state: "with a pack for non-commercial use",
    shown: html`<nd-status-line
      .engine=${{ name: "ready", info: ENGINE }}
      .added=${PACKS.map((pack) => ({ ...pack, tracks: 1 }))}
      .search=${{ name: "idle" }}
    ></nd-status-line>`,
  },
  packs("refused", { added: PACKS.slice(0, 1), error: REFUSED }),
];
