import type { Engine } from "../../src/contract/engine.ts";
import type { CatalogueMap } from "../../src/contract/map.ts";
import type { FolderEngine } from "../../src/panel/own-music/own-music.ts";

const never = (): Promise<never> => Promise.reject(new Error("There are no folders here."));

const EMPTY_MAP: CatalogueMap = {
  ids: [],
  x: new Float32Array(0),
  y: new Float32Array(0),
  kind: new Uint8Array(0),
  playable: new Uint8Array(0),
  labels: [],
};

/** An engine without folders of the editor's own, and without added packs. */
export const NO_FOLDERS: FolderEngine & Omit<Engine, "load" | "search" | "peaks"> = {
  results: () => Promise.resolve([]),
  tracks: (ids) => Promise.resolve(ids.map(() => null)),
  hearReference: never,
  forgetReference: () => Promise.resolve(),
  map: () => Promise.resolve(EMPTY_MAP),
  placeQuery: () => Promise.resolve({ point: null, admitted: new Uint8Array(0) }),
  folders: () => Promise.resolve([]),
  updateFolder: never,
  stopFolder: never,
  removeFolder: never,
  packs: () => Promise.resolve([]),
  addPack: never,
  removePack: never,
  captioners: () => Promise.resolve([]),
  addCaptioner: never,
  removeCaptioner: never,
  see: () => Promise.resolve({ words: [], captions: [] }),
  toWav: never,
  fit: never,
  renderFit: never,
  cover: () => Promise.resolve(null),
};
