import { html } from "lit";
import { PackError } from "../../../src/contract/errors.ts";
import type { AddedPack } from "../../../src/contract/pack.ts";
import type { PackShelfState } from "../../../src/panel/packs/pack-shelf.ts";
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

const packs = (state: string, shown: Partial<PackShelfState>): ElementState => ({
  element: "nd-packs",
  state,
  shown: html`<nd-packs .state=${{ packs: [], adding: null, error: null, ...shown }}></nd-packs>`,
});

export const PACKS_STATES: readonly ElementState[] = [
  packs("none", {}),
  packs("packs", { packs: PACKS }),
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
  packs("refused", { packs: PACKS.slice(0, 1), error: REFUSED }),
];
