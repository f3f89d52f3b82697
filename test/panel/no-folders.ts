import type { Engine } from "../../src/contract/engine.ts";
import type { FolderEngine } from "../../src/panel/own-music/own-music.ts";

const never = (): Promise<never> => Promise.reject(new Error("There are no folders here."));

/** An engine without folders of the editor's own, and without added packs. */
export const NO_FOLDERS: FolderEngine & Omit<Engine, "load" | "search" | "peaks"> = {
  results: () => Promise.resolve([]),
  tracks: (ids) => Promise.resolve(ids.map(() => null)),
  hearReference: never,
  forgetReference: () => Promise.resolve(),
  folders: () => Promise.resolve([]),
  updateFolder: never,
  stopFolder: never,
  removeFolder: never,
  packs: () => Promise.resolve([]),
  addPack: never,
  removePack: never,
  toWav: never,
  cover: () => Promise.resolve(null),
};
